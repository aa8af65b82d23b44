/** As `restore`, with a defect: what lay there is copied aside, and then written over where it lies. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { databaseName } from '../../../electron/vault/folders.ts'
import { extractDatabase } from '../../../electron/vault/backups/read.ts'
import { keptName } from '../../../electron/vault/backups/restore.ts'
import type { Job } from './job.ts'
import { job as restore, restoreOnce } from './restore.ts'
import { vaultIn } from './small-vault.ts'

export const job: Job = {
  ...restore,
  work: (folder, say) => restoreOnce(folder, say, ({ path }) => {
    const kept = keptName(vaultIn(folder), new Date())
    if (kept !== null) cpSync(vaultIn(folder), join(folder, kept), { recursive: true })
    const database = join(vaultIn(folder), databaseName)
    rmSync(database)
    extractDatabase(path, database)
    return Promise.resolve(kept)
  }),
}
