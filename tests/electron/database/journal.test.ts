/** A crash's journal: believed when all of it is authentic, and told from one that is being written. */
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { journalFits } from '../../../electron/database/journal.ts'
import { openDatabase } from '../../../electron/database/open.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { addEntry, addSpace, testDatabase } from '../../helpers/test-database.ts'

/** A copy of a database in the middle of a transaction, with the journal as it lies there. */
function inTheMiddle() {
  const made = testDatabase()
  const space = addSpace(made.db)
  for (let entry = 0; entry < 20; entry += 1) addEntry(made.db, space, `Entry ${entry} ${'with some words '.repeat(100)}`)
  const path = join(tempFolder(), 'journal.db')
  made.db.exec('BEGIN')
  made.db.exec(`UPDATE item SET words = words || ' changed'`)
  copyFileSync(made.path, path)
  const journal = readFileSync(`${made.path}-journal`)
  made.db.exec('ROLLBACK')
  // What SQLite writes into the header last, when all records are on the disk.
  const records = Math.floor((journal.length - 512) / 4104)
  Buffer.from('d9d505f920a163d7', 'hex').copy(journal)
  journal.writeUInt32BE(records, 8)
  writeFileSync(`${path}-journal`, journal)
  return { path, key: made.key, records }
}

test('one that is whole is played back', () => {
  const { path, key, records } = inTheMiddle()

  expect(records).toBeGreaterThan(3)
  expect(journalFits(path, key)).toBe(true)
  const { db, journalChecked } = openDatabase(path, key, { mustExist: true })
  expect(journalChecked).toBe(true)
  expect(db.prepare(`SELECT count(*) FROM item WHERE words LIKE '%changed'`).pluck().get()).toBe(0)
  db.close()
})

test.each([
  ['its mark', 3], ['the count of its records', 11], ['its number of the day', 13], ['the length of the database', 19], ['the length of a page', 26],
  ['a page\'s number', 512 + 3], ['a page', 512 + 2000], ['a checksum', 512 + 4 + 4096 + 3],
])('one with a byte changed in %s is damage, and nothing is played back', (_, at) => {
  const { path, key } = inTheMiddle()
  const journal = readFileSync(`${path}-journal`)
  journal.writeUInt8(journal.readUInt8(at) ^ 1, at)
  writeFileSync(`${path}-journal`, journal)
  const before = readFileSync(path)

  expect(() => openDatabase(path, key, { mustExist: true })).toThrow(expect.objectContaining({ code: 'vault.damaged-no-backup' }))

  expect(readFileSync(path).equals(before)).toBe(true)
})

test('one that was cut off is damage', () => {
  const { path, key, records } = inTheMiddle()
  truncateSync(`${path}-journal`, 512 + (records - 1) * 4104 + 100)

  expect(journalFits(path, key)).toBe(false)
})

test('one that is not in force is no matter, and none at all is none', () => {
  const { path, key } = inTheMiddle()
  writeFileSync(`${path}-journal`, Buffer.alloc(4000))
  expect(journalFits(path, key)).toBe(true)
  rmSync(`${path}-journal`)
  expect(journalFits(path, key)).toBe(true)
})
