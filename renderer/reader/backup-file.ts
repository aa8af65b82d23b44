/**
 * A backup: a zip file of `backup.json`, `keys.json` and `journal.db`, each
 * stored as it is, with its CRC-32.
 */
import { Trouble } from './trouble.ts'

export type BackupFile = { keys: Uint8Array; database: Uint8Array }

const endLength = 22
const mostComment = 0xffff

/** @throws Trouble `damaged`, `foreign`, `newer` */
export function readBackup(bytes: Uint8Array): BackupFile {
  const members = directory(bytes)
  const note = members.get('backup.json')
  const keys = members.get('keys.json')
  const database = members.get('journal.db')
  if (note === undefined || keys === undefined || database === undefined) throw new Trouble(members.size === 0 ? 'damaged' : 'foreign')
  let version: unknown
  try {
    // Any JSON; only its version counts here.
    version = (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(note)) as { v?: unknown } | null)?.v
  } catch (error) {
    throw new Trouble('damaged', error)
  }
  if (typeof version === 'number' && version > 1) throw new Trouble('newer')
  if (version !== 1) throw new Trouble('damaged')
  return { keys, database }
}

/** Every member by name, its checksum held. */
function directory(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const members = new Map<string, Uint8Array>()
  try {
    const end = findEnd(view)
    let at = view.getUint32(end + 16, true)
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new Trouble('damaged')
      const [method, crc, size] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true), view.getUint32(at + 24, true)]
      const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      const local = view.getUint32(at + 42, true)
      if (method !== 0 || view.getUint32(local, true) !== 0x04034b50) throw new Trouble('damaged')
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const member = bytes.subarray(start, start + size)
      if (member.length !== size || crc32(member) !== crc) throw new Trouble('damaged')
      members.set(name, member)
      at += 46 + nameLength + extraLength + commentLength
    }
  } catch (error) {
    // Reading past the end is a RangeError: the file is shorter than it says.
    throw error instanceof Trouble ? error : new Trouble('damaged', error)
  }
  return members
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= Math.max(0, view.byteLength - endLength - mostComment); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new Trouble('damaged')
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
