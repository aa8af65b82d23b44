/** A database that is nobody's journal now: taken out of a backup, opened to look into it. */
import Database from 'better-sqlite3-multiple-ciphers'
import { AppError } from '../../shared/errors.ts'
import { countItems } from './counters.ts'
import { asExpected } from './failures.ts'
import { readSchemaVersion, schemaVersion } from './migrations/migrate.ts'
import { applyKey, checkIntegrity } from './open.ts'
import type { Db } from './open.ts'
import { vaultRecord } from './vault-record.ts'

/** How many items of each kind, the bin left out, and when something was written last. */
export type CopyContent = { schema: number; counts: Record<string, number>; savedAt: string | null }

/**
 * Open, read every page, count, close. Nothing in it is changed.
 *
 * @throws AppError `vault.damaged-no-backup`, `vault.newer`
 */
export function lookIntoCopy(path: string, key: Uint8Array): CopyContent {
  const db = openCopy(path, key)
  try {
    // Each index is looked up for each row: a page that fell out of the cache is deciphered again. As much as a key derivation takes, for as long.
    db.pragma('cache_size = -262144')
    passOverIndex(db)
    checkIntegrity(db)
    return { schema: readSchemaVersion(db), counts: countItems(db), savedAt: vaultRecord(db).savedAt }
  } catch (error) {
    // The key fits, but these are not our tables.
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') throw new AppError('vault.damaged-no-backup', { cause: error })
    throw asExpected(error)
  } finally {
    db.close()
  }
}

/**
 * Check the search index page by page as the tables that it lies in, and not
 * whether its words make sense: one that contradicts itself is built anew where
 * it is used (mend-index.ts), so it makes no copy worthless, and to look at each
 * of its words takes longer than everything else.
 */
function passOverIndex(db: Db): void {
  db.table('fts5', { columns: ['words'], *rows() { /* SQLite asks its own module otherwise */ } })
}

/** A file that nobody writes to is not waited for. */
const busyTimeoutMs = 50

/** For reading only, whatever its schema. @throws AppError also `vault.in-use` */
export function openCopy(path: string, key: Uint8Array): Db {
  let db: Db | undefined
  try {
    db = new Database(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })
    applyKey(db, key)
    db.pragma('temp_store = MEMORY')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    if (readSchemaVersion(db) > schemaVersion) throw new AppError('vault.newer')
    return db
  } catch (error) {
    db?.close()
    throw asExpected(error)
  }
}
