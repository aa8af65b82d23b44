import type { Day } from '../../shared/dates.ts'
import { addDays } from '../../shared/dates.ts'
import type { MessageKey } from '../messages/messages.tsx'

export type DueChoice = { key: Extract<MessageKey, `due.${string}`>; day: Day }

/** The same day of the next month, or that month's last one. */
export function inAMonth(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The few days one usually means, counted from a session or from today. */
export function dueChoices(from: Day, nextSession: Day | null): DueChoice[] {
  return [
    { key: 'due.next-week', day: addDays(from, 7) },
    { key: 'due.two-weeks', day: addDays(from, 14) },
    { key: 'due.month', day: inAMonth(from) },
    ...(nextSession !== null && nextSession > from ? [{ key: 'due.next-session', day: nextSession } as const] : []),
  ]
}

/** Until we meet again, or two weeks. */
export function usualDue(from: Day, nextSession: Day | null): Day {
  return nextSession !== null && nextSession > from ? nextSession : addDays(from, 14)
}
