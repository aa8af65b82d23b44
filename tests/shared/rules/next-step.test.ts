import { expect, test } from 'vitest'
import { ItemId } from '../../../shared/ids.ts'
import { findNextStep, isPracticeDue } from '../../../shared/rules/next-step.ts'
import type { StepCommitment, StepFacts, StepSession } from '../../../shared/rules/next-step.ts'

const id = (n: number) => ItemId.parse(`00000000-0000-4000-8000-00000000000${n}`)
const session = (n: number, startsAt: string, more: Partial<StepSession> = {}): StepSession =>
  ({ id: id(n), status: 'planned', startsAt, minutes: 60, answered: false, ...more })
const commitment = (n: number, due: string | null, more: Partial<StepCommitment> = {}): StepCommitment =>
  ({ id: id(n), who: 'mentee', due, status: 'open', ...more })
const facts = (more: Partial<StepFacts> = {}): StepFacts =>
  ({ now: '2026-11-22T21:00', role: 'mentee', recovery: 'known', sessions: [], commitments: [], unsigned: null, reviews: [], line: null, isPutOff: () => false, ...more })

const everything = facts({
  recovery: 'never-asked-back',
  sessions: [
    session(1, '2026-11-23T10:00'), session(2, '2026-11-22T20:30', { status: 'running' }),
    session(3, '2026-11-15T10:00', { status: 'closed' }),
  ],
  commitments: [commitment(4, '2026-11-24')],
  unsigned: id(5),
  reviews: [{ id: id(6), on: '2026-11-22' }],
})

test('the rules stand in their order, each giving way when it is put off', () => {
  const seen: string[] = []
  const next = () => findNextStep({ ...everything, isPutOff: (rule) => seen.includes(rule) })
  for (let step = next(); step.rule !== 'nothing'; step = next()) seen.push(step.rule)

  expect(seen).toEqual(['recovery-not-asked-back', 'session-soon', 'session-running', 'session-unanswered', 'signature-waiting', 'agreement-review', 'commitment-due'])
})

test.each([
  ['a session in 24 hours', '2026-11-23T21:00', 'session-soon'],
  ['a session in more than 24 hours', '2026-11-23T21:01', 'nothing'],
  ['a session that began half an hour ago', '2026-11-22T20:30', 'session-soon'],
  ['a session that should be over', '2026-11-22T20:00', 'session-unanswered'],
])('%s: %s is %s', (_, startsAt, rule) => {
  expect(findNextStep(facts({ sessions: [session(1, startsAt)] })).rule).toBe(rule)
})

test.each([['2026-11-22', 'agreement-review'], ['2026-11-23', 'nothing-planned']])('a review planned for %s is %s', (on, rule) => {
  expect(findNextStep(facts({ reviews: [{ id: id(6), on: '2027-01-01' }, { id: id(7), on }] }))).toEqual({ rule, itemId: rule === 'nothing-planned' ? null : id(7) })
})

test('only the latest session asks for its answers', () => {
  const old = session(1, '2026-10-01T10:00', { status: 'closed' })
  const latest = session(2, '2026-11-20T10:00', { status: 'closed', answered: true })

  expect(findNextStep(facts({ sessions: [old, latest] })).rule).toBe('nothing')
  expect(findNextStep(facts({ sessions: [old] })).rule).toBe('session-unanswered')
})

test.each([
  ['mine, due in three days', commitment(1, '2026-11-25'), 'commitment-due'],
  ['mine, due in four days', commitment(1, '2026-11-26'), 'nothing'],
  ['mine, due last week', commitment(1, '2026-11-15'), 'commitment-due'],
  ['mine, without a day', commitment(1, null), 'nothing'],
  ['the mentor’s', commitment(1, '2026-11-23', { who: 'mentor' }), 'nothing'],
  ['of both', commitment(1, '2026-11-23', { who: 'both' }), 'commitment-due'],
  ['kept already', commitment(1, '2026-11-23', { status: 'done' }), 'nothing'],
])('a commitment %s', (_, one, rule) => {
  const quiet = session(9, '2026-11-20T10:00', { status: 'closed', answered: true })

  expect(findNextStep(facts({ sessions: [quiet], commitments: [one] })).rule).toBe(rule)
})

test.each([
  ['no session yet', facts(), 'nothing-planned'],
  ['the last one thirteen days ago', facts({ sessions: [session(1, '2026-11-09T21:00', { status: 'closed', answered: true })] }), 'nothing'],
  ['the last one two weeks ago', facts({ sessions: [session(1, '2026-11-08T21:00', { status: 'closed', answered: true })] }), 'nothing-planned'],
  ['one planned far ahead', facts({ sessions: [session(1, '2027-03-01T10:00')] }), 'nothing'],
  ['a space of one’s own', facts({ role: 'alone' }), 'nothing'],
])('with %s', (_, given, rule) => {
  expect(findNextStep(given)).toEqual({ rule, itemId: null })
})

test('to practise the recovery code comes after everything else, and only when it is due', () => {
  const quiet = session(9, '2026-11-20T10:00', { status: 'closed', answered: true })
  const due = { recovery: 'practice-due', sessions: [quiet] } as const

  expect(findNextStep(facts(due)).rule).toBe('recovery-practice')
  expect(findNextStep(facts({ ...due, commitments: [commitment(1, '2026-11-23')] })).rule).toBe('commitment-due')
  expect(findNextStep(facts({ recovery: 'practice-due' })).rule).toBe('nothing-planned')
  expect(['known', 'none'].map((recovery) => findNextStep(facts({ recovery: recovery as 'known', sessions: [quiet] })).rule)).toEqual(['nothing', 'nothing'])
})

test.each([
  ['ninety days and a minute', '2026-11-29T20:01:00.000Z', true],
  ['ninety days', '2026-11-29T20:00:00.000Z', false],
  ['a clock set back a year', '2025-08-31T20:00:00.000Z', false],
])('after %s the code is due again: %s %s', (_, now, due) => {
  expect(isPracticeDue('2026-08-31T20:00:00.000Z', new Date(now))).toBe(due)
})
