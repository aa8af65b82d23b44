/**
 * A rollback journal that a crash left behind, looked at before SQLite plays it
 * back. SQLite believes its header, and stops without a word at the first record
 * whose checksum is off: one flipped byte there leaves half a transaction, which
 * a full check of the database sees only in part. So everything must fit here.
 */
import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const magic = Buffer.from('d9d505f920a163d7', 'hex')
const headerBytes = 28
const pageBytes = 4096
/** At a page's end: 16 bytes to begin deciphering with, 64 that authenticate the rest and the page's number. */
const ivAt = pageBytes - 80
const macAt = pageBytes - 64
const saltBytes = 16
/** A page's number before it, a checksum behind it. */
const recordBytes = pageBytes + 8
/** Where SQLite keeps the database's length in its first page. */
const lengthAt = 28

/**
 * Whether this database's journal is not in force, or exactly as it was written.
 * Call it before SQLite opens the file: afterwards, closing would drop its lock.
 */
export function journalFits(path: string, key: Uint8Array): boolean {
  const file = openIfThere(`${path}-journal`)
  // Whoever had it open went just now, and took it away.
  if (file === null) return true
  try {
    const header = readAt(file, 0, headerBytes)
    if (header === null || !isInForce(header)) return true
    return header.subarray(0, magic.length).equals(magic) && recordsFit(file, header, path, pagesOf(path, key))
  } finally {
    closeSync(file)
  }
}

/** Its magic is cleared when it is not; most of it there means that it was, and that a part is damaged. */
function isInForce(header: Buffer): boolean {
  return magic.filter((byte, at) => byte === header[at]).length * 2 >= magic.length
}

function recordsFit(file: number, header: Buffer, path: string, readPage: ReadPage): boolean {
  const [count = 0, nonce = 0, pages = 0, sector = 0, size = 0] = [8, 12, 16, 20, 24].map((at) => header.readUInt32BE(at))
  if (size !== pageBytes || sector < 512 || sector > 65_536) return false
  // A database that was being made; it has nothing to lose.
  if (pages === 0) return true
  const seen = new Set<number>()
  let length: number | undefined
  for (let nth = 0; nth < count; nth += 1) {
    const record = readRecord(file, sector + nth * recordBytes, nonce, readPage)
    if (record === null || record.page < 1 || record.page > pages || seen.has(record.page)) return false
    if (record.page === 1) length = record.content.readUInt32BE(lengthAt)
    seen.add(record.page)
  }
  // A commit that leaves the length as it is need not touch the first page.
  length ??= readPage(1, readFirstPage(path))?.readUInt32BE(lengthAt)
  // One more record would mean that the count was made smaller.
  return length === pages && readRecord(file, sector + count * recordBytes, nonce, readPage) === null
}

type ReadPage = (page: number, bytes: Buffer) => Buffer | null

/** Null when there is none, or when it is not as it was written. */
function readRecord(file: number, at: number, nonce: number, readPage: ReadPage): { page: number; content: Buffer } | null {
  const record = readAt(file, at, recordBytes)
  if (record === null) return null
  const page = record.readUInt32BE(0)
  const content = readPage(page, record.subarray(4, 4 + pageBytes))
  if (content === null) return null
  let sum = nonce
  for (let byte = pageBytes - 200; byte > 0; byte -= 200) sum = (sum + (content[byte] ?? 0)) >>> 0
  return sum === record.readUInt32BE(4 + pageBytes) ? { page, content } : null
}

/** Reads pages as SQLCipher 4 writes them; null for one that is not authentic at its place. */
function pagesOf(path: string, key: Uint8Array): ReadPage {
  const salt = readFirstPage(path).subarray(0, saltBytes)
  const macKey = pbkdf2Sync(key, salt.map((byte) => byte ^ 0x3a), 2, 32, 'sha512')
  return (page, bytes) => {
    // The first page begins with the salt, in the clear.
    const from = page === 1 ? saltBytes : 0
    const number = Buffer.alloc(4)
    number.writeUInt32LE(page)
    const mac = createHmac('sha512', macKey).update(bytes.subarray(from, macAt)).update(number).digest()
    if (!mac.equals(bytes.subarray(macAt))) return null
    const cipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(ivAt, macAt)).setAutoPadding(false)
    return Buffer.concat([Buffer.alloc(from), cipher.update(bytes.subarray(from, ivAt)), cipher.final(), Buffer.alloc(pageBytes - ivAt)])
  }
}

function readFirstPage(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    return readAt(file, 0, pageBytes) ?? Buffer.alloc(pageBytes)
  } finally {
    closeSync(file)
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Null when the file ends before. */
function readAt(file: number, at: number, length: number): Buffer | null {
  if (fstatSync(file).size < at + length) return null
  const bytes = Buffer.alloc(length)
  for (let read = 0; read < length;) {
    const got = readSync(file, bytes, read, length - read, at + read)
    if (got === 0) return null
    read += got
  }
  return bytes
}
