/** Bytes of the database changed by a dying disk or by somebody. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { openDatabase } from '../../electron/database/open.ts'
import type { Db } from '../../electron/database/open.ts'
import { AppError } from '../../shared/errors.ts'
import { seeded } from '../helpers/flip.ts'
import type { Random } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { addItem, addSpace, entryOf, testDatabase } from '../helpers/test-database.ts'
import { countOf, rowOf, tally } from './row.ts'

type Open = (path: string, key: Uint8Array) => Db

const pageBytes = 4096
/** What only counts, like the unlocks, is left out: it differs without damage. */
const everything = [
  'SELECT moment, id, title, body, words, revision, updated_at FROM item ORDER BY moment', 'SELECT id FROM item ORDER BY id', 'SELECT item_id, revision, body FROM revision ORDER BY item_id, revision',
  'SELECT moment FROM unindexed ORDER BY moment', 'SELECT saved_at FROM vault', 'SELECT name, value FROM preference ORDER BY name',
]

export const row = rowOf<Open>({
  id: 'flips-database',
  promise: 'A changed byte in the database is called damage or changes nothing; it never gives other words.',
  tries: { full: 1800, part: 90 },
  attack(tries, seed, open = (path, key) => openDatabase(path, key, { mustExist: true }).db, flips = tally()) {
    const good = journalOf120()
    const copy = join(tempFolder(), 'journal.db')
    writeFileSync(copy, good.bytes)
    const whole = readAll(open, copy, good.key)
    if (!whole.startsWith('[')) throw new Error('the journal cannot be read to begin with')
    const random = seeded(seed)
    const outcomes: string[] = []
    const regions = Object.entries(places(good.bytes.length))
    for (let flip = 0; flip < tries; flip += 1) {
      const [region, change] = regions[flip % regions.length] ?? ['', () => undefined]
      const bytes = Buffer.from(good.bytes)
      change(bytes, random)
      writeFileSync(copy, bytes)
      const found = readAll(open, copy, good.key)
      const outcome = found === whole ? 'nothing changed' : found.startsWith('[') ? 'OTHER WORDS' : found
      outcomes.push(`${region}: ${outcome}`)
      flips.held(['nothing changed', 'damage on reading', 'vault.damaged-no-backup'].includes(outcome), () => `${region}: ${outcome}`)
    }
    return Promise.resolve(flips.outcome([countOf(outcomes)]))
  },
  planted: openUnchecked,
})

/** As by a program that was told not to check the pages. */
function openUnchecked(path: string, key: Uint8Array): Db {
  return openRaw(path, key, ['hmac_check = 0'])
}

/** With the key and nothing else of what the app takes care of. */
export function openRaw(path: string, key: Uint8Array, settings: readonly string[] = []): Db {
  const db = new Database(path)
  for (const setting of [`cipher = 'sqlcipher'`, 'legacy = 4', ...settings, `key = "x'${Buffer.from(key).toString('hex')}'"`]) db.pragma(setting)
  return db
}

/** Closed, with 120 entries in it. */
function journalOf120(): { bytes: Buffer; key: Uint8Array } {
  const made = testDatabase()
  const space = addSpace(made.db)
  for (let entry = 0; entry < 120; entry += 1) {
    addItem(made.db, space, entryOf(`Entry ${entry}: ${'what was said and what was meant '.repeat(40)}`))
  }
  made.close()
  return { bytes: readFileSync(made.path), key: made.key }
}

/** A byte in each region, and a page put in another's place. */
function places(length: number): Record<string, (bytes: Buffer, random: Random) => void> {
  const pages = length / pageBytes
  const flipAt = (place: (random: Random) => number) => (bytes: Buffer, random: Random) => {
    const at = place(random)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + random(255)), at)
  }
  return {
    'salt': flipAt((random) => random(16)),
    'first page': flipAt((random) => random(pageBytes)),
    'middle': flipAt((random) => pageBytes + random(length - 2 * pageBytes)),
    'last page': flipAt((random) => length - pageBytes + random(pageBytes)),
    'end of a page': flipAt((random) => (1 + random(pages)) * pageBytes - 1 - random(80)),
    'page moved': (bytes, random) => {
      const [from, to] = [1 + random(pages - 1), 1 + random(pages - 1)]
      bytes.copy(bytes, to * pageBytes, from * pageBytes, (from + 1) * pageBytes)
    },
  }
}

/** Everything that was written, by table and by index, or the code of the refusal. */
export function readAll(open: Open, path: string, key: Uint8Array): string {
  let db: Db | null = null
  try {
    db = open(path, key)
    return JSON.stringify(everything.map((query) => db?.prepare(query).all()))
  } catch (error) {
    if (error instanceof AppError) return error.code
    return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code)) ? 'damage on reading' : `unexpected: ${String(error)}`
  } finally {
    db?.close()
  }
}
