import { expect, test } from 'vitest'
import { deleteItem, emptyBin, listBin, purgeBin, removeFromBin, restoreItem } from '../../../electron/database/bin.ts'
import { countItems } from '../../../electron/database/counters.ts'
import { childrenOf, getItem, listItems, saveItem } from '../../../electron/database/items.ts'
import type { Db } from '../../../electron/database/open.ts'
import { findHits } from '../../../electron/database/search.ts'
import { planSession } from '../../../electron/database/sessions.ts'
import { refreshIndex } from '../../../electron/database/word-index.ts'
import {
  addEntry, addItem, addSpace, daysLater, entryOf, listQuery, minutesLater, newItemId, sessionPlan, startOfTests, testDatabase,
} from '../../helpers/test-database.ts'

const missing = expect.objectContaining({ code: 'item.missing' })
const found = (db: Db, text: string) => findHits(db, { text, spaceId: null, kinds: null, limit: 50 }, 'en').length

test('a deleted item leaves lists and search, and comes back whole', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const { id } = addEntry(db, spaceId, 'The lighthouse.')

  const deleted = deleteItem(db, id, minutesLater(1))
  const gone = [listItems(db, listQuery(spaceId, ['entry'])).length, found(db, 'lighthouse')]
  const restored = restoreItem(db, id, minutesLater(2))

  expect(deleted.deletedAt).toBe(minutesLater(1).toISOString())
  expect(gone).toEqual([0, 0])
  expect(restored).toMatchObject({ deletedAt: null, title: 'The lighthouse.', revision: 1 })
  expect(found(db, 'lighthouse')).toBe(1)
})

test('what stands beneath a session disappears and returns with it, but for what was deleted before', () => {
  const { db } = testDatabase()
  const { session, kept, binned } = sessionWithResults(db)
  deleteItem(db, binned, minutesLater(1))

  deleteItem(db, session, minutesLater(2))
  const gone = [childrenOf(db, session).length, found(db, 'kept'), listBin(db).length]
  restoreItem(db, session, minutesLater(3))

  expect(gone).toEqual([0, 0, 2])
  expect(childrenOf(db, session).map(({ id }) => id)).toEqual([kept])
  expect([found(db, 'kept'), found(db, 'binned')]).toEqual([1, 0])
})

test('a child taken out of the bin brings its session back, or it could not be seen', () => {
  const { db } = testDatabase()
  const { session, kept, binned } = sessionWithResults(db)
  deleteItem(db, binned, minutesLater(1))
  deleteItem(db, session, minutesLater(2))

  restoreItem(db, binned, minutesLater(3))

  expect(childrenOf(db, session).map(({ id }) => id)).toEqual([kept, binned])
  expect(getItem(db, session).deletedAt).toBeNull()
  expect(found(db, 'binned')).toBe(1)
})

test('what hangs under something in the bin cannot be changed', () => {
  const { db } = testDatabase()
  const { session, kept } = sessionWithResults(db)
  deleteItem(db, session, minutesLater(1))

  expect(() => saveItem(db, { id: kept, revision: 1, content: { kind: 'result', body: { text: 'no' } } }, minutesLater(2))).toThrow(missing)
})

test('the bin lists the last deleted first and is emptied for good', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [a, b] = [addEntry(db, spaceId, 'a'), addEntry(db, spaceId, 'b')]
  deleteItem(db, a.id, minutesLater(1))
  deleteItem(db, b.id, minutesLater(2))

  const listed = listBin(db).map((item) => item.title)
  const removed = emptyBin(db)

  expect(listed).toEqual(['b', 'a'])
  expect(removed).toBe(2)
  expect(() => getItem(db, a.id)).toThrow(missing)
})

test('removing for good takes history and everything beneath, and only from the bin', () => {
  const { db } = testDatabase()
  const { session, kept } = sessionWithResults(db)

  expect(() => { removeFromBin(db, session) }).toThrow(missing)
  saveItem(db, { id: kept, revision: 1, content: { kind: 'result', body: { text: 'kept, changed' } } }, minutesLater(60))
  deleteItem(db, session, minutesLater(61))
  removeFromBin(db, session)

  expect(countItems(db)).toEqual({})
  expect(db.prepare('SELECT count(*) FROM revision').pluck().get()).toBe(0)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('after thirty days the bin is emptied of what lay there so long', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [old, recent] = [addEntry(db, spaceId, 'old'), addEntry(db, spaceId, 'recent')]
  deleteItem(db, old.id, startOfTests)
  deleteItem(db, recent.id, daysLater(5))

  purgeBin(db, daysLater(31))

  expect(listBin(db).map((item) => item.title)).toEqual(['recent'])
})

test('words that are gone for good are in no page of the database any more', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const { id } = addEntry(db, spaceId, 'Zebrapad by the river')
  refreshIndex(db)
  saveItem(db, { id, revision: 1, content: entryOf('Kwartelnest by the river') }, minutesLater(60))
  found(db, 'kwartelnest')
  const before = ['Zebrapad', 'Kwartelnest', 'kwartelnest'].map((word) => db.serialize().includes(word))

  deleteItem(db, id, minutesLater(61))
  emptyBin(db)

  expect(before).toEqual([true, true, true])
  expect(['Zebrapad', 'zebrapad', 'Kwartelnest', 'kwartelnest'].map((word) => db.serialize().includes(word))).toEqual([false, false, false, false])
})

function sessionWithResults(db: Db) {
  const spaceId = addSpace(db)
  const session = planSession(db, sessionPlan(spaceId, '2026-11-24T10:00'), 'en', newItemId, startOfTests).id
  const result = (text: string) => addItem(db, spaceId, { kind: 'result', body: { text } }, { parentId: session }).id
  return { session, kept: result('kept'), binned: result('binned') }
}
