import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { forgetRevisions, keepRefused, listRevisions, restoreRevision } from '../../../electron/database/history.ts'
import { getItem, saveItem } from '../../../electron/database/items.ts'
import type { Db } from '../../../electron/database/open.ts'
import { endSitting } from '../../../electron/database/sittings.ts'
import { tidyDatabase } from '../../../electron/database/tidy.ts'
import type { ItemId } from '../../../shared/ids.ts'
import { addEntry, addSpace, daysLater, entryOf, minutesLater, testDatabase } from '../../helpers/test-database.ts'

const words = (db: Db, id: ItemId) => listRevisions(db, id).map((revision) => revision.words)
const write = (db: Db, id: ItemId, text: string, now: Date) => saveItem(db, { id, revision: getItem(db, id).revision, content: entryOf(text) }, now)

test('[F80] a sitting leaves one version behind, the state before it began', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'one')
  write(db, id, 'one two', minutesLater(1))
  write(db, id, 'one two three', minutesLater(2))
  expect(words(db, id)).toEqual([])

  write(db, id, 'half an hour later', minutesLater(40))
  write(db, id, 'and on', minutesLater(41))

  expect(words(db, id)).toEqual(['one two three'])
})

test('leaving an item and a new opening of the vault each end a sitting', () => {
  const test = testDatabase()
  const { id } = addEntry(test.db, addSpace(test.db), 'made')
  endSitting(test.db, id)
  write(test.db, id, 'after leaving', minutesLater(1))

  write(test.reopen(), id, 'after reopening', minutesLater(2))

  expect(words(test.db, id)).toEqual(['after leaving', 'made'])
})

test('an earlier state comes back, and the present one is kept', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'first')
  write(db, id, 'second', minutesLater(60))

  const restored = restoreRevision(db, id, 1, minutesLater(61))

  expect(restored).toMatchObject({ title: 'first', revision: 3 })
  expect(words(db, id)).toEqual(['second', 'first'])
  expect(() => restoreRevision(db, id, 77, minutesLater(62))).toThrow(expect.objectContaining({ code: 'item.missing' }))
})

test('forgetting earlier versions removes them, not the item', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'a first try')
  write(db, id, 'better', minutesLater(60))
  write(db, id, 'best', minutesLater(120))

  expect(forgetRevisions(db, id)).toBe(2)

  expect(words(db, id)).toEqual([])
  expect(getItem(db, id).title).toBe('best')
})

test('what was forgotten is overwritten in the database, not only unlinked', () => {
  const test = testDatabase()
  const { id } = addEntry(test.db, addSpace(test.db), 'Zebrapad')
  write(test.db, id, 'something else', minutesLater(60))
  forgetRevisions(test.db, id)

  const [plain] = [test.db.serialize()]

  expect(plain.includes('something else')).toBe(true)
  expect(plain.includes('Zebrapad')).toBe(false)
  expect(plain.includes('zebrapad')).toBe(false)
  expect(readFileSync(test.path).includes('something else')).toBe(false)
})

test('after thirty days each day keeps its last state', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'start')
  for (const hours of [1, 2, 3, 26, 27]) write(db, id, `hour ${hours}`, minutesLater(hours * 60))
  const before = words(db, id)

  tidyDatabase(db, daysLater(29))
  const untouched = words(db, id)
  tidyDatabase(db, daysLater(40))

  expect(before).toEqual(['hour 26', 'hour 3', 'hour 2', 'hour 1', 'start'])
  expect(untouched).toEqual(before)
  expect(words(db, id)).toEqual(['hour 26', 'hour 3'])
})

test('words refused because the item had moved on are kept as a version', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'present')

  keepRefused(db, id, entryOf('refused'), minutesLater(1))
  keepRefused(db, id, entryOf('present'), minutesLater(2))

  expect(words(db, id)).toEqual(['refused'])
  expect(getItem(db, id)).toMatchObject({ title: 'present', revision: 2 })
})

test('an unreadable earlier state is listed as text and cannot be restored', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'first')
  write(db, id, 'second', minutesLater(60))
  db.prepare('UPDATE revision SET body = ?').run('{"half":')

  expect(listRevisions(db, id)).toMatchObject([{ content: null, words: '{"half":' }])
  expect(() => restoreRevision(db, id, 1, minutesLater(61))).toThrow(expect.objectContaining({ code: 'item.missing' }))
})
