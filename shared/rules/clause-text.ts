/** Which words a clause has in a language; names stay placeholders, to be filled on display. */
import type { Clause, ClauseTopic } from '../agreement.ts'
import { Language } from '../language.ts'
import { clauseTexts } from '../texts/clauses-all.ts'
import { catalogue } from '../texts/clauses.ts'
import type { CatalogueId, SampleId } from '../texts/clauses.ts'
import { endingClause, texts } from '../texts/texts.ts'
import type { SampleClauseId } from '../texts/texts.ts'
import { confidenceText } from './confidence-text.ts'

type Given = Pick<Clause, 'sample' | 'confidence'>
type Worded = Given & Pick<Clause, 'texts'>

/** The words it was given, in a language: those of its rule, else of its sample; null for a clause of one's own. */
export function sampleText(clause: Given, language: Language): string | null {
  if (clause.confidence !== undefined) return confidenceText(clause.confidence, language)
  return isSample(clause.sample) ? sampleWords(clause.sample, language) : null
}

/** A sample by its id. */
export function sampleWords(sample: SampleId, language: Language): string {
  return isInContract(sample) ? texts[language].clauses[sample] : clauseTexts[language].samples[sample]
}

/** Whether it has words of its own in this language, or is as it was given, which every language has. */
export function isInLanguage(clause: Worded, language: Language): boolean {
  if (clause.texts[language] !== undefined) return true
  // A condition in the pair's own words stands in one language only.
  if (clause.confidence !== undefined && clause.confidence.only.trim() !== '') return false
  return sampleText(clause, language) !== null && isAsGiven(clause)
}

/** Whether nobody changed the words it was given, in any language. */
export function isAsGiven(clause: Worded): boolean {
  return writtenIn(clause).every((written) => clause.texts[written] === sampleText(clause, written))
}

/**
 * In this language as it was written; an untouched sample as this language has
 * it; else as it was first written, because a sample would say something else.
 */
export function clauseText(clause: Worded, language: Language, original: Language): string {
  if (isInLanguage(clause, language)) return clause.texts[language] ?? sampleText(clause, language) ?? ''
  return clause.texts[original] ?? clause.texts[writtenIn(clause)[0] ?? language] ?? ''
}

/** The languages it was written in, in the order in which they are offered. */
export function writtenIn(clause: Pick<Clause, 'texts'>): Language[] {
  return Language.options.filter((language) => clause.texts[language] !== undefined)
}

/** Which matter it settles: said in itself, or known from the sample it came from. */
export function topicOf(clause: Pick<Clause, 'topic' | 'sample'>): ClauseTopic | null {
  if (clause.topic !== undefined) return clause.topic
  if (clause.sample === endingClause.id) return 'no-fault'
  const sample = catalogue.find(({ id }) => id === clause.sample)
  return sample !== undefined && 'topic' in sample ? sample.topic : null
}

const isInContract = (sample: string): sample is SampleClauseId => Object.hasOwn(texts.en.clauses, sample)
const isInCatalogue = (sample: string): sample is CatalogueId => Object.hasOwn(clauseTexts.en.samples, sample)
const isSample = (sample: string | null): sample is SampleId => sample !== null && (isInContract(sample) || isInCatalogue(sample))
