/** A vault of the first release, brought up to date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSchemaVersion, schemaVersion } from '../../../electron/database/migrations/migrate.ts'
import { checkIntegrity, openDatabase } from '../../../electron/database/open.ts'
import { AppError } from '../../../shared/errors.ts'
import { copyFrozen, fingerprint, frozenKey, frozenVault } from '../../helpers/frozen-vault.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import type { Job } from './job.ts'

export const release = 'vault-1'
const pathIn = (folder: string) => join(folder, 'journal.db')

/** The key is kept beside it, so that each try saves a second. */
export const keyOf = (folder: string) => new Uint8Array(readFileSync(join(folder, 'key')))

export const job: Job = {
  async prepare(folder) {
    copyFrozen(release, folder)
    writeFileSync(join(folder, 'key'), await frozenKey(release))
  },
  work(folder, say) {
    const { db } = openDatabase(pathIn(folder), keyOf(folder), { mustExist: true })
    say({ schema: readSchemaVersion(db) })
    db.close()
    return Promise.resolve()
  },
  check(folder) {
    const expected = frozenVault(release)
    try {
      const { db } = openDatabase(pathIn(folder), keyOf(folder), { mustExist: true })
      try {
        checkIntegrity(db)
        if (readSchemaVersion(db) !== schemaVersion) return Promise.resolve('it stayed behind')
        if (fingerprint(db) !== expected.sha256OfItems) return Promise.resolve('its items differ')
        if (tablesOf(db) !== freshTables()) return Promise.resolve('its tables are not those of a new vault')
        return Promise.resolve(null)
      } finally {
        db.close()
      }
    } catch (error) {
      return Promise.resolve(`it does not open: ${error instanceof AppError ? error.code : String(error)}`)
    }
  },
}

function tablesOf(db: ReturnType<typeof openDatabase>['db']): string {
  return JSON.stringify(db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all())
}

let fresh: string | undefined

/** The same each time; making them takes longer than the rest of a check. */
function freshTables(): string {
  fresh ??= makeTables()
  return fresh
}

function makeTables(): string {
  const { db } = openDatabase(join(tempFolder(), 'journal.db'), new Uint8Array(32).fill(1))
  const tables = tablesOf(db)
  db.close()
  return tables
}
