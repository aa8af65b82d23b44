/** A disk that says it could not take or keep what it was given: once, or from then on. */
import { seeded } from '../helpers/flip.ts'
import { countOf, rowOf, tally } from './row.ts'
import { copyOf, listCalls, prepared, runAndFail } from './run-job.ts'

export const row = rowOf<string[]>({
  id: 'disk-fails',
  promise: 'A disk that fails to take or keep what it is given is never taken for one that did.',
  tries: { full: 240, part: 12 },
  planted: ['saves-hasty'],
  plantedTries: 60,
  linuxOnly: true,
  async attack(tries, seed, jobs = ['saves', 'keys', 'backup', 'restore'], fails = tally()) {
    const random = seeded(seed)
    const refusals: string[] = []
    for (const name of jobs) {
      const work = await prepared(name)
      const calls = await listCalls(work, 'pwrite64,fsync,fdatasync')
      for (let nth = 0; nth < Math.ceil(tries / jobs.length); nth += 1) {
        const { folder, away } = copyOf(work)
        const at = random(calls.length)
        const onwards = random(2) === 0
        const { said } = await runAndFail(work, folder, calls, at, 'EIO', onwards)
        refusals.push(...said.flatMap((line) => (typeof line === 'object' && line !== null && 'refused' in line ? [String(line.refused)] : [])))
        const loss = await work.job.check(folder, said)
        fails.held(loss === null, () => `${name}: call ${at + 1} of ${calls.length}${onwards ? ' and all later ones' : ''}: ${loss}`)
        away()
      }
    }
    return fails.outcome([`refused: ${countOf(refusals)}`])
  },
})
