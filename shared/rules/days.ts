import type { Day, LocalDateTime } from '../dates.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** The calendar day on this computer's clock. */
export function dayOf(now: Date): Day {
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The wall clock on this computer, to the minute. */
export function localTimeOf(now: Date): LocalDateTime {
  return `${dayOf(now)}T${two(now.getHours())}:${two(now.getMinutes())}`
}

/** Days since 1970-01-01; negative before it. */
export function dayNumber(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10)
}

/** The Monday of the week this day is in. */
export function mondayOf(day: Day): Day {
  const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7
  return addDays(day, -weekday)
}

/** Minutes from one wall-clock moment to another, as if there were no daylight saving. */
export function minutesBetween(from: LocalDateTime, to: LocalDateTime): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000
}
