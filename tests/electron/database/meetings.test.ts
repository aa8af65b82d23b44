import { expect, test } from 'vitest'
import { changeBody, childrenOf, createItem, getItem, getItemOf } from '../../../electron/database/items.ts'
import { beginMeeting, removeMeeting, restoreMeeting } from '../../../electron/database/meetings.ts'
import type { Db } from '../../../electron/database/open.ts'
import { closeSession, planSession, startSession } from '../../../electron/database/sessions.ts'
import type { ItemId } from '../../../shared/ids.ts'
import { meetingTexts } from '../../../shared/texts/meeting-all.ts'
import { texts } from '../../../shared/texts/texts.ts'
import { addSpace, newItemId, startOfTests, testDatabase } from '../../helpers/test-database.ts'

function planned(minutes = 60) {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const session = planSession(db, { spaceId, startsAt: '2026-12-04T10:00', minutes, place: '', mode: 'online' }, 'en', newItemId, startOfTests)
  return { db, spaceId, session }
}

const agenda = (db: Db, sessionId: ItemId) => childrenOf(db, sessionId, ['agenda-item']).flatMap((item) => item.kind === 'agenda-item' ? [item] : [])
const questions = (db: Db, sessionId: ItemId) => childrenOf(db, sessionId, ['question']).flatMap((item) => item.kind === 'question' ? [item] : [])

test('a first meeting has four parts at the head of its agenda and questions for its whole length', () => {
  const { db, spaceId, session } = planned(90)
  const own = newItemId()
  createItem(db, { id: own, spaceId, parentId: session.id, onDate: null, privacy: 'private', content: { kind: 'agenda-item', body: { text: 'The budget', minutes: null, outcome: 'open', reason: { rule: 'own' } } } }, startOfTests)

  const made = beginMeeting(db, { sessionId: session.id, language: 'nl' }, newItemId, startOfTests)

  const lines = agenda(db, session.id)
  expect(lines.map(({ body }) => body.text)).toEqual([...Object.values(meetingTexts.nl.parts), 'The budget'])
  expect(lines.map(({ body }) => body.reason.rule)).toEqual(['part', 'part', 'part', 'part', 'own'])
  expect(lines.reduce((sum, { body }) => sum + (body.minutes ?? 0), 0)).toBe(90)
  expect(questions(db, session.id).reduce((sum, { body }) => sum + (body.minutes ?? 0), 0)).toBe(90)
  for (const asked of texts.nl.firstMeeting) expect(questions(db, session.id).map(({ body }) => body.text)).toContain(asked)
  expect(made).toHaveLength(4 + questions(db, session.id).length)
  expect(made.map((id) => getItem(db, id).privacy)).toEqual(made.map(() => 'private'))
})

test('asked for again, also while it runs, it is the one that is there', () => {
  const { db, session } = planned()
  beginMeeting(db, { sessionId: session.id, language: 'en' }, newItemId, startOfTests)
  const before = childrenOf(db, session.id)
  startSession(db, session.id, startOfTests)

  const made = beginMeeting(db, { sessionId: session.id, language: 'id' }, newItemId, startOfTests)

  expect(made).toEqual([])
  expect(childrenOf(db, session.id)).toEqual(before)
})

test('it is taken away whole, and comes back with every answer and in its order', () => {
  const { db, session } = planned()
  beginMeeting(db, { sessionId: session.id, language: 'en' }, newItemId, startOfTests)
  const [first] = questions(db, session.id)
  if (first === undefined) throw new Error('no question')
  changeBody(db, first, { answers: { mentor: '', mentee: 'شجاعة 🧭' } }, startOfTests)
  const before = childrenOf(db, session.id)

  const removed = removeMeeting(db, { sessionId: session.id }, startOfTests)
  const between = childrenOf(db, session.id)
  restoreMeeting(db, { sessionId: session.id, items: removed }, startOfTests)

  expect(between).toEqual([])
  expect(childrenOf(db, session.id)).toEqual(before)
})

test('what is over is neither prepared nor taken away, and nothing else is brought back with it', () => {
  const { db, session } = planned()
  const other = planned()
  beginMeeting(db, { sessionId: session.id, language: 'en' }, newItemId, startOfTests)
  closeSession(db, session.id, startOfTests)

  expect(() => removeMeeting(db, { sessionId: session.id }, startOfTests)).toThrow(expect.objectContaining({ code: 'item.changed' }))
  expect(() => beginMeeting(db, { sessionId: session.id, language: 'en' }, newItemId, startOfTests)).toThrow(expect.objectContaining({ code: 'item.changed' }))
  expect(() => { restoreMeeting(other.db, { sessionId: other.session.id, items: [other.session.id] }, startOfTests) }).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  expect(getItemOf(db, 'session', session.id).body.status).toBe('closed')
})
