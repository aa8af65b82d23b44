import { expect, test } from 'vitest'
import { beginAgreement, findAgreementId } from '../../../electron/database/agreements.ts'
import { deleteItem } from '../../../electron/database/bin.ts'
import { changeBody, childrenOf, getItemOf } from '../../../electron/database/items.ts'
import type { Db } from '../../../electron/database/open.ts'
import {
  cancelSession, carryLine, closeSession, passAskedOn, planSession, reopenSession, rescheduleSession, startSession,
} from '../../../electron/database/sessions.ts'
import type { ItemId, SpaceId } from '../../../shared/ids.ts'
import type { AgendaItem, Body, ItemOf } from '../../../shared/item.ts'
import { addEntry, addItem, addSpace, commitmentOf, daysLater, minutesLater, newItemId, sessionPlan, startOfTests, testDatabase } from '../../helpers/test-database.ts'

const changed = expect.objectContaining({ code: 'item.changed' })

test('sessions are numbered in the order of planning, also past one in the bin', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const plan = (day: string) => planSession(db, sessionPlan(spaceId, `${day}T10:00`), 'en', newItemId, startOfTests)
  plan('2026-11-24')
  deleteItem(db, plan('2026-12-01').id, minutesLater(1))

  expect(plan('2026-12-08').body.number).toBe(3)
  expect(planSession(db, sessionPlan(addSpace(db), '2026-12-08T10:00'), 'en', newItemId, startOfTests).body.number).toBe(1)
})

test('[F39] a new agenda brings what was carried, what was asked for, and what was marked, each with its reason', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const first = plan(db, spaceId, '2026-11-10')
  const left = addLine(db, first, 'Saying no to a colleague')
  addLine(db, first, 'Covered well', { outcome: 'covered' })
  const answer = addItem(db, spaceId, { kind: 'answer', body: { question: 'change', who: 'mentee', text: 'More time for\nthe numbers.' } }, { parentId: first.id })
  addItem(db, spaceId, { kind: 'answer', body: { question: 'useful', who: 'mentee', text: 'The drawing.' } }, { parentId: first.id })
  closeSession(db, first.id, minutesLater(1))
  carryLine(db, left.id, 'next-time', newItemId, minutesLater(2))
  const secret = addEntry(db, spaceId, 'I am afraid of the budget.', { raise: true })
  const open = addEntry(db, spaceId, 'The harbour project', { raise: true, privacy: 'shareable', now: minutesLater(3) })
  addItem(db, spaceId, commitmentOf('Read the report'))

  const lines = linesOf(db, plan(db, spaceId, '2026-11-24'))

  expect(lines).toEqual([
    { text: 'Saying no to a colleague', minutes: null, outcome: 'open', reason: { rule: 'carried', from: left.id } },
    { text: 'More time for the numbers.', minutes: null, outcome: 'open', reason: { rule: 'asked', from: answer.id } },
    { text: 'A point to raise', minutes: null, outcome: 'open', reason: { rule: 'raised', from: secret.id } },
    { text: 'The harbour project', minutes: null, outcome: 'open', reason: { rule: 'raised', from: open.id } },
  ])
})

test('what one agenda brought, the next does not bring again', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  addEntry(db, spaceId, 'Once is enough.', { raise: true })
  plan(db, spaceId, '2026-11-24')

  expect(linesOf(db, plan(db, spaceId, '2026-12-08'))).toEqual([])
})

test('[F39] what was asked for at the end heads the session that is planned already, once', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [held, next] = [plan(db, spaceId, '2026-11-10'), plan(db, spaceId, '2026-11-24')]
  addLine(db, next, 'A line of its own')
  const answer = addItem(db, spaceId, { kind: 'answer', body: { question: 'change', who: 'mentee', text: 'The figures first.' } }, { parentId: held.id })
  addItem(db, spaceId, { kind: 'answer', body: { question: 'useful', who: 'mentee', text: 'The drawing.' } }, { parentId: held.id })
  closeSession(db, held.id, minutesLater(1))

  passAskedOn(db, held.id, newItemId, minutesLater(1))
  passAskedOn(db, held.id, newItemId, minutesLater(2))

  expect(linesOf(db, next)).toEqual([
    { text: 'The figures first.', minutes: null, outcome: 'open', reason: { rule: 'asked', from: answer.id } },
    expect.objectContaining({ text: 'A line of its own' }),
  ])
})

test('what a cancelled session left open goes to the next one', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const first = plan(db, spaceId, '2026-11-24')
  const line = addLine(db, first, 'The budget')
  cancelSession(db, first.id, 'The flu.', minutesLater(1))

  expect(linesOf(db, plan(db, spaceId, '2026-12-01'))).toMatchObject([{ text: 'The budget', reason: { rule: 'carried', from: line.id } }])
})

test('a line for next time stands on the session planned already, once, and is taken off when that changes', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [first, next] = [plan(db, spaceId, '2026-11-24'), plan(db, spaceId, '2026-12-08')]
  const line = addLine(db, first, 'Feedback, one thing each')

  carryLine(db, line.id, 'next-time', newItemId, minutesLater(1))
  carryLine(db, line.id, 'next-time', newItemId, minutesLater(2))
  const carried = linesOf(db, next)
  const settled = carryLine(db, line.id, 'covered', newItemId, minutesLater(3))

  expect(carried).toEqual([{ text: 'Feedback, one thing each', minutes: null, outcome: 'open', reason: { rule: 'carried', from: line.id } }])
  expect(settled.body.outcome).toBe('covered')
  expect(linesOf(db, next)).toEqual([])
})

test('a carried line that was worked on stays where it went', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [first, next] = [plan(db, spaceId, '2026-11-24'), plan(db, spaceId, '2026-12-08')]
  const line = addLine(db, first, 'Feedback')
  carryLine(db, line.id, 'next-time', newItemId, minutesLater(1))
  const copy = childrenOf(db, next.id)[0] as ItemOf<'agenda-item'>
  changeBody(db, copy, { text: 'Feedback, and how we give it' }, minutesLater(2))

  carryLine(db, line.id, 'dropped', newItemId, minutesLater(3))

  expect(linesOf(db, next)).toMatchObject([{ text: 'Feedback, and how we give it' }])
})

test('[F38] a session runs, closes with its open lines left open, and can be gone on with', () => {
  const { db } = testDatabase()
  const session = plan(db, addSpace(db), '2026-11-24')
  addLine(db, session, 'Not reached')

  const running = startSession(db, session.id, minutesLater(1)).body
  const closed = closeSession(db, session.id, minutesLater(61)).body
  const again = reopenSession(db, session.id, minutesLater(70)).body

  expect(running).toMatchObject({ status: 'running', startedAt: minutesLater(1).toISOString() })
  expect(closed).toMatchObject({ status: 'closed', closedAt: minutesLater(61).toISOString() })
  expect(again).toMatchObject({ status: 'running', startedAt: minutesLater(1).toISOString(), closedAt: null })
  expect(linesOf(db, session)[0]?.outcome).toBe('open')
})

test('[F42] moving keeps the earlier date, cancelling a word, and a cancelled one can be planned again', () => {
  const { db } = testDatabase()
  const session = plan(db, addSpace(db), '2026-11-24')

  const moved = rescheduleSession(db, session.id, '2026-11-26T15:30', minutesLater(1))
  const cancelled = cancelSession(db, session.id, 'Sari is ill.', minutesLater(2))
  const again = reopenSession(db, session.id, minutesLater(3))

  expect(moved).toMatchObject({ onDate: '2026-11-26', body: { startsAt: '2026-11-26T15:30', moves: [{ from: '2026-11-24T10:00', at: minutesLater(1).toISOString() }] } })
  expect(cancelled.body).toMatchObject({ status: 'cancelled', cancelled: { at: minutesLater(2).toISOString(), word: 'Sari is ill.' } })
  expect(again.body).toMatchObject({ status: 'planned', cancelled: null })
})

test('what a session is past cannot be done to it', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [closed, cancelled] = [plan(db, spaceId, '2026-11-24'), plan(db, spaceId, '2026-11-25')]
  closeSession(db, closed.id, minutesLater(1))
  cancelSession(db, cancelled.id, '', minutesLater(1))
  const later = minutesLater(2)

  expect(() => startSession(db, closed.id, later)).toThrow(changed)
  expect(() => rescheduleSession(db, closed.id, '2026-12-01T10:00', later)).toThrow(changed)
  expect(() => cancelSession(db, closed.id, '', later)).toThrow(changed)
  expect(() => closeSession(db, cancelled.id, later)).toThrow(changed)
  expect(() => startSession(db, newItemId(), later)).toThrow(expect.objectContaining({ code: 'item.missing' }))
})

test.each([
  ['sample', ['mentor', 'mentor', 'mentor', 'mentor', 'mentor', 'mentor', 'mentee', 'mentee', 'mentee', 'mentee', 'mentee', 'ending']],
  ['blank', ['ending']],
] as const)('[F23] an agreement begun from %s stands as clauses, in one step and once', (from, groups) => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)

  const agreement = beginAgreement(db, { spaceId, from, language: 'nl' }, newItemId, startOfTests)
  const again = beginAgreement(db, { spaceId, from, language: 'en' }, newItemId, daysLater(1))
  const clauses = childrenOf(db, agreement.id, ['clause']).map((item) => item.kind === 'clause' ? item.body : null)

  expect(agreement.body).toEqual({ version: 1, language: 'nl' })
  expect(again.id).toBe(agreement.id)
  expect(clauses.map((body) => body?.group)).toEqual(groups)
  expect(clauses.every((body) => Object.keys(body?.texts ?? {}).join() === 'nl' && body?.clear === false && body.sample !== null)).toBe(true)
  expect(findAgreementId(db, spaceId)).toBe(agreement.id)
})

test('nothing is begun in a space that is not there', () => {
  const { db } = testDatabase()
  const spaceId = newItemId() as string as SpaceId

  expect(() => plan(db, spaceId, '2026-11-24')).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  expect(() => beginAgreement(db, { spaceId, from: 'sample', language: 'en' }, newItemId, startOfTests)).toThrow(expect.objectContaining({ code: 'input.invalid' }))
})

function plan(db: Db, spaceId: SpaceId, day: string): ItemOf<'session'> {
  return planSession(db, sessionPlan(spaceId, `${day}T10:00`), 'en', newItemId, startOfTests)
}

function addLine(db: Db, session: ItemOf<'session'>, text: string, more: Partial<Body<'agenda-item'>> = {}): { id: ItemId } {
  return addItem(db, session.spaceId,
    { kind: 'agenda-item', body: { text, minutes: null, outcome: 'open', reason: { rule: 'own' }, ...more } }, { parentId: session.id })
}

function linesOf(db: Db, session: ItemOf<'session'>): AgendaItem[] {
  return childrenOf(db, session.id, ['agenda-item']).map(({ id }) => getItemOf(db, 'agenda-item', id).body)
}
