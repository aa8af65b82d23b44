/** One vault carried between computers, gone on with apart, put back: each computer must notice what it lost, and nothing else. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../electron/database/open.ts'
import { countUnlock, readPreference, writePreference } from '../../electron/database/vault-record.ts'
import type { UnlockMark } from '../../electron/database/vault-record.ts'
import { seeded } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { countOf, pick, rowOf, tally } from './row.ts'

type Count = typeof countUnlock

const key = new Uint8Array(32).fill(7)
const steps = 14
const wordsName = 'written'

type Computer = { known: number; marks: readonly UnlockMark[]; written: ReadonlySet<string> }
type Verdict = 'nothing' | 'older' | 'elsewhere'

export const row = rowOf<Count>({
  id: 'two-machines',
  promise: 'A vault that was written on two computers apart, or of which an older copy was put back, is noticed for what it is, and one that is neither is not remarked on.',
  tries: { full: 1_000, part: 60 },
  async attack(tries, seed, count = countUnlock, unlocks = tally()) {
    const random = seeded(seed)
    const verdicts: string[] = []
    while (verdicts.length < tries) {
      const folder = tempFolder()
      const copies = ['first', 'second', 'third'].map((name) => join(folder, name))
      const computers: Computer[] = [0, 1, 2].map(() => ({ known: 0, marks: [], written: new Set() }))
      const [first] = copies
      if (first === undefined) throw new Error('no copy')
      openDatabase(first, key).db.close()
      for (const other of copies.slice(1)) copyFileSync(first, other)
      for (let step = 0; step < steps && verdicts.length < tries; step += 1) {
        if (random(3) === 0) copyFileSync(pick(random, copies), pick(random, [`${folder}/spare`, ...copies]))
        const at = random(computers.length)
        const { found, expected, computer } = unlock(computers[at] ?? { known: 0, marks: [], written: new Set() }, pick(random, copies), count, `${verdicts.length}`)
        computers[at] = computer
        verdicts.push(expected)
        unlocks.held(found === expected, () => `${found} instead of ${expected}`)
      }
    }
    return unlocks.outcome([countOf(verdicts)])
  },
  planted: (db, known) => countUnlock(db, known),
})

/** One unlock of one copy on one computer, which goes on with it whatever was said. */
function unlock(computer: Computer, path: string, count: Count, word: string): { found: Verdict; expected: Verdict; computer: Computer } {
  const { db } = openDatabase(path, key, { mustExist: true })
  const there = new Set(readPreference(db, wordsName)?.split(' ') ?? [])
  const lost = [...computer.written].some((one) => !there.has(one))
  const strange = [...there].some((one) => !computer.written.has(one))
  const { generation, marks, older, elsewhere } = count(db, computer.known, computer.marks)
  const written = new Set([...there, word])
  writePreference(db, wordsName, [...written].join(' '))
  db.close()
  return {
    found: elsewhere ? 'elsewhere' : older ? 'older' : 'nothing',
    expected: !lost ? 'nothing' : strange ? 'elsewhere' : 'older',
    computer: { known: generation, marks, written },
  }
}
