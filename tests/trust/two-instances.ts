/** Another process at the same vault: while the first is writing, and both at once. */
import { join } from 'node:path'
import { createItem } from '../../electron/database/items.ts'
import { openDatabase } from '../../electron/database/open.ts'
import type { Db } from '../../electron/database/open.ts'
import { openRaw } from './flips-database.ts'
import { checkSaves, savesKey, savesSpace } from './jobs/saves.ts'
import { countOf, rowOf, tally } from './row.ts'
import { copyOf, prepared, runJob } from './run-job.ts'
import { entryOf, newItemId } from '../helpers/test-database.ts'

type Open = (path: string, key: Uint8Array) => Db

export const row = rowOf<Open>({
  id: 'two-instances',
  promise: 'Two windows cannot open one vault, and the first goes on unharmed.',
  tries: { full: 60, part: 3 },
  async attack(tries, _seed, open = (path, key) => openDatabase(path, key, { mustExist: true }).db, seconds = tally()) {
    const work = await prepared('second')
    const answers: string[] = []
    for (let nth = 0; nth < tries; nth += 1) {
      const { folder, away } = copyOf(work)
      const db = open(join(folder, 'journal.db'), savesKey)
      const second = runJob(work, folder)
      let saved = 0
      let failure: unknown = null
      // Goes on writing while the other comes, and until it went.
      const writing = setInterval(() => {
        try {
          createItem(db, { id: newItemId(), spaceId: savesSpace, parentId: null, onDate: null, privacy: 'private', content: entryOf(`The first window's entry ${saved}`) }, new Date())
          saved += 1
        } catch (error) {
          failure ??= error
        }
      }, 5)
      const { said } = await second
      clearInterval(writing)
      const there = Number(db.prepare('SELECT count(*) FROM item').pluck().get())
      db.close()
      const refusal = JSON.stringify(said)
      answers.push(refusal.slice(0, 40))
      const loss = checkSaves(folder, [])
      seconds.held(refusal === '[{"refused":"vault.in-use"}]' && there === saved && saved > 0 && failure === null && loss === null, () => `${refusal.slice(0, 200)}; ${there} of ${saved} there; ${String(failure)}; ${loss}`)
      away()
    }
    return seconds.outcome([countOf(answers)])
  },
  planted: openRaw,
  plantedTries: 1,
})
