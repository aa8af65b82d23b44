import { z } from 'zod'

/** A calendar day, `2026-11-22`; due dates have no time zone. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A wall-clock moment without a zone, `2026-11-24T10:00`: when two people agreed to meet. */
export const LocalDateTime = z.iso.datetime({ local: true, precision: -1 })
export type LocalDateTime = z.infer<typeof LocalDateTime>

/** An instant in UTC, `2026-11-22T21:14:03.120Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** The calendar day of a moment, on this computer's clock. */
export function dayAt(moment: Date): Day {
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
}

/** A day some days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
