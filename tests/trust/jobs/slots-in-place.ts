/** As `slots`, with a defect: the key files are written over where they are. */
import type { Job } from './job.ts'
import { writeInPlace } from './keys-in-place.ts'
import { changeSlots, job as slots } from './slots.ts'

export const job: Job = { ...slots, work: (folder, say) => changeSlots(folder, say, (vault) => { writeInPlace(vault.folder) }) }
