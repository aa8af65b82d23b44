import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'

/** By prefix: SQLite's extended codes begin with the plain one. */
const codes: ReadonlyArray<readonly [prefix: string, code: ErrorCode]> = [
  ['SQLITE_BUSY', 'vault.in-use'],
  ['SQLITE_LOCKED', 'vault.in-use'],
  ['SQLITE_NOTADB', 'vault.damaged-no-backup'],
  ['SQLITE_CORRUPT', 'vault.damaged-no-backup'],
  ['SQLITE_FULL', 'disk.full'],
  ['ENOSPC', 'disk.full'],
  ['EDQUOT', 'disk.full'],
  ['SQLITE_READONLY', 'folder.not-writable'],
  ['SQLITE_CANTOPEN', 'folder.not-writable'],
  ['SQLITE_PERM', 'folder.not-writable'],
  ['EACCES', 'folder.not-writable'],
  ['EPERM', 'folder.not-writable'],
  ['EROFS', 'folder.not-writable'],
  // The folder went away under an open file: a drive that was unplugged.
  ['SQLITE_IOERR', 'vault.missing'],
  ['EIO', 'vault.missing'],
  ['ENOENT', 'vault.missing'],
]

/** The expected failure behind an error of SQLite or of the file system; anything else comes back as it is. */
export function asExpected(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const code = error.code
  const found = codes.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))
  return found === undefined ? error : new AppError(found[1], { cause: error })
}
