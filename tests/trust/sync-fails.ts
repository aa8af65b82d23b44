/** A disk that says it could not keep what it was given. */
import { seeded } from '../helpers/flip.ts'
import { countOf, pick, rowOf, tally } from './row.ts'
import { copyOf, listCalls, prepared, runAndFail } from './run-job.ts'

export const row = rowOf<string[]>({
  id: 'sync-fails',
  promise: 'A disk that fails to keep a save is never taken for one that did.',
  tries: { full: 120, part: 6 },
  planted: ['saves-hasty'],
  async attack(tries, seed, jobs = ['saves', 'keys']) {
    const random = seeded(seed)
    const fails = tally()
    const refusals: string[] = []
    for (const name of jobs) {
      const work = await prepared(name)
      const calls = await listCalls(work, 'fsync,fdatasync')
      for (let nth = 0; nth < Math.ceil(tries / jobs.length); nth += 1) {
        const { folder, away } = copyOf(work)
        const call = pick(random, calls)
        const onwards = random(2) === 0
        const { said } = await runAndFail(work, folder, call, 'EIO', onwards)
        refusals.push(...said.flatMap((line) => (typeof line === 'object' && line !== null && 'refused' in line ? [String(line.refused)] : [])))
        const loss = await work.job.check(folder, said)
        fails.held(loss === null, () => `${name}: ${call.name} ${call.nth}${onwards ? ' and all later ones' : ''}: ${loss}`)
        away()
      }
    }
    return fails.outcome([`refused: ${countOf(refusals)}`])
  },
})
