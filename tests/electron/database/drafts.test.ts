import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepDrafts } from '../../../electron/database/drafts.ts'
import type { Drafts } from '../../../electron/database/drafts.ts'
import { listRevisions } from '../../../electron/database/history.ts'
import { getItem, saveItem } from '../../../electron/database/items.ts'
import type { Db } from '../../../electron/database/open.ts'
import { deleteItem } from '../../../electron/database/bin.ts'
import type { AppEvent } from '../../../shared/events.ts'
import type { ItemId } from '../../../shared/ids.ts'
import { addEntry, addSpace, entryOf, startOfTests, testDatabase } from '../../helpers/test-database.ts'

beforeEach(() => { vi.useFakeTimers({ now: startOfTests }) })
afterEach(() => { vi.useRealTimers() })

type Bench = { db: Db; drafts: Drafts; id: ItemId; events: AppEvent[]; type(text: string, draft: number, revision?: number): void; title(): string }

function bench(): Bench {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'before')
  const events: AppEvent[] = []
  const drafts = keepDrafts(db, (event) => events.push(event), () => new Date())
  return {
    db, drafts, id, events,
    type(text, draft, revision = 1) { drafts.put({ id, revision, content: entryOf(text), draft }) },
    title: () => getItem(db, id).title,
  }
}

/** A disk without room: the table refuses, as SQLite does when a page cannot be written. */
function fillDisk(db: Db): () => void {
  const pages = Number(db.pragma('page_count', { simple: true }))
  db.pragma(`max_page_count = ${pages}`)
  return () => { db.pragma('max_page_count = 1000000') }
}
const long = (start: string) => `${start} ${'and so on '.repeat(4000)}`

test('a draft is written 600 ms after the last key, and then the page is told', () => {
  const { type, title, events, id } = bench()

  type('typed', 7)
  vi.advanceTimersByTime(599)
  const early = title()
  vi.advanceTimersByTime(1)

  expect(early).toBe('before')
  expect(title()).toBe('typed')
  expect(events).toEqual([{ name: 'item.saved', data: { id, revision: 2, at: '2026-11-22T20:00:00.600Z', draft: 7 } }])
})

test('somebody who types on is saved a second after the first unsaved key', () => {
  const { type, title, events } = bench()

  for (let key = 0; key < 10; key++) {
    type(`key ${key}`, key)
    vi.advanceTimersByTime(100)
  }

  expect(title()).toBe('key 9')
  expect(events).toHaveLength(1)
})

test('typing goes on from the revision that the page still holds', () => {
  const { type, title, events } = bench()
  type('one', 1)
  vi.advanceTimersByTime(600)

  type('one two', 2)
  vi.advanceTimersByTime(600)
  type('one two three', 3, 3)
  vi.advanceTimersByTime(600)

  expect(title()).toBe('one two three')
  expect(events.map((event) => event.name === 'item.saved' && event.data.revision)).toEqual([2, 3, 4])
})

test('a draft from before somebody else’s change is refused, once, and overwrites nothing', () => {
  const { db, id, type, title, events } = bench()
  type('mine', 1)
  vi.advanceTimersByTime(600)
  saveItem(db, { id, revision: 2, content: entryOf('theirs') }, new Date())

  type('mine again', 2)
  vi.advanceTimersByTime(10_000)

  expect(title()).toBe('theirs')
  expect(events.slice(1)).toEqual([{ name: 'save.failed', data: { id, code: 'item.changed' } }])
})

test('a full disk is told, the words are kept, and saving goes on by itself', () => {
  const { db, id, type, title, events } = bench()
  const makeRoom = fillDisk(db)
  type(long('kept'), 1)
  vi.advanceTimersByTime(2700)
  const whileFull = [title(), events.map((event) => event.name === 'save.failed' && event.data.code)]

  makeRoom()
  vi.advanceTimersByTime(2000)

  expect(whileFull).toEqual(['before', ['disk.full', 'disk.full']])
  expect(title()).toMatch(/^kept and so on/)
  expect(events.at(-1)).toMatchObject({ name: 'item.saved', data: { id, draft: 1, revision: 2 } })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('flush writes what waits and throws nothing, also when it cannot', () => {
  const { db, drafts, type, title, events } = bench()
  type('now', 1)
  drafts.flush()
  const flushed = title()
  fillDisk(db)

  type(long('later'), 2)

  expect(() => { drafts.flush() }).not.toThrow()
  expect(flushed).toBe('now')
  expect(events.at(-1)).toMatchObject({ name: 'save.failed', data: { code: 'disk.full' } })
})

test('a draft of something deleted is told once and not tried again', () => {
  const { db, id, type, events } = bench()
  deleteItem(db, id, new Date())

  type('too late', 1)
  vi.advanceTimersByTime(20_000)

  expect(events).toEqual([{ name: 'save.failed', data: { id, code: 'item.missing' } }])
})

test('saving by hand takes the place of the draft that waits', () => {
  const { drafts, id, type, title, events } = bench()
  type('half', 1)

  const saved = drafts.save({ id, revision: 1, content: entryOf('whole') })
  vi.advanceTimersByTime(5000)

  expect(saved.revision).toBe(2)
  expect(title()).toBe('whole')
  expect(events).toEqual([])
})

test('saving by hand from an older revision is refused', () => {
  const { drafts, id } = bench()
  drafts.save({ id, revision: 1, content: entryOf('first') })

  expect(() => drafts.save({ id, revision: 1, content: entryOf('stale') })).toThrow(expect.objectContaining({ code: 'item.changed' }))
})

test('leaving an item writes its draft and ends its sitting', () => {
  const { db, drafts, id, type, title } = bench()
  type('left', 1)

  drafts.leave(id)
  type('a new sitting', 2, 2)
  drafts.flush()

  expect(title()).toBe('a new sitting')
  expect(listRevisions(db, id).map((revision) => revision.words)).toEqual(['left'])
})

test('stopping writes what waits, keeps refused words in the history, and takes no more', () => {
  const { db, drafts, id, type, title } = bench()
  saveItem(db, { id, revision: 1, content: entryOf('theirs') }, new Date())
  type('mine, refused', 1)
  vi.advanceTimersByTime(600)
  const other = addEntry(db, addSpace(db), 'other')
  drafts.put({ id: other.id, revision: 1, content: entryOf('other, typed'), draft: 5 })

  drafts.stop()

  expect(title()).toBe('theirs')
  expect(getItem(db, other.id).title).toBe('other, typed')
  expect(listRevisions(db, id).map((revision) => revision.words)).toEqual(['mine, refused'])
  expect(() => { type('after', 9) }).toThrow(expect.objectContaining({ code: 'vault.locked' }))
  expect(vi.getTimerCount()).toBe(0)
})

test('a while after leaving, the words that were changed are in the index and no longer the old ones', () => {
  const { db, drafts, id, type } = bench()
  const behind = () => db.prepare('SELECT count(*) FROM unindexed').pluck().get()
  type('left', 1)

  drafts.leave(id)
  const atOnce = behind()
  vi.advanceTimersByTime(400)

  expect(atOnce).toBe(1)
  expect(behind()).toBe(0)
})

test('a save that the disk took though it said no is our own, and the next words go on from it', () => {
  const { db, id, drafts, type, title, events } = bench()
  const makeRoom = fillDisk(db)
  type(long('first'), 1)
  drafts.flush()
  makeRoom()
  // What a disk does that fails after the last write of a commit.
  saveItem(db, { id, revision: 1, content: entryOf(long('first')) }, new Date())

  type(long('second'), 2)
  drafts.flush()

  expect(events.map(({ name }) => name)).toEqual(['save.failed', 'item.saved'])
  expect(title()).toMatch(/^second/)
})

test('other words that came in between are no save of our own', () => {
  const { db, id, drafts, type, title, events } = bench()
  const makeRoom = fillDisk(db)
  type(long('first'), 1)
  drafts.flush()
  makeRoom()
  saveItem(db, { id, revision: 1, content: entryOf('from elsewhere') }, new Date())

  type(long('second'), 2)
  drafts.flush()

  expect(events.at(-1)).toEqual({ name: 'save.failed', data: { id, code: 'item.changed' } })
  expect(title()).toBe('from elsewhere')
})
