import { expect, test } from 'vitest'
import { minutesGiven, minutesSince, openedWith, readMinutes, stepLine } from '../../../renderer/sessions/agenda.ts'
import { commitmentItem, itemId, lineItem, sessionItem } from './items.ts'

test('the minutes given are those of the lines that still stand', () => {
  const lines = [lineItem({ minutes: 10 }), lineItem({ minutes: null }), lineItem({ minutes: 5, outcome: 'dropped' }), lineItem({ minutes: 20, outcome: 'covered' })]

  expect(minutesGiven(lines)).toBe(30)
})

test.each([['', null], ['–', null], ['7', 7], ['15 min', 15], ['9999', 600]])('%j typed as minutes is %j', (typed, minutes) => {
  expect(readMinutes(typed)).toBe(minutes)
})

const [a, b, c] = [itemId(), itemId(), itemId()]

test.each([
  ['the second up', b, -1, { after: null, before: a }],
  ['the third up', c, -1, { after: a, before: b }],
  ['the first down', a, 1, { after: b, before: null }],
  ['the first up', a, -1, undefined],
  ['the last down', c, 1, undefined],
] as const)('%s', (_, id, step, target) => {
  expect(stepLine([a, b, c], id, step)).toEqual(target)
})

test('whole minutes have passed, and none before the start', () => {
  expect(minutesSince('2026-11-24T10:00:00.000Z', new Date('2026-11-24T10:24:59.000Z'))).toBe(24)
  expect(minutesSince('2026-11-24T10:00:00.000Z', new Date('2026-11-24T09:00:00.000Z'))).toBe(0)
})

test('a session to come opens with everything open, the mentor’s first', () => {
  const mine = commitmentItem({ who: 'mentee', due: '2026-11-25' })
  const theirs = commitmentItem({ who: 'mentor', due: '2026-11-30' })
  const done = commitmentItem({ who: 'mentor', status: 'done', settledAt: '2026-11-01T09:00:00.000Z' })

  const opened = openedWith(sessionItem(), [mine, done, theirs], '2026-11-23T20:00:00.000Z')

  expect(opened).toEqual([theirs, mine])
})

test('a session that was held shows what was open when it began, settled since or not', () => {
  const session = sessionItem({ status: 'closed', startedAt: '2026-11-24T10:00:00.000Z', closedAt: '2026-11-24T11:00:00.000Z' })
  const settledInIt = commitmentItem({ status: 'done', settledAt: '2026-11-24T10:05:00.000Z' })
  const settledBefore = commitmentItem({ status: 'done', settledAt: '2026-11-24T09:00:00.000Z' })
  const madeInIt = commitmentItem({}, { parentId: session.id, createdAt: '2026-11-24T10:30:00.000Z' })
  const madeLater = commitmentItem({}, { createdAt: '2026-11-26T10:30:00.000Z' })
  const stillOpen = commitmentItem({ who: 'mentor' })

  const opened = openedWith(session, [settledInIt, settledBefore, madeInIt, madeLater, stillOpen], '2026-12-01T10:00:00.000Z')

  expect(opened).toEqual([stillOpen, settledInIt])
})
