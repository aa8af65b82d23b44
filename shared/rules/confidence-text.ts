/** A rule of confidence as a sentence: the same rule reads alike in every language. Names stay placeholders. */
import type { ConfidenceReader, ConfidenceRule } from '../agreement.ts'
import { ConfidentialThing } from '../agreement.ts'
import type { Language } from '../language.ts'
import type { SharingForm } from '../texts/clauses.ts'
import { clauseTexts } from '../texts/clauses-all.ts'

/** Which country's commas and "and" a list is joined with. */
const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl', id: 'id' }

/** Filled by the pair's own words as they are: a condition in another language stays in that one. */
export function confidenceText(rule: ConfidenceRule, language: Language): string {
  const words = clauseTexts[language].confidence
  const told = tells(rule)
  const parts = {
    things: list(language, thingsOf(rule).map((thing) => words.things[thing])),
    whom: list(language, readers(rule, language)),
    who: told === null ? '' : `{${told}}`,
  }
  const form = told === null ? words.both[rule.whom.length === 0 ? 'keeps' : formOf(rule)] : words.one[formOf(rule)]
  const sentence = fill(form, parts)
  const only = rule.only.trim()
  if (only === '') return sentence
  return `${sentence} ${fill(words.condition, { only: /[.!?…]$/.test(only) ? only : `${only}.` })}`
}

/** Everything is everything: whatever is named beside it says nothing more. */
export function thingsOf({ what }: Pick<ConfidenceRule, 'what'>): ConfidentialThing[] {
  return what.includes('everything') ? ['everything'] : ConfidentialThing.options.filter((thing) => what.includes(thing))
}

/** Where it may go to one of the two only, the other is the one who tells. */
function tells({ whom }: ConfidenceRule): 'mentor' | 'mentee' | null {
  if (whom.length !== 1) return null
  return whom[0] === 'mentor' ? 'mentee' : whom[0] === 'mentee' ? 'mentor' : null
}

function readers({ whom, other }: ConfidenceRule, language: Language): string[] {
  const words = clauseTexts[language].confidence
  const has = (reader: ConfidenceReader) => whom.includes(reader)
  const parties = (['mentor', 'mentee'] as const).filter(has)
  return [
    ...(parties.length === 2 ? [words.eachOther] : parties.map((party) => `{${party}}`)),
    ...(has('coordinator') ? [words.readers.coordinator] : []),
    ...(has('other') ? [other.trim() === '' ? words.readers.other : other.trim()] : []),
  ]
}

function formOf({ may, when }: ConfidenceRule): SharingForm {
  if (may === 'never') return 'never'
  return when === 'after-end' ? `${may}After` : may
}

function list(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts)
}

/** One pass, so that braces inside the pair's words are not filled again. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
