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
