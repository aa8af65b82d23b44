/** What comes of a look back at the agreement: which clauses to put differently, which to leave out. Nothing is counted or scored. */
import type { AgreementReview, OneParty, Verdict } from '../agreement.ts'
import type { Day } from '../dates.ts'
import type { ItemId } from '../ids.ts'

export type VerdictRow = AgreementReview['verdicts'][number]

/** What was said about a clause so far; nothing yet: an empty row. */
export function verdictOn(verdicts: readonly VerdictRow[], clause: ItemId): VerdictRow {
  return verdicts.find((one) => one.clause === clause) ?? { clause, mentor: null, mentee: null, word: '' }
}

/** Set part of a row; one without anything in it goes again. */
export function withVerdict(verdicts: readonly VerdictRow[], clause: ItemId, part: Partial<Record<OneParty, Verdict | null>> & { word?: string }): VerdictRow[] {
  const row = { ...verdictOn(verdicts, clause), ...part }
  const others = verdicts.filter((one) => one.clause !== clause)
  return row.mentor === null && row.mentee === null && row.word === '' ? others : [...others, row]
}

/**
 * A clause goes only where both would drop it. Where one of them would, or would
 * change it, it is to be put differently; what works, or was left open, stays.
 */
export function outcomeOf(verdicts: readonly VerdictRow[], clauses: readonly ItemId[]): { change: ItemId[]; drop: ItemId[] } {
  const rows = clauses.map((clause) => verdictOn(verdicts, clause))
  const bothDrop = ({ mentor, mentee }: VerdictRow) => mentor === 'drop' && mentee === 'drop'
  const touched = ({ mentor, mentee }: VerdictRow) => [mentor, mentee].some((verdict) => verdict === 'change' || verdict === 'drop')
  return {
    drop: rows.filter(bothDrop).map(({ clause }) => clause),
    change: rows.filter((row) => touched(row) && !bothDrop(row)).map(({ clause }) => clause),
  }
}

/** The review to look at today: the earliest that waits for a day that has come. */
export function dueReview<R extends { on: Day }>(planned: readonly R[], today: Day): R | undefined {
  return planned.filter(({ on }) => on <= today).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]
}
