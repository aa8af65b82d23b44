import { expect, test } from 'vitest'
import type { AnyItem, Item, ItemOf } from '../../../shared/item.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { childrenOf, createItem, getItem, itemsBetween, itemsWithStatus, labelItem, listItems, moveItem, saveItem } from '../../../electron/database/items.ts'
import type { Db } from '../../../electron/database/open.ts'
import { planSession } from '../../../electron/database/sessions.ts'
import {
  addEntry, addItem, addSpace, commitmentOf, daysLater, entryOf, listQuery, minutesLater, newItemId, sessionPlan, startOfTests, testDatabase,
} from '../../helpers/test-database.ts'

const titles = (items: AnyItem[]) => items.map((item) => item.title)
const code = (wanted: string) => expect.objectContaining({ code: wanted })

test('making an item twice with one id makes one', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const order = { id: newItemId(), spaceId, parentId: null, content: entryOf('Once.'), onDate: null, privacy: 'private' as const }

  const first = createItem(db, order, startOfTests)
  const second = createItem(db, { ...order, content: entryOf('Twice.') }, minutesLater(1))

  expect(second).toEqual(first)
  expect(listItems(db, listQuery(spaceId, ['entry']))).toHaveLength(1)
})

test('an item goes only where its kind belongs', () => {
  const { db } = testDatabase()
  const [spaceId, elsewhere] = [addSpace(db), addSpace(db)]
  const session = planSession(db, sessionPlan(spaceId, '2026-11-24T10:00'), 'en', newItemId, startOfTests)
  const result = { kind: 'result' as const, body: { text: 'Agreed.' } }

  expect(() => addItem(db, spaceId, result)).toThrow(code('input.invalid'))
  expect(() => addItem(db, elsewhere, result, { parentId: session.id })).toThrow(code('input.invalid'))
  expect(() => addItem(db, spaceId, result, { parentId: newItemId() })).toThrow(code('item.missing'))
  expect(addItem(db, spaceId, result, { parentId: session.id }).title).toBe('Agreed.')
})

test('a list runs newest first by the day it is about, and goes on from where it ended', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const days = ['2024-03-01', '2026-11-22', '2025-07-15', '2026-11-22', '1999-01-01']
  days.forEach((onDate, n) => addEntry(db, spaceId, `${onDate} ${n}`, { onDate, now: minutesLater(n) }))

  const page = listItems(db, listQuery(spaceId, ['entry'], { limit: 3 }))
  const last = page.at(-1)
  const rest = listItems(db, listQuery(spaceId, ['entry'], { before: { onDate: last?.onDate ?? '', id: last?.id ?? newItemId() } }))

  expect(titles(page)).toEqual(['2026-11-22 3', '2026-11-22 1', '2025-07-15 2'])
  expect(titles(rest)).toEqual(['2024-03-01 0', '1999-01-01 4'])
})

test('an entry whose day is changed moves in the list and is still found', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const old = addEntry(db, spaceId, 'moved')
  addEntry(db, spaceId, 'stays', { onDate: '2026-11-20' })

  const saved = saveItem(db, { id: old.id, revision: 1, content: entryOf('moved'), onDate: '2020-02-29' }, startOfTests)

  expect(saved).toMatchObject({ onDate: '2020-02-29', revision: 2 })
  expect(titles(listItems(db, listQuery(spaceId, ['entry'])))).toEqual(['stays', 'moved'])
})

test('a day with more items than keys runs over into the next without a loss', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  addEntry(db, spaceId, 'next day', { onDate: '2026-01-02' })

  db.transaction(() => {
    for (let n = 0; n < 4100; n++) addEntry(db, spaceId, `n${n}`, { onDate: '2026-01-01' })
  })()

  expect(listItems(db, listQuery(spaceId, ['entry'], { limit: 1000 }))).toHaveLength(1000)
  expect(itemsBetween(db, spaceId, ['entry'], '2026-01-01', '2026-01-01')).toHaveLength(4100)
})

test('a list can be one sort of entry, several kinds, and one space only', () => {
  const { db } = testDatabase()
  const [spaceId, other] = [addSpace(db), addSpace(db)]
  addEntry(db, spaceId, 'win', { sort: 'win', now: minutesLater(1) })
  addEntry(db, spaceId, 'thought', { now: minutesLater(2) })
  addItem(db, spaceId, commitmentOf('Call the bank'), { now: minutesLater(3) })
  addEntry(db, other, 'elsewhere')

  expect(titles(listItems(db, listQuery(spaceId, ['entry'], { sort: 'win' })))).toEqual(['win'])
  expect(titles(listItems(db, listQuery(spaceId, ['entry', 'commitment'])))).toEqual(['Call the bank', 'thought', 'win'])
})

test('what stood open within a stretch of days is listed oldest first', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  for (const onDate of ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']) addEntry(db, spaceId, onDate, { onDate })
  addItem(db, spaceId, commitmentOf('due then', { due: '2026-11-15' }))

  expect(titles(itemsBetween(db, spaceId, ['entry', 'commitment'], '2026-11-01', '2026-11-30')))
    .toEqual(['2026-11-01', 'due then', '2026-11-30'])
})

test('a save from an older revision is refused, and the same words again are no conflict', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'first')
  saveItem(db, { id, revision: 1, content: entryOf('second') }, minutesLater(1))

  expect(() => saveItem(db, { id, revision: 1, content: entryOf('third') }, minutesLater(2))).toThrow(code('item.changed'))
  expect(saveItem(db, { id, revision: 1, content: entryOf('second') }, minutesLater(3)).revision).toBe(2)
  expect(getItem(db, id).title).toBe('second')
})

test('a body of another kind is refused', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'An entry.')

  expect(() => saveItem(db, { id, revision: 1, content: commitmentOf('A commitment.') }, startOfTests)).toThrow(code('input.invalid'))
})

test('a body that its schema refuses never reaches the table', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  // Deliberately not a body: what a fault in the page might send.
  const broken = { kind: 'entry', body: { sort: 'poem', text: 3 } } as unknown as ReturnType<typeof entryOf>

  expect(() => addItem(db, spaceId, broken)).toThrow()

  expect(listItems(db, listQuery(spaceId, ['entry']))).toEqual([])
})

test.each([
  ['not JSON', '{"sort":"reflection"'],
  ['of another shape', '{"sort":"poem","lines":["a"]}'],
  ['a number', '7'],
])('a stored body that is %s is shown as text and costs the list nothing', (_, body) => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const { id } = addEntry(db, spaceId, 'What it said once.')
  addEntry(db, spaceId, 'A good one.', { now: minutesLater(1) })
  db.prepare('UPDATE item SET body = ? WHERE id = ?').run(body, id)

  const list = listItems(db, listQuery(spaceId, ['entry']))

  expect(list.map((item) => item.kind)).toEqual(['entry', 'unreadable'])
  expect(getItem(db, id)).toMatchObject({ kind: 'unreadable', was: 'entry', text: 'What it said once.' })
})

test('a body of a later form is shown as text, not half understood', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'From the future.')
  db.prepare('UPDATE item SET body_version = 2').run()

  expect(getItem(db, id)).toMatchObject({ kind: 'unreadable', text: 'From the future.' })
})

test('a rich text with nodes unknown to us comes back as it was', () => {
  const { db } = testDatabase()
  const text = { root: { type: 'root', children: [{ type: 'hologram', depth: 3, children: [{ type: 'text', text: 'kept' }] }] } }
  const { id } = addItem(db, addSpace(db), { kind: 'entry', body: { sort: 'win', prompt: null, raise: false, text } })

  const item = getItem(db, id) as ItemOf<'entry'>

  expect(item.body.text).toEqual(text)
  expect(item.title).toBe('kept')
})

test('[F50] a new item is private until its owner says otherwise, and a label is no new version', () => {
  const { db } = testDatabase()
  const { id, privacy } = addEntry(db, addSpace(db), 'Mine.')

  const labelled = labelItem(db, id, 'shareable', minutesLater(1))

  expect(privacy).toBe('private')
  expect(labelled).toMatchObject({ privacy: 'shareable', revision: 1 })
})

test('siblings keep the order they are put in, however often they are moved', () => {
  const { db } = testDatabase()
  const [session, [a, b, c]] = sessionWithLines(db, ['a', 'b', 'c'])
  const order = () => titles(childrenOf(db, session.id, ['agenda-item'])).join('')

  moveItem(db, c.id, null)
  expect(order()).toBe('cab')
  moveItem(db, c.id, b.id)
  expect(order()).toBe('abc')
  for (let n = 0; n < 60; n++) {
    moveItem(db, c.id, a.id)
    moveItem(db, b.id, a.id)
  }

  expect(order()).toBe('abc')
  expect(() => moveItem(db, a.id, session.id)).toThrow(code('input.invalid'))
  expect(() => moveItem(db, a.id, a.id)).toThrow(code('input.invalid'))
  expect(() => moveItem(db, session.id, null)).toThrow(code('input.invalid'))
})

test('a commitment is about the day it is due, a session about the day it is held', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const session = planSession(db, sessionPlan(spaceId, '2026-12-24T10:00'), 'en', newItemId, startOfTests)
  const commitment = addItem(db, spaceId, commitmentOf('Write it down', { due: '2026-12-01' }))

  const later = saveItem(db, { id: commitment.id, revision: 1, content: commitmentOf('Write it down', { due: null }) }, daysLater(1))

  expect(session.onDate).toBe('2026-12-24')
  expect(commitment.onDate).toBe('2026-12-01')
  expect(later.onDate).toBeNull()
})

test('open ones are found by their status, and settled ones no longer', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const { id } = addItem(db, spaceId, commitmentOf('Ask Budi'))
  addItem(db, spaceId, commitmentOf('Read the report'))

  saveItem(db, { id, revision: 1, content: commitmentOf('Ask Budi', { status: 'done' }) }, startOfTests)

  expect(itemsWithStatus(db, spaceId, 'commitment', 'open').map((item) => item.body.text)).toEqual(['Read the report'])
})

test('a long first line is cut at a word in lists', () => {
  const { db } = testDatabase()
  const line = 'word '.repeat(60)

  const { title } = addItem(db, addSpace(db), { kind: 'entry', body: { sort: 'reflection', prompt: null, raise: false, text: richTextFromPlain(line) } })

  expect(title).toMatch(/^(word )+word…$/)
  expect(title.length).toBeLessThanOrEqual(121)
})

function sessionWithLines(db: Db, texts: readonly [string, string, string]): [Item, [Item, Item, Item]] {
  const spaceId = addSpace(db)
  const session = planSession(db, sessionPlan(spaceId, '2026-11-24T10:00'), 'en', newItemId, startOfTests)
  const line = (text: string) => addItem(db, spaceId,
    { kind: 'agenda-item', body: { text, minutes: null, outcome: 'open', reason: { rule: 'own' } } }, { parentId: session.id })
  return [session, [line(texts[0]), line(texts[1]), line(texts[2])]]
}
