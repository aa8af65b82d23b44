/** The one card on Today: the first rule that is true and was not put off. */
import { addDays } from '../dates.ts'
import type { Day, Instant, LocalDateTime } from '../dates.ts'
import type { ItemId } from '../ids.ts'
import type { CommitmentStatus, Party, SessionStatus } from '../item.ts'
import { hasOther } from '../space.ts'
import type { Role } from '../space.ts'
import type { NextStep } from '../today.ts'
import { dueReview } from './agreement-review.ts'
import { minutesBetween } from './days.ts'
import type { LineId } from './phases.ts'

export type StepRule = NextStep['rule']

export type StepSession = {
  id: ItemId
  status: SessionStatus
  startsAt: LocalDateTime
  minutes: number
  /** Whether any closing question has an answer. */
  answered: boolean
}

export type StepCommitment = { id: ItemId; who: Party; due: Day | null; status: CommitmentStatus }

export type StepFacts = {
  /** The wall clock. */
  now: LocalDateTime
  role: Role
  /** What is known of the recovery sheet; `practice-due` also means that the reminder is on. */
  recovery: 'none' | 'never-asked-back' | 'known' | 'practice-due'
  /** All that are planned or running, and the latest of the past. */
  sessions: readonly StepSession[]
  commitments: readonly StepCommitment[]
  /** A version that one has signed and the other has not yet. */
  unsigned: ItemId | null
  /** Looks back at the agreement that are planned. */
  reviews: ReadonlyArray<{ id: ItemId; on: Day }>
  /** The next line of the phase's checklist; null when there is none, or nobody to walk it with. */
  line: LineId | null
  isPutOff(rule: StepRule, itemId: ItemId | null): boolean
}

export type FoundStep = { rule: StepRule; itemId: ItemId | null; line?: LineId }

const soonMinutes = 24 * 60
const dueSoonDays = 3
/** One or two sessions a month is what is recommended (S2.13a): quiet for two weeks after each. */
const rhythmMinutes = 14 * 24 * 60
const quarterMs = 90 * 24 * 3_600_000

export function findNextStep(facts: StepFacts): FoundStep {
  const candidates = [
    ...recovery(facts), ...soon(facts), ...running(facts), ...unanswered(facts), ...signature(facts), ...review(facts), ...due(facts), ...nothingPlanned(facts),
    ...practice(facts), ...phaseLine(facts),
  ]
  return candidates.find(({ rule, itemId }) => !facts.isPutOff(rule, itemId)) ?? { rule: 'nothing', itemId: null }
}

const end = (session: StepSession, now: LocalDateTime) => minutesBetween(session.startsAt, now) - session.minutes
const byStart = (a: StepSession, b: StepSession) => minutesBetween(b.startsAt, a.startsAt)

/** Whether the recovery code was last typed more than a quarter ago. A clock set back makes nothing due. */
export function isPracticeDue(confirmedAt: Instant, now: Date): boolean {
  return now.getTime() - Date.parse(confirmedAt) > quarterMs
}

function recovery({ recovery: known }: StepFacts): FoundStep[] {
  return known === 'never-asked-back' ? [{ rule: 'recovery-not-asked-back', itemId: null }] : []
}

/** Last of all: whatever concerns the two people comes first. */
function practice({ recovery: known }: StepFacts): FoundStep[] {
  return known === 'practice-due' ? [{ rule: 'recovery-practice', itemId: null }] : []
}

/** Lowest of all: a checklist is no duty. */
function phaseLine({ line }: StepFacts): FoundStep[] {
  return line === null ? [] : [{ rule: 'phase-line', itemId: null, line }]
}

function soon({ sessions, now }: StepFacts): FoundStep[] {
  return sessions
    .filter((one) => one.status === 'planned' && minutesBetween(now, one.startsAt) <= soonMinutes && end(one, now) < 0)
    .toSorted(byStart)
    .map(({ id }) => ({ rule: 'session-soon', itemId: id }))
}

function running({ sessions }: StepFacts): FoundStep[] {
  return sessions.filter((one) => one.status === 'running').toSorted(byStart).map(({ id }) => ({ rule: 'session-running', itemId: id }))
}

/** Only the latest one: an old session without answers is left in peace. */
function unanswered({ sessions, now }: StepFacts): FoundStep[] {
  const latest = sessions
    .filter((one) => one.status === 'closed' || (one.status === 'planned' && end(one, now) >= 0))
    .toSorted(byStart).at(-1)
  return latest === undefined || latest.answered ? [] : [{ rule: 'session-unanswered', itemId: latest.id }]
}

function signature({ unsigned }: StepFacts): FoundStep[] {
  return unsigned === null ? [] : [{ rule: 'signature-waiting', itemId: unsigned }]
}

function review({ reviews, now }: StepFacts): FoundStep[] {
  const found = dueReview(reviews, now.slice(0, 10))
  return found === undefined ? [] : [{ rule: 'agreement-review', itemId: found.id }]
}

function due({ commitments, role, now }: StepFacts): FoundStep[] {
  const last = addDays(now.slice(0, 10), dueSoonDays)
  return commitments
    .filter((one) => one.status === 'open' && isMine(one.who, role))
    .flatMap(({ id, due: day }) => (day !== null && day <= last ? [{ id, day }] : []))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ id }) => ({ rule: 'commitment-due', itemId: id }))
}

function nothingPlanned({ sessions, role, now }: StepFacts): FoundStep[] {
  if (!hasOther(role) || sessions.some((one) => one.status === 'planned' || one.status === 'running')) return []
  const latest = sessions.filter((one) => one.status === 'closed').toSorted(byStart).at(-1)
  const quiet = latest !== undefined && minutesBetween(latest.startsAt, now) < rhythmMinutes
  return quiet ? [] : [{ rule: 'nothing-planned', itemId: null }]
}

function isMine(who: Party, role: Role): boolean {
  return who === 'both' || !hasOther(role) || who === role
}
