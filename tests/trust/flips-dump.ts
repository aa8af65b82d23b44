/** A copy of everything, the age file, with something changed in it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { createItem } from '../../electron/database/items.ts'
import type { Db } from '../../electron/database/open.ts'
import { readDump } from '../../electron/dump/read-dump.ts'
import { writeDump } from '../../electron/dump/write-dump.ts'
import { AppError } from '../../shared/errors.ts'
import { flipByte, seeded } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { addSpace, entryOf, newItemId, testDatabase } from '../helpers/test-database.ts'
import { countOf, rowOf, tally } from './row.ts'

type Copy = { write(db: Db, path: string): Promise<unknown>; /** What it holds, or the code of its refusal. */ read(path: string): Promise<string> }

const passphrase = 'vijf andere woorden voor onderweg'
/** The attack is on the file, not on the passphrase. */
const work = 10

export const row = rowOf<Copy>({
  id: 'flips-dump',
  promise: 'A copy of everything with a changed byte or a missing end is refused, and nothing of it comes in.',
  tries: { full: 400, part: 20 },
  async attack(tries, seed, copy = ageFile, flips = tally()) {
    const { db } = testDatabase()
    const spaceId = addSpace(db)
    for (let nth = 0; nth < 12; nth += 1) {
      createItem(db, { id: newItemId(), spaceId, parentId: null, onDate: null, privacy: 'private', content: entryOf(`Entry ${nth} ${'of everything '.repeat(60)}`) }, new Date())
    }
    const path = join(tempFolder(), 'all.age')
    await copy.write(db, path)
    const good = readFileSync(path)
    const whole = await copy.read(path)
    if (!whole.startsWith('[')) throw new Error(`the copy cannot be read to begin with: ${whole}`)
    const random = seeded(seed)
    const outcomes: string[] = []
    for (let nth = 0; nth < tries; nth += 1) {
      const cut = nth % 4 === 3
      writeFileSync(path, cut ? good.subarray(0, random(good.length)) : nth % 4 === 2 ? Buffer.concat([flipByte(good.subarray(0, 180), random), good.subarray(180)]) : flipByte(good, random))
      const found = await copy.read(path)
      const outcome = found === whole ? 'the same words' : found.startsWith('[') ? 'OTHER WORDS' : found
      outcomes.push(`${cut ? 'cut off' : 'a byte'}: ${outcome}`)
      flips.held(/^dump\./.test(outcome), () => `${cut ? 'cut off' : 'a byte'}: ${outcome}`)
    }
    return flips.outcome([countOf(outcomes)])
  },
  planted: plainZip(),
  plantedTries: 60,
})

const ageFile: Copy = {
  write: (db, path) => writeDump(db, { passphrase, language: 'en', now: new Date(), work }, path),
  async read(path) {
    const records: unknown[] = []
    try {
      await readDump(path, passphrase, { records: (some) => { records.push(...some) } })
      return JSON.stringify(records)
    } catch (error) {
      // A refusal after some records were handed out would let half of it in.
      if (records.length > 0) return '[half of it]'
      return error instanceof AppError ? error.code : `unexpected: ${String(error)}`
    }
  },
}

/** A zip without age around it, as any program makes and reads it: what is in it proves nothing. */
function plainZip(): Copy {
  return {
    write(db, path) {
      writeFileSync(path, zipSync({ 'journal.json': strToU8(JSON.stringify(db.prepare('SELECT id, body FROM item').all())) }, { level: 0 }))
      return Promise.resolve()
    },
    read(path) {
      try {
        return Promise.resolve(JSON.stringify(JSON.parse(strFromU8(unzipSync(readFileSync(path))['journal.json'] ?? new Uint8Array()))))
      } catch {
        return Promise.resolve('dump.damaged')
      }
    },
  }
}
