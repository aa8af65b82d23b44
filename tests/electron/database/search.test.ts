import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginAgreement } from '../../../electron/database/agreements.ts'
import { deleteItem, restoreItem } from '../../../electron/database/bin.ts'
import { saveItem } from '../../../electron/database/items.ts'
import { checkIntegrity } from '../../../electron/database/open.ts'
import type { Db } from '../../../electron/database/open.ts'
import { findHits } from '../../../electron/database/search.ts'
import { planSession } from '../../../electron/database/sessions.ts'
import type { ItemId } from '../../../shared/ids.ts'
import type { ItemKind, KindAndBody } from '../../../shared/item.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { addEntry, addItem, addSpace, commitmentOf, entryOf, minutesLater, newItemId, sessionPlan, startOfTests, testDatabase } from '../../helpers/test-database.ts'

const find = (db: Db, text: string, more: { kinds?: ItemKind[]; limit?: number } = {}) =>
  findHits(db, { text, spaceId: null, kinds: more.kinds ?? null, limit: more.limit ?? 50 }, 'en')
const ids = (db: Db, text: string) => find(db, text).map((hit) => hit.id)

test('[F70] a word is found in every kind of item, beneath a session with the session to jump to', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const session = planSession(db, { ...sessionPlan(spaceId, '2026-11-24T10:00'), place: 'The lighthouse' }, 'en', newItemId, startOfTests)
  const agreement = beginAgreement(db, { spaceId, from: 'blank', language: 'en' }, newItemId, startOfTests)
  const beneathSession: KindAndBody[] = [
    { kind: 'agenda-item', body: { text: 'lighthouse', minutes: 10, outcome: 'open', reason: { rule: 'own' } } },
    { kind: 'note', body: { text: richTextFromPlain('lighthouse'), who: 'mentor' } },
    { kind: 'prep', body: { want: '', bring: '', hard: 'lighthouse' } },
    { kind: 'result', body: { text: 'lighthouse' } },
    { kind: 'answer', body: { question: 'useful', who: 'mentee', text: 'lighthouse' } },
    commitmentOf('lighthouse'),
  ]
  for (const content of beneathSession) addItem(db, spaceId, content, { parentId: session.id })
  addItem(db, spaceId, { kind: 'clause', body: { group: 'practical', sample: null, texts: { nl: 'lighthouse' }, clear: true } }, { parentId: agreement.id })
  addEntry(db, spaceId, 'lighthouse')

  const hits = find(db, 'lighthouse')

  expect(hits.map((hit) => hit.kind).toSorted()).toEqual(
    ['agenda-item', 'answer', 'clause', 'commitment', 'entry', 'note', 'prep', 'result', 'session'])
  expect(hits.find((hit) => hit.kind === 'note')?.parentId).toBe(session.id)
  expect(hits.every((hit) => hit.snippet.some(({ text, found }) => found && text.toLowerCase() === 'lighthouse'))).toBe(true)
})

test('it is found from the first letter, without accents or capitals, in any order of words', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'Één café in Zürich; Kuala Lumpur daarna.')

  for (const text of ['c', 'ca', 'CAFE', 'café', 'zurich cafe', 'lumpur een', 'cafe\u0301']) expect(ids(db, text)).toEqual([id])
  expect(ids(db, 'cafe tea')).toEqual([])
})

test('every word must be there, and only the last may still be growing', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'harbour master')

  expect(ids(db, 'harbour mas')).toEqual([id])
  expect(ids(db, 'harb master')).toEqual([])
})

test('the newest stand first, and no more than asked for', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  for (const onDate of ['2024-05-01', '2026-05-01', '2025-05-01']) addEntry(db, spaceId, `harbour ${onDate}`, { onDate })

  expect(find(db, 'harbour', { limit: 2 }).map((hit) => hit.title)).toEqual(['harbour 2026-05-01', 'harbour 2025-05-01'])
})

test('it can be held to one space and to some kinds', () => {
  const { db } = testDatabase()
  const [spaceId, other] = [addSpace(db), addSpace(db)]
  const entry = addEntry(db, spaceId, 'harbour')
  const commitment = addItem(db, spaceId, commitmentOf('harbour'))
  addEntry(db, other, 'harbour')

  const inSpace = findHits(db, { text: 'harbour', spaceId, kinds: null, limit: 50 }, 'en').map((hit) => hit.id)

  expect(inSpace.toSorted()).toEqual([entry.id, commitment.id].toSorted())
  expect(find(db, 'harbour', { kinds: ['commitment'] }).map((hit) => hit.id)).toEqual([commitment.id])
})

test('a snippet is cut into found and not found, and says what stood there', () => {
  const { db } = testDatabase()
  addEntry(db, addSpace(db), 'At the harbour we spoke of harbours.')

  const [hit] = find(db, 'harbour')

  expect(hit?.snippet).toEqual([
    { text: 'At the ', found: false }, { text: 'harbour', found: true }, { text: ' we spoke of ', found: false },
    { text: 'harbours', found: true }, { text: '.', found: false },
  ])
})

test('control characters in what was written mark nothing', () => {
  const { db } = testDatabase()
  addEntry(db, addSpace(db), 'a \u0001false\u0002 mark by the quay')

  const [hit] = find(db, 'quay')

  expect(hit?.snippet.filter(({ found }) => found)).toEqual([{ text: 'quay', found: true }])
  expect(hit?.snippet.map(({ text }) => text).join('')).toBe('a false mark by the quay')
})

test('a clause is shown with the names in it, and with words where no name was given', () => {
  const { db } = testDatabase()
  const [named, nameless] = [addSpace(db), addSpace(db, { me: '', other: '' })]
  for (const spaceId of [named, nameless]) beginAgreement(db, { spaceId, from: 'sample', language: 'en' }, newItemId, startOfTests)
  const text = (spaceId: typeof named) => findHits(db, { text: 'undivided', spaceId, kinds: null, limit: 5 }, 'en')
    .map((hit) => [hit.title, hit.snippet.map((part) => part.text).join('')])

  expect(text(named)).toEqual([['Sari gives Ana undivided attention in every session.', 'Sari gives Ana undivided attention in every session.']])
  expect(text(nameless)[0]?.[0]).toBe('The mentor gives the mentee undivided attention in every session.')
})

test('a name’s place that was found is marked as a whole', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  beginAgreement(db, { spaceId, from: 'sample', language: 'en' }, newItemId, startOfTests)

  const snippets = find(db, 'mentor undivided').map((hit) => hit.snippet)

  expect(snippets[0]?.[0]).toEqual({ text: 'Sari', found: true })
})

test('changed words are found in their new form only', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'harbour')
  ids(db, 'harbour')
  saveItem(db, { id, revision: 1, content: entryOf('lighthouse') }, minutesLater(1))

  expect(ids(db, 'harbour')).toEqual([])
  expect(ids(db, 'lighthouse')).toEqual([id])
  expect(() => db.prepare(`INSERT INTO item_fts (item_fts, rank) VALUES ('integrity-check', 1)`).run()).not.toThrow()
})

test('a change that the index has not seen yet harms neither the next opening nor a full check', () => {
  const test = testDatabase()
  const { id } = addEntry(test.db, addSpace(test.db), 'harbour')
  ids(test.db, 'harbour')
  saveItem(test.db, { id, revision: 1, content: entryOf('lighthouse') }, minutesLater(1))
  const db = test.reopen()

  checkIntegrity(db)

  expect([ids(db, 'harbour'), ids(db, 'lighthouse')]).toEqual([[], [id]])
})

test('an item that changed its day, was deleted and came back is found once', () => {
  const { db } = testDatabase()
  const { id } = addEntry(db, addSpace(db), 'harbour')
  ids(db, 'harbour')
  saveItem(db, { id, revision: 1, content: entryOf('harbour wall'), onDate: '2020-01-01' }, minutesLater(1))
  deleteItem(db, id, minutesLater(2))
  saveInPlaceOf(db)
  restoreItem(db, id, minutesLater(3))

  expect(ids(db, 'harbour')).toEqual([id])
  expect(ids(db, 'newcomer')).toHaveLength(1)
  db.prepare(`INSERT INTO item_fts (item_fts, rank) VALUES ('integrity-check', 1)`).run()
})

/** A new item that takes the key which another one left. */
function saveInPlaceOf(db: Db): void {
  addEntry(db, addSpace(db), 'newcomer')
}

test.each([
  '', '   ', '"', '""', "'", '*', 'a*', '-', 'NOT', 'AND OR', 'NEAR(', 'NEAR(a b, 3)', '(', ')', 'words:x', '^a', '{words}: a', 'a"b', '\\', '%', ';', '--',
  '\u0000', 'a\u0000b', '\u0301', '🙂', '👩‍👩‍👧', '日本語', 'ไทย', '𞤀𞤣𞤤𞤢𞤥', 'a'.repeat(500), 'a '.repeat(250), '\uD800',
])('whatever is typed is looked for without a fault: %j', (text) => {
  const { db } = testDatabase()
  addEntry(db, addSpace(db), 'A plain entry.')

  expect(Array.isArray(find(db, text))).toBe(true)
})

test('any text at all is looked for without a fault', () => {
  const { db } = testDatabase()
  addEntry(db, addSpace(db), 'A plain entry.')

  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => { find(db, text) }), { numRuns: 500 })
})

test('each word written is found again, whatever its letters', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const made: Array<{ id: ItemId; word: string }> = ['straat', 'ĉiuj', 'Łódź', 'ngũgĩ', 'İstanbul', 'naïef', 'perjalanan', 'Σίσυφος', 'мир']
    .map((word) => ({ id: addEntry(db, spaceId, `x ${word} y`).id, word }))

  for (const { id, word } of made) expect(ids(db, word)).toContain(id)
})
