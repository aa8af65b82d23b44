/** As `move`, with a defect: the old place is left before there is a new one. */
import { leaveOldPlace } from '../../../electron/vault/move.ts'
import type { Job } from './job.ts'
import { job as move, moveTwice } from './move.ts'

export const job: Job = {
  ...move,
  work: (folder, say) => moveTwice(folder, say, (plan) => { leaveOldPlace(plan) }),
}
