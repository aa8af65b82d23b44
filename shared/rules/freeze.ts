/** The draft as a version keeps it: every language that a clause has, names filled in. */
import { ClauseGroup } from '../agreement.ts'
import type { Clause, SettledClause, Version } from '../agreement.ts'
import type { ItemId } from '../ids.ts'
import { Language } from '../language.ts'
import { fillNames } from '../texts/fill.ts'
import type { Names } from '../texts/fill.ts'
import type { Space } from '../space.ts'
import { partyNames } from '../space.ts'
import { normalised } from './check-words.ts'
import { clauseText, isInLanguage } from './clause-text.ts'

export type DraftClause = { id: ItemId; body: Clause }
/** What two versions, or a version and the draft, are compared by. */
export type Frozen = Pick<Version, 'parties' | 'period' | 'clauses'>

/** Clauses in the order of the page; one without a word is none. */
export function freezeClauses(clauses: readonly DraftClause[], names: Names): SettledClause[] {
  return ClauseGroup.options.flatMap((group) => clauses.filter(({ body }) => body.group === group)).flatMap(({ id, body }) => {
    const texts = Object.fromEntries(Language.options
      .filter((language) => isInLanguage(body, language))
      .map((language) => [language, normalised(fillNames(clauseText(body, language, language), names, language))] as const)
      .filter(([, text]) => text.trim() !== ''))
    return Object.keys(texts).length === 0 ? [] : [{ id, group: body.group, texts }]
  })
}

/** Clauses in their stored order, with the names and the period of the space. */
export function freezeDraft(space: Pick<Space, 'role' | 'me' | 'other' | 'terms'>, clauses: readonly DraftClause[]): Frozen {
  const names = partyNames(space)
  return {
    parties: { mentor: normalised(names.mentor.trim()), mentee: normalised(names.mentee.trim()) },
    period: { from: space.terms.from, to: space.terms.to },
    clauses: freezeClauses(clauses, names),
  }
}

/** Whether both say the same in every language. */
export function sameAgreement(one: Frozen, other: Frozen): boolean {
  return one.parties.mentor === other.parties.mentor && one.parties.mentee === other.parties.mentee
    && one.period.from === other.period.from && one.period.to === other.period.to
    && one.clauses.length === other.clauses.length
    && one.clauses.every((clause, index) => sameClause(clause, other.clauses[index]))
}

function sameClause(one: SettledClause, other: SettledClause | undefined): boolean {
  return other !== undefined && one.id === other.id && one.group === other.group
    && Language.options.every((language) => one.texts[language] === other.texts[language])
}

/** The languages in which words were written, or are read by choice: those that somebody has to be able to read. */
export function languagesOf(agreement: { language: Language; beside?: Language | undefined }, clauses: readonly Pick<Clause, 'texts'>[]): Language[] {
  return Language.options.filter((language) => language === agreement.language || language === agreement.beside
    || clauses.some(({ texts }) => (texts[language] ?? '').trim() !== ''))
}

/** Who vouches for each language that only one of the two reads; nobody where both or neither do, or where that was not said. */
export function vouchesOf(languages: readonly Language[], reads: Record<'mentor' | 'mentee', readonly Language[]>): Version['vouches'] {
  if (reads.mentor.length === 0 || reads.mentee.length === 0) return []
  return languages.flatMap((language) => {
    const [mentor, mentee] = [reads.mentor.includes(language), reads.mentee.includes(language)]
    return mentor === mentee ? [] : [{ language, who: mentor ? 'mentor' as const : 'mentee' as const }]
  })
}
