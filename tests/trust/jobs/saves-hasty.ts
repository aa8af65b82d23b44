/** As `saves`, with a defect: a save is said before it is made. */
import { join } from 'node:path'
import { openDatabase } from '../../../electron/database/open.ts'
import type { Job } from './job.ts'
import { job as saves, saveMany, savesKey } from './saves.ts'

export const job: Job = {
  ...saves,
  work: (folder, say) => saveMany(openDatabase(join(folder, 'journal.db'), savesKey, { mustExist: true }).db, say, 'before'),
}
