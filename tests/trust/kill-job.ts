/** Rows that kill a job at a random one of the system calls it makes on files. */
import { seeded } from '../helpers/flip.ts'
import { rowOf, tally } from './row.ts'
import type { Row } from './row.ts'
import { copyOf, listCalls, prepared, runAndKill } from './run-job.ts'

const goldenStep = (Math.sqrt(5) - 1) / 2

/** @param broken a job of the same kind with a defect */
export function killRow(id: string, promise: string, full: number, part: number, job: string, broken: string): Row {
  return rowOf<string>({
    id, promise,
    tries: { full, part },
    planted: broken,
    linuxOnly: true,
    plantedTries: 60,
    async attack(tries, seed, name = job, kills = tally()) {
      const work = await prepared(name)
      const calls = await listCalls(work)
      const random = seeded(seed)
      let finished = 0
      const start = random(1000) / 1000
      for (let kill = 0; kill < tries; kill += 1) {
        const { folder, away } = copyOf(work)
        // By golden steps: however many tries there are, they lie evenly from the beginning to the end.
        const at = Math.floor(((start + kill * goldenStep) % 1) * calls.length)
        const call = calls[at]
        if (call === undefined) throw new Error(`${name} makes no file calls`)
        const { said, code, signal } = await runAndKill(work, folder, call)
        if (code === 0 && signal === null) finished += 1
        const loss = await work.job.check(folder, said)
        kills.held(loss === null, () => `killed at file call ${at + 1} of ${calls.length}, ${call.name}: ${loss}`)
        away()
      }
      return kills.outcome([`${calls.length} file calls to be killed at${finished === 0 ? '' : `, ${finished} times it ended first`}`])
    },
  })
}
