/** Bytes changed by a dying disk or by somebody: damage is said, other words are never shown. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/database/open.ts'
import { AppError } from '../../../shared/errors.ts'
import { seeded, testSeed } from '../../helpers/flip.ts'
import type { Random } from '../../helpers/flip.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { addItem, addSpace, entryOf, testDatabase } from '../../helpers/test-database.ts'

const flipsEach = process.env['MJ_FULL'] === '1' ? 300 : 15
const pageBytes = 4096

/** Everything that was written, or the code of the refusal. */
function readAll(path: string, key: Uint8Array): string {
  let db: ReturnType<typeof openDatabase>['db'] | null = null
  try {
    db = openDatabase(path, key, { mustExist: true }).db
    return JSON.stringify(db.prepare('SELECT id, title, body, words, revision FROM item ORDER BY id').all())
  } catch (error) {
    if (error instanceof AppError) return error.code
    return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code)) ? 'damage on reading' : `unexpected: ${String(error)}`
  } finally {
    db?.close()
  }
}

test('a flipped byte anywhere is called damage or changes nothing, and never gives other words', () => {
  const made = testDatabase()
  const space = addSpace(made.db)
  for (let entry = 0; entry < 120; entry += 1) {
    addItem(made.db, space, entryOf(`Entry ${entry}: ${'what was said and what was meant '.repeat(40)}`))
  }
  made.close()
  const good = readFileSync(made.path)
  const copy = join(tempFolder(), 'journal.db')
  copyFileSync(made.path, copy)
  const whole = readAll(copy, made.key)
  const random = testSeed('flips in every region')
  const pages = good.length / pageBytes
  const regions: Record<string, (random: Random) => number> = {
    salt: (next) => next(16),
    'first page': (next) => next(pageBytes),
    middle: (next) => pageBytes + next(good.length - 2 * pageBytes),
    'last page': (next) => good.length - pageBytes + next(pageBytes),
    'end of a page': (next) => (1 + next(pages)) * pageBytes - 1 - next(80),
  }

  const outcomes = new Map<string, number>()
  for (const [region, place] of Object.entries(regions)) {
    for (let flip = 0; flip < flipsEach; flip += 1) {
      const bytes = Buffer.from(good)
      const at = place(random)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + random(255)), at)
      writeFileSync(copy, bytes)
      const found = readAll(copy, made.key)
      const outcome = found === whole ? 'nothing changed' : found.startsWith('[') ? 'OTHER WORDS' : found
      outcomes.set(`${region}: ${outcome}`, (outcomes.get(`${region}: ${outcome}`) ?? 0) + 1)
    }
  }
  console.info([...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join('; '))

  expect(whole.startsWith('[')).toBe(true)
  const kinds = new Set([...outcomes.keys()].map((outcome) => outcome.replace(/^[^:]+: /, '')))
  for (const kind of kinds) expect(['nothing changed', 'damage on reading', 'vault.damaged-no-backup']).toContain(kind)
  expect(outcomes.get('salt: vault.damaged-no-backup')).toBe(flipsEach)
  expect(outcomes.get('first page: vault.damaged-no-backup')).toBe(flipsEach)
})

test('a page moved to another place is damage', () => {
  const made = testDatabase()
  const space = addSpace(made.db)
  for (let entry = 0; entry < 120; entry += 1) addItem(made.db, space, entryOf(`Entry ${entry}: ${'word '.repeat(300)}`))
  made.close()
  const good = readFileSync(made.path)
  const copy = join(tempFolder(), 'journal.db')
  writeFileSync(copy, good)
  const whole = readAll(copy, made.key)
  const random = seeded(7)

  for (let move = 0; move < flipsEach; move += 1) {
    const bytes = Buffer.from(good)
    const pages = good.length / pageBytes
    const [from, to] = [1 + random(pages - 1), 1 + random(pages - 1)]
    good.copy(bytes, to * pageBytes, from * pageBytes, (from + 1) * pageBytes)
    writeFileSync(copy, bytes)
    const found = readAll(copy, made.key)

    expect(found.startsWith('[') && found !== whole).toBe(false)
    expect(found).not.toMatch(/^unexpected/)
  }
})
