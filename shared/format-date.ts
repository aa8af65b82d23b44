/**
 * Dates and times as each language writes them. Put together by hand from
 * Intl's native names, because the order and commas of its own styles change
 * from one release of ICU to the next.
 */
import type { Day, Instant, LocalDateTime } from './dates.ts'
import { locales } from './locales.ts'
import type { Language } from './language.ts'

type Parts = { year: string; month: string; shortMonth: string; day: string; weekday: string }
type Names = { months: readonly string[]; shortMonths: readonly string[]; weekdays: readonly string[] }

/** Made when first asked for: the first format of a process takes it ten milliseconds, which no start should wait for. */
const names = new Map<Language, Names>()

function namesIn(language: Language): Names {
  const known = names.get(language)
  if (known !== undefined) return known
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' })
    return (date: Date) => format.format(date)
  }
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 1)))
  // 1 January 2023 was a Sunday, the first day of Date's week.
  const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)))
  const made: Names = {
    months: months.map(write({ month: 'long' })),
    shortMonths: months.map(write({ month: 'short' })).map((name) => name.replace(/\.$/, '')),
    weekdays: week.map(write({ weekday: 'long' })),
  }
  names.set(language, made)
  return made
}

function partsOf(language: Language, day: Day | LocalDateTime): Parts {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) throw new RangeError('no day')
  const { months, shortMonths, weekdays } = namesIn(language)
  return {
    year: String(date.getUTCFullYear()),
    month: months[date.getUTCMonth()] ?? '',
    shortMonth: shortMonths[date.getUTCMonth()] ?? '',
    day: String(date.getUTCDate()),
    weekday: weekdays[date.getUTCDay()] ?? '',
  }
}

/** The calendar day and the wall clock of a local moment, or of an instant where this machine is. */
function local(moment: LocalDateTime | Instant): { day: Day; hour: string; minute: string; second: string } {
  if (!moment.endsWith('Z')) return { day: moment.slice(0, 10), hour: moment.slice(11, 13), minute: moment.slice(14, 16), second: '00' }
  const date = new Date(moment)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    day: `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    hour: two(date.getHours()), minute: two(date.getMinutes()), second: two(date.getSeconds()),
  }
}

const withWeekday = (language: Language, weekday: string, rest: string) =>
  language === 'id' ? `${weekday}, ${rest}` : `${weekday} ${rest}`

/** "Tuesday 24 November 2026" */
export function formatLongDay(language: Language, day: Day): string {
  const parts = partsOf(language, day)
  return withWeekday(language, parts.weekday, `${parts.day} ${parts.month} ${parts.year}`)
}

/** "Tuesday 24 November": where the year is plain from the place it stands in. */
export function formatWeekday(language: Language, day: Day): string {
  const parts = partsOf(language, day)
  return withWeekday(language, parts.weekday, `${parts.day} ${parts.month}`)
}

/** "24 November 2026" */
export function formatDay(language: Language, day: Day): string {
  const parts = partsOf(language, day)
  return `${parts.day} ${parts.month} ${parts.year}`
}

/** "24 November" */
export function formatDayOfMonth(language: Language, day: Day): string {
  const parts = partsOf(language, day)
  return `${parts.day} ${parts.month}`
}

/** "24 Nov" */
export function formatShortDay(language: Language, day: Day): string {
  const parts = partsOf(language, day)
  return `${parts.day} ${parts.shortMonth}`
}

/** "November 2026": the head of a group in a list. */
export function formatMonth(language: Language, day: Day): string {
  const parts = partsOf(language, day)
  return `${parts.month} ${parts.year}`
}

/** "1–30 November 2026", "28 October – 4 November 2026", "30 December 2026 – 2 January 2027" */
export function formatDayRange(language: Language, from: Day, to: Day): string {
  if (from === to) return formatDay(language, from)
  const first = partsOf(language, from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${first.day}–${formatDay(language, to)}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${first.day} ${first.month} – ${formatDay(language, to)}`
  return `${formatDay(language, from)} – ${formatDay(language, to)}`
}

/** "21:14" in English and Dutch, "21.14" in Indonesian; to the second, "21:14:05" and "21.14.05". */
export function formatTime(language: Language, moment: LocalDateTime | Instant, to: 'minute' | 'second' = 'minute'): string {
  const { hour, minute, second } = local(moment)
  return [hour, minute, ...(to === 'second' ? [second] : [])].join(language === 'id' ? '.' : ':')
}

/** "Tuesday 24 November 2026, 10:00" */
export function formatLongMoment(language: Language, moment: LocalDateTime | Instant, to: 'minute' | 'second' = 'minute'): string {
  return `${formatLongDay(language, local(moment).day)}, ${formatTime(language, moment, to)}`
}

/** The day of a local moment, or the one on which an instant falls where this machine is. */
export function dayOfMoment(moment: LocalDateTime | Instant): Day {
  return local(moment).day
}

/** A date that begins a heading or a line: Dutch weekdays and months are small letters elsewhere. */
export function asHeading(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
}
