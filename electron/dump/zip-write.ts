/**
 * A zip file written from front to back, in one go and in memory only. Every
 * entry says its sizes before its bytes, so that it can be read in one go too.
 * More than 65,535 files or 4 GB go into the zip64 fields that every current
 * program reads.
 */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; crc: number; size: number; deflated: boolean; parts: readonly Uint8Array[] }

type Written = { name: Buffer; crc: number; size: number; packed: number; deflated: boolean; at: number }

/** UTF-8 names. */
const flags = 0x0800
const version = 45
const max16 = 0xffff
const max32 = 0xffffffff
/** A file of its owner alone, in the way Unix says it. */
const mode = 0o100600 * 0x10000

/** A small entry from its text. */
export function textEntry(name: string, text: string): ZipEntry {
  const bytes = Buffer.from(text, 'utf8')
  const packed = deflateRawSync(bytes)
  const deflated = packed.length < bytes.length
  return { name, crc: crc32(bytes), size: bytes.length, deflated, parts: [deflated ? packed : bytes] }
}

/** The bytes of an archive whose files all bear this moment. */
export async function* zipped(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>, made: Date): AsyncGenerator<Uint8Array> {
  const [time, date] = dosTime(made)
  const written: Written[] = []
  let at = 0
  for await (const entry of entries) {
    const one: Written = {
      name: Buffer.from(entry.name, 'utf8'), crc: entry.crc, size: entry.size,
      packed: entry.parts.reduce((sum, part) => sum + part.length, 0), deflated: entry.deflated, at,
    }
    const head = localHeader(one, time, date)
    yield head
    yield* entry.parts
    at += head.length + one.packed
    written.push(one)
  }
  const start = at
  for (const one of written) {
    const head = centralHeader(one, time, date)
    at += head.length
    yield head
  }
  yield ending(written.length, start, at - start)
}

function localHeader(one: Written, time: number, date: number): Buffer {
  const large = one.size >= max32 || one.packed >= max32
  const extra = large ? wide(one.size, one.packed) : Buffer.alloc(0)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  common(head, 4, one, time, date, large)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, one.name, extra])
}

function centralHeader(one: Written, time: number, date: number): Buffer {
  const large = one.size >= max32 || one.packed >= max32 || one.at >= max32
  const extra = large ? wide(one.size, one.packed, one.at) : Buffer.alloc(0)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  // Made on Unix, so that the mode below counts.
  head.writeUInt16LE((3 << 8) | version, 4)
  common(head, 6, one, time, date, large)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(mode, 38)
  head.writeUInt32LE(large ? max32 : one.at, 42)
  return Buffer.concat([head, one.name, extra])
}

/** What both headers say alike, from the version needed to the length of the name. */
function common(head: Buffer, from: number, one: Written, time: number, date: number, large: boolean): void {
  head.writeUInt16LE(large ? version : 20, from)
  head.writeUInt16LE(flags, from + 2)
  head.writeUInt16LE(one.deflated ? 8 : 0, from + 4)
  head.writeUInt16LE(time, from + 6)
  head.writeUInt16LE(date, from + 8)
  head.writeUInt32LE(one.crc, from + 10)
  head.writeUInt32LE(large ? max32 : one.packed, from + 14)
  head.writeUInt32LE(large ? max32 : one.size, from + 18)
  head.writeUInt16LE(one.name.length, from + 22)
}

function wide(...values: number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  values.forEach((value, index) => { extra.writeBigUInt64LE(BigInt(value), 4 + index * 8) })
  return extra
}

function ending(count: number, start: number, size: number): Buffer {
  const parts: Buffer[] = []
  if (count >= max16 || start >= max32 || size >= max32) {
    const end = Buffer.alloc(56)
    end.writeUInt32LE(0x06064b50, 0)
    end.writeBigUInt64LE(44n, 4)
    end.writeUInt16LE((3 << 8) | version, 12)
    end.writeUInt16LE(version, 14)
    end.writeBigUInt64LE(BigInt(count), 24)
    end.writeBigUInt64LE(BigInt(count), 32)
    end.writeBigUInt64LE(BigInt(size), 40)
    end.writeBigUInt64LE(BigInt(start), 48)
    const where = Buffer.alloc(20)
    where.writeUInt32LE(0x07064b50, 0)
    where.writeBigUInt64LE(BigInt(start + size), 8)
    where.writeUInt32LE(1, 16)
    parts.push(end, where)
  }
  const last = Buffer.alloc(22)
  last.writeUInt32LE(0x06054b50, 0)
  last.writeUInt16LE(Math.min(count, max16), 8)
  last.writeUInt16LE(Math.min(count, max16), 10)
  last.writeUInt32LE(Math.min(size, max32), 12)
  last.writeUInt32LE(Math.min(start, max32), 16)
  return Buffer.concat([...parts, last])
}

/** Two seconds at a time, on the wall clock, from 1980 on: what a zip can say. */
function dosTime(moment: Date): [time: number, date: number] {
  const year = Math.min(Math.max(moment.getFullYear(), 1980), 2107)
  return [
    (moment.getHours() << 11) | (moment.getMinutes() << 5) | (moment.getSeconds() >> 1),
    ((year - 1980) << 9) | ((moment.getMonth() + 1) << 5) | moment.getDate(),
  ]
}
