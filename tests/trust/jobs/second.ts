/** A second window on the vault that {@link file://./saves.ts} works on: it may not get in. */
import { join } from 'node:path'
import { openDatabase } from '../../../electron/database/open.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Job } from './job.ts'
import { job as saves, saveMany, savesKey } from './saves.ts'

export const job: Job = {
  ...saves,
  async work(folder, say) {
    try {
      await saveMany(openDatabase(join(folder, 'journal.db'), savesKey, { mustExist: true }).db, say, 'after')
    } catch (error) {
      say(error instanceof AppError ? { refused: error.code } : { fault: String(error) })
    }
  },
}
