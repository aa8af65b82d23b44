/** The files of a tar archive, in the forms that Joplin's libraries write (ustar, pax, GNU long names). */
import { AppError } from '../../shared/errors.ts'
import { requireInnerName } from './archive-names.ts'
import { maxFileBytes, maxFiles } from './limits.ts'
import type { ReadAt } from './read-at.ts'

export type TarFile = { name: string; size: number; offset: number }

const block = 512
const longestHead = 1_000_000
const unreadable = () => new AppError('import.unreadable')

export function looksLikeTar(source: ReadAt): boolean {
  return source.size >= block && textOf(source.read(257, 5)) === 'ustar' && sumFits(source.read(0, block))
}

/** @throws AppError `import.unreadable`; `import.too-large` */
export function tarFiles(source: ReadAt): TarFile[] {
  const files: TarFile[] = []
  let longer: { name?: string; size?: number } = {}
  let heads = 0
  for (let at = 0; at + block <= source.size;) {
    const head = source.read(at, block)
    if (head.every((byte) => byte === 0)) break
    if (!sumFits(head)) throw unreadable()
    heads += 1
    if (heads > maxFiles) throw new AppError('import.too-large')
    const kind = String.fromCharCode(head[156] ?? 0)
    const size = longer.size ?? numberOf(head.subarray(124, 136))
    const offset = at + block
    if (!Number.isSafeInteger(size) || size < 0 || offset + size > source.size) throw unreadable()
    at = offset + Math.ceil(size / block) * block
    if (kind === 'x' || kind === 'g' || kind === 'L') {
      if (size > longestHead) throw new AppError('import.too-large')
      const text = textOf(source.read(offset, size))
      if (kind !== 'g') longer = kind === 'L' ? { ...longer, name: text } : { ...longer, ...paxOf(text) }
      continue
    }
    const prefix = textOf(head.subarray(345, 500))
    const name = longer.name ?? `${prefix === '' ? '' : `${prefix}/`}${textOf(head.subarray(0, 100))}`
    longer = {}
    requireInnerName(name)
    // Files and folders; a link or a device is in no journal.
    if (kind === '0' || kind === '\0') files.push({ name, size, offset })
    else if (kind !== '5') throw unreadable()
  }
  if (heads === 0) throw unreadable()
  return files
}

/** @throws AppError `import.too-large` */
export function readTarFile(source: ReadAt, file: TarFile): Uint8Array {
  if (file.size > maxFileBytes) throw new AppError('import.too-large')
  return source.read(file.offset, file.size)
}

function sumFits(head: Uint8Array): boolean {
  const said = numberOf(head.subarray(148, 156))
  let sum = 0
  for (const [at, byte] of head.entries()) sum += at >= 148 && at < 156 ? 32 : byte
  return sum === said
}

/** Octal digits, or the bytes of a large number. */
function numberOf(field: Uint8Array): number {
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0)
  const digits = textOf(field).trim()
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : digits === '' ? 0 : Number.NaN
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end))
}

/** Lines of `length key=value`. */
function paxOf(text: string): { name?: string; size?: number } {
  const found: { name?: string; size?: number } = {}
  for (const line of text.split('\n')) {
    const [, key, value] = /^\d+ ([a-z]+)=(.*)$/.exec(line) ?? []
    if (key === 'path' && value !== undefined) found.name = value
    if (key === 'size' && value !== undefined && /^\d{1,15}$/.test(value)) found.size = Number(value)
  }
  return found
}
