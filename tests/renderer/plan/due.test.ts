import { expect, test } from 'vitest'
import { dueChoices, inAMonth, usualDue } from '../../../renderer/plan/due.ts'

test.each([
  ['2026-11-24', '2026-12-24'],
  ['2027-01-31', '2027-02-28'],
  ['2028-01-31', '2028-02-29'],
  ['2026-12-31', '2027-01-31'],
])('a month after %s is %s', (day, later) => {
  expect(inAMonth(day)).toBe(later)
})

test('the next session is offered only when it is still to come', () => {
  expect(dueChoices('2026-11-24', '2026-12-08').map((choice) => choice.key)).toEqual(['due.next-week', 'due.two-weeks', 'due.month', 'due.next-session'])
  expect(dueChoices('2026-11-24', '2026-11-24').map((choice) => choice.day)).toEqual(['2026-12-01', '2026-12-08', '2026-12-24'])
  expect(dueChoices('2026-11-24', null)).toHaveLength(3)
})

test('a commitment is usually due when we meet again, or in two weeks', () => {
  expect(usualDue('2026-11-24', '2026-12-01')).toBe('2026-12-01')
  expect(usualDue('2026-11-24', '2026-11-20')).toBe('2026-12-08')
  expect(usualDue('2026-11-24', null)).toBe('2026-12-08')
})
