/**
 * Our own zip files, read from front to back and refused at the first thing we
 * would not have written: sizes said afterwards, names that lead elsewhere,
 * links, entries twice, bytes behind the end. Nothing is ever unpacked to a
 * disk, and only what is asked for is inflated.
 */
import { crc32, createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import { AppError } from '../../shared/errors.ts'

export type Entry = {
  name: string
  size: number
  /** The inflated bytes; whatever is not read is skipped. */
  bytes(): AsyncIterable<Uint8Array>
}

const max16 = 0xffff
const max32 = 0xffffffff
const mostEntries = 4_000_000
/** What text can shrink to at the very most, with room for small files; a bomb shrinks to less. */
const fitsPacked = (size: number, packed: number) => size <= 64 * 1024 * 1024 + packed * 300

type Central = { name: string; crc: number; size: number; packed: number; at: number }

/**
 * Call `each` for each entry in the order of the file.
 *
 * @throws AppError `dump.damaged`
 */
export async function readZip(source: AsyncIterable<Uint8Array>, each: (entry: Entry) => Promise<void>): Promise<void> {
  const input = byteReader(source)
  const found: Central[] = []
  const names = new Set<string>()
  for (;;) {
    const at = input.position
    const signature = (await input.take(4)).readUInt32LE(0)
    if (signature === 0x02014b50 || signature === 0x06054b50) return readDirectory(input, found, at, signature)
    if (signature !== 0x04034b50 || found.length >= mostEntries) throw damaged()
    const local = await readLocal(input, at)
    if (names.has(local.name)) throw damaged()
    names.add(local.name)
    found.push(local)
    await readEntry(input, local, each)
  }
}

async function readLocal(input: Input, at: number): Promise<Central & { deflated: boolean }> {
  const head = await input.take(26)
  const [flags, method] = [head.readUInt16LE(2), head.readUInt16LE(4)]
  if ((flags & ~0x0800) !== 0 || (method !== 0 && method !== 8)) throw damaged()
  const name = nameOf(await input.take(head.readUInt16LE(22)))
  const [size = 0, packed = 0] = wideValues(await input.take(head.readUInt16LE(24)), [head.readUInt32LE(18), head.readUInt32LE(14)])
  if (!fitsPacked(size, packed) || (method === 0 && size !== packed)) throw damaged()
  return { name, crc: head.readUInt32LE(10), size, packed, at, deflated: method === 8 }
}

async function readEntry(input: Input, local: Central & { deflated: boolean }, each: (entry: Entry) => Promise<void>): Promise<void> {
  const end = input.position + local.packed
  async function* packed() {
    while (input.position < end) yield await input.some(end - input.position)
  }
  async function* bytes() {
    let crc = 0
    let size = 0
    const plain: AsyncIterable<Uint8Array> = local.deflated ? Readable.from(packed(), { objectMode: true }).pipe(createInflateRaw()) : packed()
    try {
      for await (const piece of plain) {
        size += piece.length
        if (size > local.size) throw damaged()
        crc = crc32(piece, crc)
        yield piece
      }
    } catch (error) {
      throw error instanceof AppError ? error : damaged(error)
    }
    if (size !== local.size || crc !== local.crc) throw damaged()
  }
  await each({ name: local.name, size: local.size, bytes })
  while (input.position < end) await input.some(end - input.position)
}

/** The table of contents must tell the very same; here alone stands what kind of file each is. */
async function readDirectory(input: Input, found: readonly Central[], start: number, first: number): Promise<void> {
  let signature = first
  for (const entry of found) {
    if (signature !== 0x02014b50) throw damaged()
    const head = await input.take(42)
    const name = nameOf(await input.take(head.readUInt16LE(24)))
    const [size, packed, at] = wideValues(await input.take(head.readUInt16LE(26)), [head.readUInt32LE(20), head.readUInt32LE(16), head.readUInt32LE(38)])
    await input.take(head.readUInt16LE(28))
    const kind = (head.readUInt32LE(34) >>> 16) & 0o170000
    const regular = kind === 0 || kind === 0o100000
    if (!regular || name !== entry.name || size !== entry.size || packed !== entry.packed || at !== entry.at || head.readUInt32LE(12) !== entry.crc) throw damaged()
    signature = (await input.take(4)).readUInt32LE(0)
  }
  const length = input.position - 4 - start
  if (signature === 0x06064b50) {
    const wide = await input.take(52)
    if (Number(wide.readBigUInt64LE(28)) !== found.length || Number(wide.readBigUInt64LE(36)) !== length || Number(wide.readBigUInt64LE(44)) !== start) throw damaged()
    if ((await input.take(20)).readUInt32LE(0) !== 0x07064b50) throw damaged()
    signature = (await input.take(4)).readUInt32LE(0)
  }
  if (signature !== 0x06054b50) throw damaged()
  const end = await input.take(18)
  const counts = end.readUInt16LE(6) === Math.min(found.length, max16) && end.readUInt32LE(8) === Math.min(length, max32) && end.readUInt32LE(12) === Math.min(start, max32)
  if (!counts || end.readUInt16LE(16) !== 0 || !await input.ended()) throw damaged()
}

/** Relative, downwards, the same on every system. */
function nameOf(bytes: Buffer): string {
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw damaged(error)
  }
  const parts = name.split('/')
  if (/[\p{Cc}\\:]/u.test(name) || parts.some((part) => part === '' || part === '.' || part === '..')) throw damaged()
  return name
}

/** Sizes too large for their fields stand behind the name instead. */
function wideValues(extra: Buffer, values: number[]): number[] {
  let at = 4
  if (values.every((value) => value !== max32)) return values
  if (extra.length < 4 || extra.readUInt16LE(0) !== 1) throw damaged()
  return values.map((value) => {
    if (value !== max32) return value
    if (at + 8 > extra.length) throw damaged()
    const wide = Number(extra.readBigUInt64LE(at))
    at += 8
    if (!Number.isSafeInteger(wide)) throw damaged()
    return wide
  })
}

type Input = {
  readonly position: number
  /** Exactly so many bytes. */
  take(length: number): Promise<Buffer>
  /** At least one byte, at most so many. */
  some(most: number): Promise<Buffer>
  ended(): Promise<boolean>
}

function byteReader(source: AsyncIterable<Uint8Array>): Input {
  const pieces = source[Symbol.asyncIterator]()
  let piece: Buffer = Buffer.alloc(0)
  let position = 0
  const more = async (): Promise<boolean> => {
    while (piece.length === 0) {
      const next = await pieces.next()
      if (next.done === true) return false
      piece = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length)
    }
    return true
  }
  const some = async (most: number): Promise<Buffer> => {
    if (!await more()) throw damaged()
    const part = piece.subarray(0, most)
    piece = piece.subarray(part.length)
    position += part.length
    return part
  }
  return {
    get position() { return position },
    some,
    async take(length) {
      const parts: Buffer[] = []
      for (let missing = length; missing > 0;) {
        const part = await some(missing)
        parts.push(part)
        missing -= part.length
      }
      return parts.length === 1 ? parts[0] ?? Buffer.alloc(0) : Buffer.concat(parts)
    },
    ended: async () => !await more(),
  }
}

const damaged = (cause?: unknown) => new AppError('dump.damaged', cause === undefined ? {} : { cause })
