/** As `saves`, with a defect: nothing waits for the disk. */
import { join } from 'node:path'
import { openDatabase } from '../../../electron/database/open.ts'
import type { Job } from './job.ts'
import { job as saves, saveMany, savesKey } from './saves.ts'

export const job: Job = {
  ...saves,
  work: (folder, say) => {
    const { db } = openDatabase(join(folder, 'journal.db'), savesKey, { mustExist: true })
    db.pragma('synchronous = OFF')
    return saveMany(db, say, 'after')
  },
}
