/** Dates as other apps and people write them: in files' names, in heads of entries, in fields. */
import { dayAt } from '../../shared/dates.ts'
import type { Day, Instant } from '../../shared/dates.ts'

export type Moment = { day: Day; at: Instant | null }

const locales = ['en', 'nl', 'id', 'de', 'fr', 'es', 'pt', 'it', 'sv', 'da', 'nb']

/** Names of months and of weekdays, long and short, in the languages that a name is looked for in. */
let names: { months: Map<string, number>; ignored: Set<string> } | null = null

function knownNames(): { months: Map<string, number>; ignored: Set<string> } {
  if (names !== null) return names
  const months = new Map<string, number>()
  const ignored = new Set(['at', 'om', 'pukul', 'um', 'de', 'del', 'of', 'the', 'uur', 'uhr', 'à', 'kl', 'h', 'le', 'den'])
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const month = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' })
      const weekday = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' })
      // Later languages never take a name from an earlier one.
      for (let at = 0; at < 12; at += 1) {
        const name = bare(month.format(Date.UTC(2023, at, 1)))
        if (!months.has(name)) months.set(name, at + 1)
      }
      for (let at = 0; at < 7; at += 1) ignored.add(bare(weekday.format(Date.UTC(2023, 0, 1 + at))))
    }
  }
  names = { months, ignored }
  return names
}

const bare = (name: string) => name.toLowerCase().replace(/\.$/, '')

/** A real day between the years 1000 and 2999; null otherwise. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1000 || year > 2999) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

/** An instant as programs write it, on the clock of its own place where that is known. */
export function instantMoment(text: string, zone: string | null = null): Moment | null {
  if (!/^\d{4}-\d\d-\d\d/.test(text) || text.length > 40) return null
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) return null
  const day = zone === null ? dayAt(date) : dayIn(date, zone)
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number)
  const known = dayOf(year, month, ofMonth)
  return known === null ? null : { day: known, at: date.toISOString() }
}

const zones = new Map<string, Intl.DateTimeFormat | null>()

function dayIn(date: Date, zone: string): Day {
  let format = zones.get(zone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    } catch {
      format = null
    }
    // A file may name as many zones as it likes.
    if (zones.size < 1000) zones.set(zone, format)
  }
  return format === null ? dayAt(date) : format.format(date)
}

/**
 * A date, and a time if there is one, that fills the whole text: `2024-03-05`,
 * `05.03.2024 09:12`, `Tuesday, 5 March 2024 at 09:12:00 CET`. Null for anything
 * else. Where day and month could be either, the day comes first unless told.
 */
export function readMoment(text: string, monthFirst = false): Moment | null {
  const line = text.trim()
  if (line.length < 6 || line.length > 60 || !/\d/.test(line)) return null
  const numbers = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:[T,\s]+(.+))?$/.exec(line)
  if (numbers !== null) {
    const [, first = '', , second = '', third = '', rest = ''] = numbers
    const time = readTime(rest)
    if (rest !== '' && time === null) return null
    const [a, b, c] = [Number(first), Number(second), Number(third)]
    if (first.length === 4) return momentOf(a, b, c, time)
    if (third.length !== 4) return null
    return (monthFirst || a > 31) ? momentOf(c, a, b, time) ?? momentOf(c, b, a, time) : momentOf(c, b, a, time) ?? momentOf(c, a, b, time)
  }
  return readNamed(line)
}

/** Which of day and month comes first where the numbers themselves tell. */
export function isMonthFirst(text: string): boolean {
  const numbers = /^\s*(\d{1,2})[-./](\d{1,2})[-./]\d{4}\b/.exec(text)
  return numbers !== null && Number(numbers[2]) > 12
}

function readNamed(line: string): Moment | null {
  const { months, ignored } = knownNames()
  const [date = line, ...times] = line.split(/\s+(?:at|om|pukul|um|à)\s+|,?\s+(?=\d{1,2}[:.]\d\d(?:\D|$))/i)
  let [year, month, day] = [0, 0, 0]
  for (const word of date.split(/[\s,]+/)) {
    const plain = bare(word)
    if (plain === '') continue
    if (/^\d{4}$/.test(plain) && year === 0) year = Number(plain)
    else if (/^\d{1,2}(?:st|nd|rd|th|e|ste|º)?$/.test(plain) && day === 0) day = Number.parseInt(plain, 10)
    else if (months.has(plain) && month === 0) month = months.get(plain) ?? 0
    else if (!ignored.has(plain)) return null
  }
  const time = times.length === 0 ? null : readTime(times.join(' '))
  if (year === 0 || month === 0 || day === 0 || (times.length > 0 && time === null)) return null
  return momentOf(year, month, day, time)
}

type Time = [hours: number, minutes: number, seconds: number]

function readTime(text: string): Time | null {
  const found = /^(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(?:Z|[A-Z]{2,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2})?$/i.exec(text.trim())
  if (found === null) return null
  const half = found[4]?.toLowerCase().charAt(0)
  const hours = Number(found[1]) % (half === undefined ? 24 : 12) + (half === 'p' ? 12 : 0)
  const [minutes, seconds] = [Number(found[2]), Number(found[3] ?? 0)]
  return Number(found[1]) > 24 || minutes > 59 || seconds > 59 ? null : [hours, minutes, seconds]
}

function momentOf(year: number, month: number, day: number, time: Time | null): Moment | null {
  const known = dayOf(year, month, day)
  if (known === null) return null
  if (time === null) return { day: known, at: null }
  // A clock on a wall: it showed this on this computer, as far as anybody can know.
  return { day: known, at: new Date(year, month - 1, day, ...time).toISOString() }
}

/** A date in a file's name or its folders: `2024-03-05 Walk.md`, `20240305.txt`, `2024/03/05.txt`. */
export function dayInPath(path: string): { day: Day | null; rest: string } {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[A-Za-z]{1,8}$/, '')
  const inName = /(?:^|[^\d])((\d{4})[-_. ]?(\d\d)[-_. ]?(\d\d))(?!\d)/.exec(name)
  if (inName !== null) {
    const day = dayOf(Number(inName[2]), Number(inName[3]), Number(inName[4]))
    if (day !== null) return { day, rest: name.replace(inName[1] ?? '', ' ').replace(/^[\s_.–-]+|[\s_.–-]+$/g, '').replace(/\s+/g, ' ') }
  }
  const inFolders = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)(?:\/|\.|$)/.exec(path)
  const day = inFolders === null ? null : dayOf(Number(inFolders[1]), Number(inFolders[2]), Number(inFolders[3]))
  return { day, rest: day !== null && /^\d+$/.test(name) ? '' : name.trim() }
}
