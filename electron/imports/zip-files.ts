/**
 * The files of a zip, read where they lie: pictures and recordings are passed
 * over, and nothing is inflated beyond what its own head and our limits say.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '../../shared/errors.ts'
import { requireInnerName } from './archive-names.ts'
import type { ReadAt } from './read-at.ts'
import { maxFileBytes, maxFiles, maxRatio } from './limits.ts'

export type ZipFile = { name: string; size: number; packed: number; offset: number; method: number; crc: number }

const endHead = 0x06054b50
const endHead64 = 0x06064b50
const endPlace64 = 0x07064b50
const centralHead = 0x02014b50
const localHead = 0x04034b50
const longestComment = 65_535
const encrypted = 1
const folderBit = 0o170000
const linkMode = 0o120000
/** Below this, a high ratio is a file of spaces and no bomb. */
const smallBytes = 1_000_000

const unreadable = () => new AppError('import.unreadable')

/** @throws AppError `import.unreadable`; `import.too-large` */
export function zipFiles(source: ReadAt): ZipFile[] {
  const { count, size, offset } = findDirectory(source)
  if (count > maxFiles || size > maxFileBytes) throw new AppError('import.too-large')
  if (offset + size > source.size) throw unreadable()
  const directory = view(source.read(offset, size))
  const files: ZipFile[] = []
  let packedInAll = 0
  for (let at = 0, index = 0; index < count; index += 1) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== centralHead) throw unreadable()
    const [nameLength, extraLength, commentLength] = [directory.getUint16(at + 28, true), directory.getUint16(at + 30, true), directory.getUint16(at + 32, true)]
    if (at + 46 + nameLength + extraLength > directory.byteLength) throw unreadable()
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength))
    const mode = directory.getUint32(at + 38, true) >>> 16
    requireInnerName(name)
    if ((mode & folderBit) === linkMode || (directory.getUint16(at + 8, true) & encrypted) !== 0) throw unreadable()
    const sizes = sizesOf(directory, at, nameLength, extraLength)
    packedInAll += sizes.packed
    // Files that share their bytes are how a small archive becomes endless.
    if (packedInAll > source.size) throw new AppError('import.too-large')
    if (!name.endsWith('/')) files.push({ name, ...sizes, method: directory.getUint16(at + 10, true), crc: directory.getUint32(at + 16, true) })
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}

/** @throws AppError `import.unreadable`; `import.too-large` */
export function readZipFile(source: ReadAt, file: ZipFile): Uint8Array {
  if (file.size > maxFileBytes || (file.size > smallBytes && file.size > file.packed * maxRatio)) throw new AppError('import.too-large')
  if (file.offset + 30 > source.size) throw unreadable()
  const head = view(source.read(file.offset, 30))
  if (head.getUint32(0, true) !== localHead) throw unreadable()
  const start = file.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  if (start + file.packed > source.size) throw unreadable()
  const packed = source.read(start, file.packed)
  const bytes = file.method === 0 ? packed : inflated(packed, file)
  if (bytes.length !== file.size || crc32(bytes) !== file.crc) throw unreadable()
  return bytes
}

function inflated(packed: Uint8Array, file: ZipFile): Uint8Array {
  if (file.method !== 8) throw unreadable()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, file.size) })
  } catch {
    // More than its head says, or no deflate at all.
    throw unreadable()
  }
}

function findDirectory(source: ReadAt): { count: number; size: number; offset: number } {
  const length = Math.min(source.size, longestComment + 22)
  const start = source.size - length
  const tail = view(source.read(start, length))
  for (let at = length - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endHead || at + 22 + tail.getUint16(at + 20, true) > length) continue
    const found = { count: tail.getUint16(at + 10, true), size: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true) }
    const large = found.count === 0xffff || found.size === 0xffffffff || found.offset === 0xffffffff
    return large && at >= 20 && tail.getUint32(at - 20, true) === endPlace64 ? directory64(source, Number(tail.getBigUint64(at - 12, true))) : found
  }
  throw unreadable()
}

/** Day One's archives with pictures pass four gigabytes. */
function directory64(source: ReadAt, place: number): { count: number; size: number; offset: number } {
  if (place + 56 > source.size) throw unreadable()
  const end = view(source.read(place, 56))
  if (end.getUint32(0, true) !== endHead64) throw unreadable()
  return { count: Number(end.getBigUint64(32, true)), size: Number(end.getBigUint64(40, true)), offset: Number(end.getBigUint64(48, true)) }
}

function sizesOf(directory: DataView, at: number, nameLength: number, extraLength: number): Pick<ZipFile, 'size' | 'packed' | 'offset'> {
  const sizes = { size: directory.getUint32(at + 24, true), packed: directory.getUint32(at + 20, true), offset: directory.getUint32(at + 42, true) }
  const end = at + 46 + nameLength + extraLength
  for (let extra = at + 46 + nameLength; extra + 4 <= end;) {
    const [kind, length] = [directory.getUint16(extra, true), directory.getUint16(extra + 2, true)]
    let field = extra + 4
    if (kind === 1) {
      for (const name of ['size', 'packed', 'offset'] as const) {
        if (sizes[name] !== 0xffffffff || field + 8 > Math.min(end, extra + 4 + length)) continue
        sizes[name] = Number(directory.getBigUint64(field, true))
        field += 8
      }
    }
    extra += 4 + length
  }
  return sizes
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
