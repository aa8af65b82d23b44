/** As `migration`, with a defect: each step is on its own, and the version is written first. */
import { join } from 'node:path'
import { migrations } from '../../../electron/database/migrations/migrate.ts'
import { frozenVault } from '../../helpers/frozen-vault.ts'
import { openRaw } from '../flips-database.ts'
import type { Job } from './job.ts'
import { job as migration, keyOf, release } from './migration.ts'

export const job: Job = {
  ...migration,
  work(folder) {
    const db = openRaw(join(folder, 'journal.db'), keyOf(folder))
    for (const step of migrations.slice(frozenVault(release).schema)) {
      db.pragma(`user_version = ${step.version}`)
      step.up(db, new Date())
    }
    db.close()
    return Promise.resolve()
  },
}
