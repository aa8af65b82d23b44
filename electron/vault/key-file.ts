/**
 * The vault's key slots on disk, in two copies with the same content. The newer
 * valid copy wins and mends the other. A checksum tells a damaged file from a
 * wrong passphrase; the slots themselves are authenticated one by one.
 */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { systemCode, writeFileAtomically } from './files.ts'
import { Slot, keyFileVersion } from './slots.ts'

export const keyFileNames = ['keys.json', 'keys.copy.json'] as const

export const KeyFile = z.strictObject({
  v: z.literal(keyFileVersion),
  vault: z.string().regex(/^[0-9a-f]{32}$/),
  serial: z.int().min(1),
  slots: z.array(Slot).min(1).max(3)
    .refine((slots) => new Set(slots.map((slot) => slot.kind)).size === slots.length, 'one slot of a kind'),
})
export type KeyFile = z.infer<typeof KeyFile>

/** Far more than any real file; a larger one is not read. */
const mostBytes = 65_536

type Copy = { name: string; bytes: Buffer | null; read: KeyFile | 'damaged' | 'missing' | 'newer' | 'forbidden' }

/** Both copies as they were found. */
export type Keys = {
  /** Newest first; two only when the copies name different vaults, one of which was put there by mistake. */
  candidates: KeyFile[]
  copies: Copy[]
}

/**
 * Read both copies.
 *
 * @throws AppError `vault.keys-damaged` when neither is whole, `vault.newer`
 * when a later version wrote them, `vault.missing` when nothing is there,
 * `folder.not-writable` when this account may not read them.
 */
export function readKeys(folder: string): Keys {
  const copies = keyFileNames.map((name) => readCopy(folder, name))
  if (copies.some((copy) => copy.read === 'newer')) throw new AppError('vault.newer')
  const whole = copies.flatMap((copy) => (typeof copy.read === 'string' ? [] : [copy.read]))
  const [newest, other] = whole.toSorted((a, b) => b.serial - a.serial)
  if (newest === undefined) {
    if (copies.every((copy) => copy.read === 'missing')) throw new AppError('vault.missing')
    throw new AppError(copies.some((copy) => copy.read === 'forbidden') ? 'folder.not-writable' : 'vault.keys-damaged')
  }
  return { copies, candidates: other !== undefined && other.vault !== newest.vault ? [newest, other] : [newest] }
}

/** How many of the two copies are whole. */
export function countWholeKeys(folder: string): number {
  return keyFileNames.filter((name) => typeof readCopy(folder, name).read !== 'string').length
}

/**
 * Give both copies the content that just opened the vault; not before, or a
 * stray file could overwrite the only good copy. Returns whether one was mended.
 */
export function mendKeys(folder: string, keys: Keys, good: KeyFile): boolean {
  const bytes = formatKeyFile(good)
  const behind = keys.copies.filter((copy) => copy.bytes === null || !copy.bytes.equals(bytes))
  for (const copy of behind) writeFileAtomically(join(folder, copy.name), bytes)
  return behind.length > 0
}

/** Write both copies; the second only once the first was read back, so that one is whole at every moment. */
export function writeKeys(folder: string, file: KeyFile): void {
  const bytes = formatKeyFile(file)
  for (const name of keyFileNames) {
    writeFileAtomically(join(folder, name), bytes)
    if (readCopy(folder, name).bytes?.equals(bytes) !== true) throw new Error('a key file differs from what was written')
  }
}

/**
 * Put new content in place of `before`. Cut off between the copies, the newer
 * one counts; failing there, the old content is put back: who is told that it
 * failed goes on with the old secret, and who is told nothing with the new one.
 */
export function replaceKeys(folder: string, before: KeyFile, next: KeyFile): void {
  try {
    writeKeys(folder, next)
  } catch (error) {
    putBack(folder, before)
    if (!isInForce(folder, next)) throw error
  }
}

function putBack(folder: string, before: KeyFile): void {
  const bytes = formatKeyFile(before)
  for (const name of keyFileNames) {
    try {
      if (readCopy(folder, name).bytes?.equals(bytes) !== true) writeFileAtomically(join(folder, name), bytes)
    } catch {
      // The other copy may still take it; what counts in the end is looked up.
    }
  }
}

function isInForce(folder: string, file: KeyFile): boolean {
  try {
    return readKeys(folder).candidates[0]?.serial === file.serial
  } catch {
    return false
  }
}

/** The file's bytes: JSON whose last member is the SHA-256 of everything before it. */
export function formatKeyFile(file: KeyFile): Buffer {
  const slots = file.slots.map(orderedSlot)
  const body = JSON.stringify({ v: file.v, vault: file.vault, serial: file.serial, slots }).slice(0, -1)
  return Buffer.from(`${body}${checksumMember(body)}`, 'utf8')
}

/** The content, or what is wrong with these bytes. */
export function parseKeyFile(bytes: Buffer): KeyFile | 'damaged' | 'newer' {
  const text = bytes.toString('latin1')
  const end = text.lastIndexOf(',"sha256":')
  if (end < 0 || text.slice(end) !== checksumMember(bytes.subarray(0, end))) return 'damaged'
  let content: unknown
  try {
    content = JSON.parse(`${bytes.subarray(0, end).toString('utf8')}}`)
  } catch {
    return 'damaged'
  }
  const version = z.object({ v: z.int() }).safeParse(content)
  if (version.success && version.data.v > keyFileVersion) return 'newer'
  const parsed = KeyFile.safeParse(content)
  return parsed.success ? parsed.data : 'damaged'
}

function checksumMember(body: string | Buffer): string {
  return `,"sha256":"${createHash('sha256').update(body).digest('hex')}"}`
}

/** Members in the order of the format, whatever order the object was built in. */
function orderedSlot(slot: Slot): Record<string, unknown> {
  const { id, kind, kdf, salt, nonce, made, box } = slot
  const cost = slot.kdf === 'argon2id' ? { m: slot.m, t: slot.t, p: slot.p } : {}
  return { id, kind, kdf, ...cost, salt, nonce, made, box }
}

function readCopy(folder: string, name: string): Copy {
  try {
    const bytes = readSmallFile(join(folder, name))
    return { name, bytes, read: bytes === null ? 'damaged' : parseKeyFile(bytes) }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { name, bytes: null, read: 'missing' }
    if (code === 'EACCES' || code === 'EPERM') return { name, bytes: null, read: 'forbidden' }
    // A bad sector or a folder by this name: the other copy may still be whole.
    return { name, bytes: null, read: 'damaged' }
  }
}

/** Null when the file is larger than any key file. */
function readSmallFile(path: string): Buffer | null {
  // Non-blocking, or a pipe by this name would hold us for ever.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if (!fstatSync(file).isFile()) return null
    const buffer = Buffer.alloc(mostBytes + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(file, buffer, length, buffer.length - length, null)
    }
    return length > mostBytes ? null : buffer.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
