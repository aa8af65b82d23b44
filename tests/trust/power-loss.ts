/** The power gone at any moment: what was not synced is lost, in any mixture. */
import { rmSync } from 'node:fs'
import { seeded } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { diskOf, recordJob } from './disk-log.ts'
import { rowOf, tally } from './row.ts'
import { prepared } from './run-job.ts'

export const row = rowOf<string[]>({
  id: 'power-loss',
  promise: 'A power cut at any moment loses no saved word, no way in, and no backup that counted.',
  tries: { full: 2000, part: 100 },
  planted: ['saves-unsynced'],
  linuxOnly: true,
  async attack(tries, seed, jobs = ['saves', 'keys', 'migration', 'backup', 'restore'], cuts = tally()) {
    const random = seeded(seed)
    for (const name of jobs) {
      const work = await prepared(name)
      const calls = await recordJob(work)
      const each = Math.ceil(tries / jobs.length)
      const disk = diskOf(work.base)
      const said: unknown[] = []
      let cut = 0
      for (const [at, call] of calls.entries()) {
        disk.apply(call)
        if (call.call === 'said') said.push(call.line)
        // As many cuts after each call as it takes to spread them over all.
        for (; cut < Math.floor(((at + 1) * each) / calls.length); cut += 1) {
          const folder = tempFolder()
          disk.losePower(folder, random)
          const loss = await work.job.check(folder, said)
          cuts.held(loss === null, () => `${name}: power gone after call ${at + 1} of ${calls.length} (${call.call}): ${loss}`)
          rmSync(folder, { recursive: true, force: true })
        }
      }
    }
    return cuts.outcome()
  },
})
