import { addDays, dayAt } from '../dates.ts'
import type { Day, LocalDateTime } from '../dates.ts'

const dayMs = 86_400_000

/** The wall clock on this computer, to the minute. */
export function localTimeAt(moment: Date): LocalDateTime {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayAt(moment)}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** Days since 1970-01-01; negative before it. */
export function dayNumber(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs)
}

/** The Monday of the week this day is in. */
export function mondayOf(day: Day): Day {
  // Day 0 was a Thursday.
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7
  return addDays(day, -sinceMonday)
}

/** Minutes from one wall-clock moment to another, as if clocks were never put back. */
export function minutesBetween(from: LocalDateTime, to: LocalDateTime): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000
}
