import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import type { ItemOf } from '../../../shared/item.ts'
import { getItem } from '../../../electron/database/items.ts'
import { migrate, migrations, readSchemaVersion, schemaVersion } from '../../../electron/database/migrations/migrate.ts'
import { checkIntegrity, openDatabase } from '../../../electron/database/open.ts'
import { refreshIndex } from '../../../electron/database/word-index.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { addEntry, addSpace, testDatabase } from '../../helpers/test-database.ts'

const expectCode = (work: () => unknown, code: string) => { expect(work).toThrow(expect.objectContaining({ code })) }

test('an entry saved in one opening is there in the next', () => {
  const test = testDatabase()
  const { id } = addEntry(test.db, addSpace(test.db), 'The harbour was quiet.')

  const item = getItem(test.reopen(), id) as ItemOf<'entry'>

  expect(item.title).toBe('The harbour was quiet.')
  expect(item.revision).toBe(1)
})

test('every setting that the build gets wrong is set anew at each opening', () => {
  const db = testDatabase().reopen()

  const read = (name: string) => db.pragma(name, { simple: true })

  expect({
    temp: read('temp_store'), journal: read('journal_mode'), sync: read('synchronous'), lock: read('locking_mode'),
    secure: read('secure_delete'), spill: read('cache_spill'), keys: read('foreign_keys'), cipher: read('cipher'),
  }).toEqual({ temp: 2, journal: 'delete', sync: 3, lock: 'exclusive', secure: 1, spill: 0, keys: 1, cipher: 'sqlcipher' })
  expect(db.prepare(`SELECT v FROM item_fts_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1)
})

test('at rest the database is one file that only its owner may read', () => {
  const test = testDatabase()
  addEntry(test.db, addSpace(test.db), 'Quiet.')
  test.close()

  expect(statSync(test.path).mode & 0o777).toBe(0o600)
  expect(existsSync(`${test.path}-journal`)).toBe(false)
})

test.each([0, 16, 31, 33, 64])('a key of %i bytes is refused before it could be taken for a passphrase', (length) => {
  expect(() => openDatabase(join(tempFolder(), 'journal.db'), new Uint8Array(length))).toThrow('32 bytes')
})

test('[F65] no word of the journal is in the bytes of the file, where an unencrypted one shows them all', () => {
  const words = 'Kwaliteitsgesprek'
  const test = testDatabase()
  addEntry(test.db, addSpace(test.db, { other: 'Wilhelmina' }), words)
  refreshIndex(test.db)
  test.close()
  const plainPath = join(tempFolder(), 'plain.db')
  const plain = new Database(plainPath)
  migrate(plain)
  addEntry(plain, addSpace(plain, { other: 'Wilhelmina' }), words)
  refreshIndex(plain)
  plain.close()

  const found = (path: string) => ['Kwaliteits', 'kwaliteits', 'Wilhelmina', 'paragraph', 'CREATE TABLE']
    .filter((needle) => ['utf8', 'utf16le'].some((encoding) => readFileSync(path).includes(Buffer.from(needle, encoding as BufferEncoding))))

  expect(found(test.path)).toEqual([])
  expect(found(plainPath)).toEqual(['Kwaliteits', 'kwaliteits', 'Wilhelmina', 'paragraph', 'CREATE TABLE'])
})

test('a second instance is told that the vault is in use, and the first goes on', () => {
  const test = testDatabase()

  expectCode(() => openDatabase(test.path, test.key), 'vault.in-use')

  expect(addEntry(test.db, addSpace(test.db), 'Still here.').title).toBe('Still here.')
})

test('another key is damage of the file, since the slot gave this one', () => {
  const test = testDatabase()
  test.close()

  expectCode(() => openDatabase(test.path, new Uint8Array(randomBytes(32))), 'vault.damaged-no-backup')
})

test('a vault from a newer version is refused and left as it was', () => {
  const test = testDatabase()
  test.db.pragma(`user_version = ${schemaVersion + 1}`)
  test.close()
  const before = readFileSync(test.path)

  expectCode(() => openDatabase(test.path, test.key), 'vault.newer')

  expect(readFileSync(test.path).equals(before)).toBe(true)
})

test('a database that must exist is neither made anew nor taken from an emptied file', () => {
  const path = join(tempFolder(), 'journal.db')
  const key = new Uint8Array(randomBytes(32))

  expectCode(() => openDatabase(path, key, { mustExist: true }), 'vault.missing')
  expect(existsSync(path)).toBe(false)
  writeFileSync(path, '')
  expectCode(() => openDatabase(path, key, { mustExist: true }), 'vault.damaged-no-backup')
})

test('a folder that is not there or may not be written is named so', () => {
  expectCode(() => openDatabase(join(tempFolder(), 'gone', 'journal.db'), new Uint8Array(32)), 'vault.missing')
})

test('a journal left behind has everything checked first, and the opening says so', () => {
  const test = testDatabase()
  addEntry(test.db, addSpace(test.db), 'Before the lights went out.')
  test.close()
  writeFileSync(`${test.path}-journal`, '')

  const { db, journalChecked } = openDatabase(test.path, test.key)
  db.close()

  expect(journalChecked).toBe(true)
})

test('a flipped byte behind a left journal is found before first use', () => {
  const test = testDatabase()
  const spaceId = addSpace(test.db)
  for (let n = 0; n < 40; n++) addEntry(test.db, spaceId, `Entry ${n}. ${'Much was said. '.repeat(60)}`)
  test.close()
  flip(test.path, Math.floor(statSync(test.path).size / 2))
  writeFileSync(`${test.path}-journal`, '')

  expectCode(() => openDatabase(test.path, test.key), 'vault.damaged-no-backup')
})

test('a file cut in half is damage', () => {
  const test = testDatabase()
  const spaceId = addSpace(test.db)
  for (let n = 0; n < 40; n++) addEntry(test.db, spaceId, 'Much was said. '.repeat(60))
  test.close()
  truncateSync(test.path, Math.floor(statSync(test.path).size / 8192) * 4096)

  expectCode(() => { checkIntegrity(openDatabase(test.path, test.key).db) }, 'vault.damaged-no-backup')
})

test('a migration that fails leaves the schema as it was', () => {
  const { db } = testDatabase()
  const steps = [
    ...migrations,
    { version: schemaVersion + 1, up: (target: typeof db) => { target.exec('CREATE TABLE half (x)') } },
    { version: schemaVersion + 2, up: () => { throw new Error('stop') } },
  ]

  expect(() => { migrate(db, new Date(), steps) }).toThrow('stop')

  expect(readSchemaVersion(db)).toBe(schemaVersion)
  expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0)
})

test('later migrations run once, in their order', () => {
  const { db } = testDatabase()
  const ran: number[] = []
  const later = [schemaVersion + 1, schemaVersion + 2]
  const steps = [...migrations, ...later.map((version) => ({ version, up: () => { ran.push(version) } }))]

  migrate(db, new Date(), steps)
  migrate(db, new Date(), steps)

  expect(ran).toEqual(later)
  expect(readSchemaVersion(db)).toBe(later.at(-1))
})

function flip(path: string, at: number): void {
  const byte = readFileSync(path).readUInt8(at)
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.from([byte ^ 1]), 0, 1, at)
  closeSync(file)
}
