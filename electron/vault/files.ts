/**
 * Files and folders of the vault: private to their owner, written so that a
 * crash leaves the old or the new one and never half of either.
 */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, rmdirSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** Replace a file in one step, durable when this returns. */
export function writeFileAtomically(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = openSync(temporary, 'wx', 0o600)
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw fileError(error)
  }
}

/** Make a rename or a new file in this folder durable. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder, and orders its own renames.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Make a folder and what is missing above it, for their owner alone. */
export function makePrivateFolder(folder: string): void {
  try {
    // One by one: `recursive` never returns where a parent exists but takes no folders, such as /proc.
    for (const missing of missingFolders(folder)) mkdirSync(missing, { mode: 0o700 })
  } catch (error) {
    throw fileError(error)
  }
}

/**
 * Prove that something can be made in this folder; permission bits do not tell
 * on network drives, read-only mounts, or for root.
 *
 * @throws AppError `folder.not-writable` or `disk.full`
 */
export function proveWritable(folder: string): void {
  try {
    rmdirSync(mkdtempSync(join(folder, '.mj-')))
  } catch (error) {
    throw fileError(error)
  }
}

/** The same for a folder that may not exist yet: its nearest existing parent counts. */
export function proveParentWritable(folder: string): void {
  const outermost = missingFolders(folder)[0]
  proveWritable(outermost === undefined ? folder : dirname(outermost))
}

/** From the outermost to the folder itself. */
function missingFolders(folder: string): string[] {
  const missing: string[] = []
  for (let path = folder; !existsSync(path) && dirname(path) !== path; path = dirname(path)) missing.unshift(path)
  return missing
}

/** What the system said about a file, as one of our codes; anything else as it was. */
export function fileError(error: unknown): unknown {
  switch (systemCode(error)) {
    case 'ENOSPC': case 'EDQUOT':
      return new AppError('disk.full', { cause: error })
    case 'EACCES': case 'EPERM': case 'EROFS': case 'ENOENT': case 'ENOTDIR': case 'EEXIST': case 'EISDIR': case 'ENAMETOOLONG': case 'EINVAL':
      return new AppError('folder.not-writable', { cause: error })
    default:
      return error
  }
}

export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
