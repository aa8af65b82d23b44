/** Whether a session is the first of the two, and what makes it a prepared first meeting. */
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { MeetingPart } from '../../shared/meeting.ts'
import { inPartOrder } from '../../shared/rules/meeting.ts'
import type { SessionItem } from './session-plan.ts'

export type QuestionItem = ItemOf<'question'>
export type PartLine = ItemOf<'agenda-item'>

/** None was held or is earlier; it is still ahead, or under way. */
export function isFirst(session: SessionItem, sessions: readonly SessionItem[]): boolean {
  const { status, startsAt } = session.body
  if (status !== 'planned' && status !== 'running') return false
  return !sessions.some(({ id, body }) => id !== session.id
    && (body.status === 'closed' || body.status === 'running' || (body.status === 'planned' && body.startsAt < startsAt)))
}

/** The agenda's four parts, as far as they are still on it. */
export function partLines(lines: readonly PartLine[]): Map<MeetingPart, PartLine> {
  return new Map(lines.flatMap((line) => (line.body.reason.rule === 'part' ? [[line.body.reason.part, line] as const] : [])))
}

/** How much of the hour the questions take. */
export function minutesAsked(questions: readonly QuestionItem[]): number {
  return questions.reduce((sum, { body }) => sum + (body.minutes ?? 0), 0)
}

export type Step = { part: MeetingPart; /** Stands behind this one among all. */ after: ItemId | null }

/**
 * Where a question lands one step up or down in the order it is read: within
 * its part, or over the edge into the one beside it. Null at either end.
 */
export function stepQuestion(questions: readonly QuestionItem[], id: ItemId, by: 1 | -1): Step | null {
  const read = inPartOrder(questions)
  const at = read.findIndex((one) => one.id === id)
  const [here, target] = [read[at], read[at + by]]
  if (here === undefined || target === undefined) return null
  // Up into another part is its end; everything else lands on the far side of its neighbour.
  const behind = here.body.part === target.body.part ? by === 1 : by === -1
  return { part: target.body.part, after: behind ? target.id : before(questions.filter((one) => one.id !== id), target.id) }
}

/** What it stands behind as it is stored. */
export function before(questions: readonly QuestionItem[], id: ItemId): ItemId | null {
  return questions[questions.findIndex((one) => one.id === id) - 1]?.id ?? null
}
