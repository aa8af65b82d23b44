/** Which words a clause has in a language; names stay placeholders, to be filled on display. */
import type { Clause } from '../agreement.ts'
import { Language } from '../language.ts'
import { texts } from '../texts/texts.ts'
import type { SampleClauseId } from '../texts/texts.ts'

/** The sample a clause came from, in a language; null for a clause of one's own. */
export function sampleText(clause: Pick<Clause, 'sample'>, language: Language): string | null {
  return isSample(clause.sample) ? texts[language].clauses[clause.sample] : null
}

/** Whether it has words of its own in this language, or is a sample that nobody touched. */
export function isInLanguage(clause: Pick<Clause, 'sample' | 'texts'>, language: Language): boolean {
  if (clause.texts[language] !== undefined) return true
  return sampleText(clause, language) !== null && writtenIn(clause).every((written) => clause.texts[written] === sampleText(clause, written))
}

/**
 * In this language as it was written; an untouched sample as this language has
 * it; else as it was first written, because a sample would say something else.
 */
export function clauseText(clause: Pick<Clause, 'sample' | 'texts'>, language: Language, original: Language): string {
  if (isInLanguage(clause, language)) return clause.texts[language] ?? sampleText(clause, language) ?? ''
  return clause.texts[original] ?? clause.texts[writtenIn(clause)[0] ?? language] ?? ''
}

/** The languages it was written in, in the order in which they are offered. */
export function writtenIn(clause: Pick<Clause, 'texts'>): Language[] {
  return Language.options.filter((language) => clause.texts[language] !== undefined)
}

const isSample = (sample: string | null): sample is SampleClauseId => sample !== null && Object.hasOwn(texts.en.clauses, sample)
