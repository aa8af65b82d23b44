/**
 * The words that screens and exported documents share, in each language, so
 * that a document's language does not depend on the screen's. `{mentor}` and
 * `{mentee}` stand for the names (`fill.ts`); other braces are ICU (`../messages.ts`).
 */
import type { ClauseGroup } from '../agreement.ts'
import type { ClosingQuestion, CommitmentStatus, EntrySort, Party, Prep, SessionMode } from '../item.ts'
import type { Language } from '../language.ts'
import type { Role } from '../space.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import { nl } from './nl.ts'

/** The sample contract (S4.17), in its order; then the clause that lets either stop (S0.2). */
export const sampleContract = [
  { id: 'mentor-attention', group: 'mentor' },
  { id: 'mentor-expertise', group: 'mentor' },
  { id: 'mentor-support', group: 'mentor' },
  { id: 'mentor-encouragement', group: 'mentor' },
  { id: 'mentor-feedback', group: 'mentor' },
  { id: 'mentor-trust', group: 'mentor' },
  { id: 'mentee-eagerness', group: 'mentee' },
  { id: 'mentee-help', group: 'mentee' },
  { id: 'mentee-risks', group: 'mentee' },
  { id: 'mentee-feedback', group: 'mentee' },
  { id: 'mentee-trust', group: 'mentee' },
] as const satisfies readonly { id: string; group: ClauseGroup }[]

/** Belongs to every agreement, apart from the eleven. */
export const endingClause = { id: 'ending-no-fault', group: 'ending' } as const satisfies { id: string; group: ClauseGroup }

export type SampleClauseId = (typeof sampleContract)[number]['id'] | (typeof endingClause)['id']

export type Texts = {
  /** What to write about; first person, for nobody else's eyes. */
  prompts: Record<Exclude<Role, 'looking'>, readonly string[]>
  /** The private sheet beside a session. */
  prep: Record<keyof Prep, string>
  /** At the end of every session (S1.10). */
  closing: Record<ClosingQuestion, string>
  /** To read aloud in the first meeting (S0.7). */
  firstMeeting: readonly [string, string, string, string]
  clauses: Record<SampleClauseId, string>
  /** Headings over clauses; the mentor's duties come first (S0.9). */
  clauseGroups: Record<ClauseGroup, string>
  /** Where no name was given: in a sentence of a document, and in a prompt to oneself. */
  noName: { plain: Record<'mentor' | 'mentee', string>; mine: Record<'mentor' | 'mentee', string> }
  /** The parties as labels, where there is no name to show. */
  parties: Record<Party, string>
  document: {
    summary: string
    agreement: string
    /** File names: lower case, no names of people. */
    summaryFile: string
    agreementFile: string
    session: string
    sessionAt: string
    minutes: string
    modes: Record<SessionMode, string>
    cancelled: string
    agenda: string
    agendaItem: string
    agendaMinutes: string
    nextTime: string
    droppedItem: string
    notes: string
    note: string
    results: string
    result: string
    commitments: string
    commitment: string
    commitmentSorts: Record<'information' | 'resource' | 'contact', string>
    commitmentStatus: Record<CommitmentStatus, string>
    by: string
    closing: string
    preparation: string
    entries: string
    entrySorts: Record<EntrySort, string>
    unreadable: string
    clause: string
    version: string
    date: string
    period: string
    ticked: string
    unticked: string
    page: string
    id: string
    masked: string
  }
  /** How the ledger calls the copy of everything; file and folder names in it. */
  dump: {
    title: string
    file: string
    journal: string
    sessions: string
    removed: string
    ownSpace: string
  }
  recovery: {
    title: string
    lead: string
    vault: string
    made: string
    code: string
    useTitle: string
    use: readonly [string, string, string]
    keepTitle: string
    keep: readonly [string, string, string]
    warning: string
  }
}

export const texts: Record<Language, Texts> = { en, nl, id }
