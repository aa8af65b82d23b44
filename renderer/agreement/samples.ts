/** Which samples are worth offering: none that stands in the agreement already. */
import type { ClauseGroup, ConfidenceRule } from '../../shared/agreement.ts'
import type { Language } from '../../shared/language.ts'
import { sampleText, sampleWords, topicOf } from '../../shared/rules/clause-text.ts'
import { confidenceText } from '../../shared/rules/confidence-text.ts'
import { catalogue, confidenceSamples } from '../../shared/texts/clauses.ts'
import type { SampleId } from '../../shared/texts/clauses.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { endingClause, sampleContract } from '../../shared/texts/texts.ts'
import type { AgreementOnScreen, NumberedClause } from './use-agreement.ts'

export type Offer = { id: string; /** As it would be read. */ text: string; sample: SampleId } | { id: string; text: string; rule: ConfidenceRule }

type Given = { id: SampleId; group: ClauseGroup }
const all: readonly Given[] = [...sampleContract, ...catalogue, endingClause]

/** For a group: words of its samples, and of its rules. */
export function offersFor(agreement: AgreementOnScreen, group: ClauseGroup, language: Language, names: Names): Offer[] {
  const used = new Set(agreement.all.map(({ item }) => item.body.sample))
  const said = new Set(agreement.all.map(({ text }) => text))
  const samples = all.filter((sample) => sample.group === group && !used.has(sample.id))
    .map(({ id }) => ({ id, sample: id, text: fillNames(sampleWords(id, language), names, language) }))
  const rules = group === 'confidence' ? confidenceSamples.map(({ id, rule }) => ({ id, rule, text: fillNames(confidenceText(rule, language), names, language) })) : []
  return [...samples, ...rules].filter(({ text }) => !said.has(text))
}

/** In place of a clause: others about the same matter, or where it is about none, others of its group that are about none. */
export function offersInstead(agreement: AgreementOnScreen, { item }: NumberedClause, language: Language, names: Names): Array<Offer & { sample: SampleId }> {
  const topic = topicOf(item.body)
  return offersFor(agreement, item.body.group, language, names)
    .filter((offer): offer is Offer & { sample: SampleId } => 'sample' in offer && topicOf({ sample: offer.sample }) === topic)
}

/** The words a clause was given; null for one of one's own. */
export function givenText({ item }: NumberedClause, language: Language, names: Names): string | null {
  const given = sampleText(item.body, language)
  return given === null ? null : fillNames(given, names, language)
}
