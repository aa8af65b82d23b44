import type { Instant } from '../../shared/dates.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { compareCommitments } from '../../shared/rules/commitments.ts'
import type { SessionItem } from './session-plan.ts'

type Line = ItemOf<'agenda-item'>
type Commitment = ItemOf<'commitment'>

/** How much of the hour is given out. */
export function minutesGiven(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + (line.body.outcome === 'dropped' ? 0 : line.body.minutes ?? 0), 0)
}

/** Minutes as typed: digits only, at most ten hours; nothing typed is no minutes. */
export function readMinutes(typed: string): number | null {
  const digits = typed.replace(/\D/g, '').slice(0, 4)
  return digits === '' ? null : Math.min(600, Number(digits))
}

const partyOrder = { mentor: 0, mentee: 1, both: 2 }

/**
 * What the two had open when this session began, or have open now when it has
 * not: shown before everything else, the mentor's first. What was settled since
 * `since` stays in view with its tick.
 */
export function openedWith(session: SessionItem, commitments: readonly Commitment[], since: Instant): Commitment[] {
  const { startedAt, status } = session.body
  const from = startedAt ?? session.body.closedAt ?? since
  return commitments
    .filter((one) => one.parentId !== session.id)
    .filter((one) => status === 'planned' || one.createdAt <= from)
    .filter((one) => one.body.settledAt === null ? one.body.status === 'open' : status === 'planned' ? one.body.settledAt > from : one.body.settledAt >= from)
    .toSorted((a, b) => partyOrder[a.body.who] - partyOrder[b.body.who] || compareCommitments(a, b))
}

/** Where a line lands one step up or down: the line it then follows, or undefined at the edge. */
export function stepLine(ids: readonly ItemId[], id: ItemId, step: -1 | 1): { after: ItemId | null; before: ItemId | null } | undefined {
  const at = ids.indexOf(id)
  const to = at + step
  if (at < 0 || to < 0 || to >= ids.length) return undefined
  const rest = ids.filter((other) => other !== id)
  return { after: rest[to - 1] ?? null, before: ids[at - 1] ?? null }
}

/** Whole minutes since it began; none before it. */
export function minutesSince(startedAt: Instant, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(startedAt)) / 60_000))
}
