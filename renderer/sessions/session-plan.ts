/** When the next session probably is, and how the list of sessions falls apart. */
import { addDays } from '../../shared/dates.ts'
import type { Day, LocalDateTime } from '../../shared/dates.ts'
import type { Body, ItemOf } from '../../shared/item.ts'

export type SessionItem = ItemOf<'session'>
export type SessionDetails = Pick<Body<'session'>, 'startsAt' | 'minutes' | 'place' | 'mode'>

const everyDays = 14

const byStart = (a: SessionItem, b: SessionItem) => (a.body.startsAt < b.body.startsAt ? -1 : a.body.startsAt > b.body.startsAt ? 1 : a.body.number - b.body.number)

/** Like the last one, two weeks later: the same weekday, hour, length, place and way of meeting. */
export function usualDetails(sessions: readonly SessionItem[], today: Day): SessionDetails {
  const last = sessions.filter((session) => session.body.status !== 'cancelled').toSorted(byStart).at(-1)
  if (last === undefined) return { startsAt: `${addDays(today, everyDays)}T10:00`, minutes: 60, place: '', mode: 'face-to-face' }
  const { startsAt, minutes, place, mode } = last.body
  let day = addDays(startsAt.slice(0, 10), everyDays)
  while (day <= today) day = addDays(day, 7)
  return { startsAt: `${day}T${startsAt.slice(11, 16)}`, minutes, place, mode }
}

/** The session that comes after this one. */
export function nextPlanned(sessions: readonly SessionItem[], after: SessionItem | null): SessionItem | null {
  return sessions
    .filter((session) => session.body.status === 'planned' && session.id !== after?.id && (after === null || session.body.startsAt >= after.body.startsAt))
    .toSorted(byStart)[0] ?? null
}

export type SessionMonth = { month: Day; sessions: SessionItem[] }

/** What is still to be held or closed, soonest first; the rest by month, newest first. */
export function groupSessions(sessions: readonly SessionItem[], today: Day): { ahead: SessionItem[]; past: SessionMonth[] } {
  const isAhead = ({ body }: SessionItem) =>
    body.status === 'planned' || body.status === 'running' || (body.status === 'cancelled' && body.startsAt.slice(0, 10) >= today)
  const months = new Map<Day, SessionItem[]>()
  for (const session of sessions.filter((one) => !isAhead(one)).toSorted((a, b) => byStart(b, a))) {
    const month = `${session.body.startsAt.slice(0, 7)}-01`
    months.set(month, [...(months.get(month) ?? []), session])
  }
  return {
    ahead: sessions.filter(isAhead).toSorted(byStart),
    past: [...months].map(([month, list]) => ({ month, sessions: list })),
  }
}

/** Whether its time is over by the wall clock. */
export function isOver({ body }: SessionItem, now: LocalDateTime): boolean {
  return Date.parse(`${body.startsAt}Z`) + body.minutes * 60_000 <= Date.parse(`${now}Z`)
}
