import { expect, test } from 'vitest'
import { dayOfMoment, formatDay, formatDayOfMonth, formatDayRange, formatLongDay, formatLongMoment, formatMonth, formatShortDay, formatTime, formatWeekday } from '../../shared/format-date.ts'
import { Language } from '../../shared/language.ts'

test('a day is written in the order and with the names of the language', () => {
  expect(Language.options.map((language) => formatLongDay(language, '2026-11-24')))
    .toEqual(['Tuesday 24 November 2026', 'dinsdag 24 november 2026', 'Selasa, 24 November 2026'])
  expect(Language.options.map((language) => formatWeekday(language, '2026-05-03'))).toEqual(['Sunday 3 May', 'zondag 3 mei', 'Minggu, 3 Mei'])
  expect(Language.options.map((language) => formatDay(language, '2026-10-01'))).toEqual(['1 October 2026', '1 oktober 2026', '1 Oktober 2026'])
  expect(Language.options.map((language) => formatShortDay(language, '2026-08-17'))).toEqual(['17 Aug', '17 aug', '17 Agu'])
  expect(Language.options.map((language) => formatMonth(language, '2026-03-17'))).toEqual(['March 2026', 'maart 2026', 'Maret 2026'])
  expect(formatDayOfMonth('id', '2026-12-04')).toBe('4 Desember')
})

test('a time has 24 hours, with a point in Indonesian', () => {
  expect(Language.options.map((language) => formatTime(language, '2026-11-24T09:05'))).toEqual(['09:05', '09:05', '09.05'])
  expect(formatLongMoment('id', '2026-11-24T21:14')).toBe('Selasa, 24 November 2026, 21.14')
  const here = new Date(2026, 10, 24, 9, 5, 7).toISOString()
  expect(Language.options.map((language) => formatTime(language, here, 'second'))).toEqual(['09:05:07', '09:05:07', '09.05.07'])
})

test('an instant is written as the wall clock here shows it', () => {
  const here = new Date(2026, 10, 24, 21, 14)

  expect(formatTime('en', here.toISOString())).toBe('21:14')
  expect(dayOfMoment(here.toISOString())).toBe('2026-11-24')
  expect(dayOfMoment('2026-11-24T23:59')).toBe('2026-11-24')
})

test('a stretch of days says month and year no oftener than needed', () => {
  expect(formatDayRange('en', '2026-11-24', '2026-11-24')).toBe('24 November 2026')
  expect(formatDayRange('en', '2026-11-01', '2026-11-30')).toBe('1–30 November 2026')
  expect(formatDayRange('nl', '2026-10-28', '2026-11-04')).toBe('28 oktober – 4 november 2026')
  expect(formatDayRange('id', '2026-12-30', '2027-01-02')).toBe('30 Desember 2026 – 2 Januari 2027')
})
