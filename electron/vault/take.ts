/**
 * An open database with a second descriptor of its file, for copying it. Closing
 * any descriptor of a file drops the locks that this process holds on it, SQLite's
 * too: so it is opened once SQLite has its lock, and closed after the database.
 */
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../database/open.ts'
import type { Db, OpenedDatabase } from '../database/open.ts'
import { schemaVersion } from '../database/migrations/migrate.ts'
import { fileStamp, makeBackupNow } from './backups/make.ts'
import { databaseName } from './folders.ts'
import type { KeyFile } from './key-file.ts'

export type TakenDatabase = OpenedDatabase & { reader: number }

/**
 * Open a vault's database for this process alone. One with an older schema is
 * backed up, as it lies, before it is changed; where that fails it is left as it
 * is and closed again.
 *
 * @throws as `openDatabase` and `makeBackupNow`
 */
export function takeDatabase(folder: string, keys: KeyFile, dataKey: Uint8Array, now: Date = new Date()): TakenDatabase {
  const path = join(folder, databaseName)
  let reader: number | null = null
  try {
    const opened = openDatabase(path, dataKey, {
      mustExist: true,
      whenTaken: (schema) => {
        const file = openSync(path, 'r')
        reader = file
        if (schema === 0 || schema >= schemaVersion) return
        makeBackupNow({ folder, keys, dataKey, schema, reader: file, stamp: () => fileStamp(file) }, now)
      },
    })
    if (reader === null) throw new Error('a database was opened without being taken')
    return { ...opened, reader }
  } catch (error) {
    if (reader !== null) closeSync(reader)
    throw error
  }
}

/** Close the database, and then what was read beside it. Safe to call twice. */
export function releaseDatabase(taken: { db: Db; reader: number }): void {
  const wasOpen = taken.db.open
  taken.db.close()
  if (wasOpen) closeSync(taken.reader)
}
