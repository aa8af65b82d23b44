import { expect, test } from 'vitest'
import { dayNumber, localTimeAt, minutesBetween, mondayOf } from '../../../shared/rules/days.ts'

test.each([
  ['2026-11-22', '2026-11-16'], ['2026-11-16', '2026-11-16'], ['2024-03-01', '2024-02-26'], ['1969-12-28', '1969-12-22'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})

test('days are counted on both sides of 1970', () => {
  expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dayNumber('2000-03-01')]).toEqual([0, -1, 11_017])
})

test('minutes are those of the wall clock, also over a change of summer time', () => {
  expect(minutesBetween('2026-10-24T12:00', '2026-10-25T12:00')).toBe(24 * 60)
  expect(localTimeAt(new Date(2026, 0, 5, 7, 3))).toBe('2026-01-05T07:03')
})
