/** What Today shows, each part along an index: nothing here grows with the years. */
import { dayAt } from '../../shared/dates.ts'
import type { Day, Instant } from '../../shared/dates.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { compareCommitments } from '../../shared/rules/commitments.ts'
import { localTimeAt, mondayOf } from '../../shared/rules/days.ts'
import { findPhase, nextLine } from '../../shared/rules/phases.ts'
import { findNextStep, isPracticeDue } from '../../shared/rules/next-step.ts'
import type { StepFacts, StepRule } from '../../shared/rules/next-step.ts'
import type { Today } from '../../shared/today.ts'
import { findAgreementId } from './agreements.ts'
import { hasExportRecord } from './export-records.ts'
import { getItem, itemsWithStatus, readable } from './items.ts'
import { firstMoment } from './moments.ts'
import type { Db } from './open.ts'
import { findPath } from './paths.ts'
import { getPreference, setPreference } from './preferences.ts'
import { countHeld, isAnswered, sessionsAround } from './sessions.ts'
import { getSpace } from './spaces.ts'
import { statement, transaction } from './statements.ts'
import { readPreference, removePreference } from './vault-record.ts'
import { waitingVersion } from './versions.ts'

const postponeMs = 24 * 3_600_000
/** What comes once a quarter comes back after a week. */
const postponePracticeMs = 7 * postponeMs

/** @param hasSheet whether there is a recovery code at all */
export function readToday(db: Db, spaceId: SpaceId, now: Date, hasSheet = true): Today {
  const space = getSpace(db, spaceId)
  const openCommitments = itemsWithStatus(db, spaceId, 'commitment', 'open').toSorted(compareCommitments)
  const sessions = sessionsAround(db, spaceId)
  const agreementId = findAgreementId(db, spaceId)
  const path = findPath(db, spaceId)
  const phase = findPhase({
    role: space.role, chosen: path?.body.phase ?? null, agreement: agreementId !== null, held: countHeld(db, spaceId),
    planned: sessions.some(({ body }) => body.status === 'planned' || body.status === 'running'),
  })
  const step = findNextStep({
    now: localTimeAt(now),
    role: space.role,
    recovery: recoveryFacts(db, now, hasSheet),
    sessions: sessions.map(({ id, body }) => ({
      id, status: body.status, startsAt: body.startsAt, minutes: body.minutes, answered: isAnswered(db, id),
    })),
    commitments: openCommitments.map(({ id, body }) => ({ id, who: body.who, due: body.due, status: body.status })),
    unsigned: waitingVersion(db, spaceId)?.item.id ?? null,
    reviews: itemsWithStatus(db, spaceId, 'agreement-review', 'planned').map(({ id, body }) => ({ id, on: body.on })),
    // Who only writes walks no path.
    line: space.role !== 'alone' ? nextLine(space.role, phase.phase, path?.body ?? null) : null,
    isPutOff: putOff(db, spaceId, now),
  })
  return {
    nextStep: {
      rule: step.rule, item: step.itemId === null ? null : readable(getItem(db, step.itemId)),
      ...(step.line !== undefined && { line: step.line }),
    },
    openCommitments,
    nextSession: nextSession(sessions, now),
    entriesThisWeek: countEntriesSince(db, spaceId, mondayOf(dayAt(now))),
    places: [
      ...(hasKind(db, spaceId, 'commitment') ? ['plan' as const] : []),
      ...(agreementId === null ? [] : ['agreement' as const]),
      ...(hasExportRecord(db, spaceId) ? ['sharing' as const] : []),
    ],
    agreementId,
    phase,
  }
}

/** Hide a next step for a day, the practice of the code for a week. What concerns the vault is hidden in every space. */
export function putOffStep(db: Db, spaceId: SpaceId, rule: StepRule, itemId: ItemId | null, now: Date): void {
  const stillHidden = Object.entries(getPreference(db, 'later') ?? {}).filter(([, until]) => until > now.toISOString())
  const until: Instant = new Date(now.getTime() + (rule === 'recovery-practice' ? postponePracticeMs : postponeMs)).toISOString()
  setPreference(db, 'later', { ...Object.fromEntries(stillHidden), [stepKey(spaceId, rule, itemId)]: until })
}

/** There is a new recovery code: forget that one was asked back, and that the asking was put off. */
export function askForCodeAgain(db: Db): void {
  const others = Object.entries(getPreference(db, 'later') ?? {}).filter(([step]) => !isOfVault(step))
  transaction(db, () => {
    removePreference(db, 'recovery.confirmedAt')
    setPreference(db, 'later', Object.fromEntries(others))
  })
}

/** There is no recovery code any more, so none to be asked back. */
export function forgetRecoveryCode(db: Db): void {
  removePreference(db, 'recovery.confirmedAt')
}

function putOff(db: Db, spaceId: SpaceId, now: Date): (rule: StepRule, itemId: ItemId | null) => boolean {
  const later = getPreference(db, 'later') ?? {}
  return (rule, itemId) => (later[stepKey(spaceId, rule, itemId)] ?? '') > now.toISOString()
}

function isOfVault(rule: string): boolean {
  return rule === 'recovery-not-asked-back' || rule === 'recovery-practice'
}

function recoveryFacts(db: Db, now: Date, hasSheet: boolean): StepFacts['recovery'] {
  const confirmedAt = readPreference(db, 'recovery.confirmedAt')
  if (!hasSheet) return 'none'
  if (confirmedAt === null) return 'never-asked-back'
  const due = isPracticeDue(confirmedAt, now) && getPreference(db, 'recovery-reminder') !== false
  return due ? 'practice-due' : 'known'
}

function stepKey(spaceId: SpaceId, rule: StepRule, itemId: ItemId | null): string {
  return isOfVault(rule) ? rule : `${spaceId} ${rule} ${itemId ?? ''}`
}

/** The running one, else the soonest planned one that has not passed, else one that passed and was never closed. */
function nextSession(sessions: ReadonlyArray<ItemOf<'session'>>, now: Date): ItemOf<'session'> | null {
  const today = dayAt(now)
  const planned = sessions.filter(({ body }) => body.status === 'planned')
  return sessions.find(({ body }) => body.status === 'running')
    ?? planned.find(({ body }) => body.startsAt.slice(0, 10) >= today)
    ?? planned.at(-1)
    ?? null
}

function countEntriesSince(db: Db, spaceId: SpaceId, day: Day): number {
  return statement<{ n: number }>(db, `SELECT count(*) AS n FROM item
    WHERE space_id = ? AND kind = 'entry' AND deleted_at IS NULL AND hidden = 0 AND moment >= ?`).get(spaceId, firstMoment(day))?.n ?? 0
}

function hasKind(db: Db, spaceId: SpaceId, kind: string): boolean {
  return statement(db, `SELECT 1 FROM item
    WHERE space_id = ? AND kind = ? AND deleted_at IS NULL AND hidden = 0 LIMIT 1`).get(spaceId, kind) !== undefined
}
