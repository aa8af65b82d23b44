/**
 * What an agreement can be put together from: sample clauses by their ids, the
 * matters that every agreement should have an answer to, and the parts that a
 * rule of confidence is read aloud with. The sample contract itself stands in
 * `texts.ts`.
 */
import type { ClauseGroup, ClauseTopic, ConfidenceReader, ConfidenceRule, ConfidentialThing } from '../agreement.ts'
import type { SampleClauseId } from './texts.ts'

/** In the order in which they are offered. */
export const catalogue = [
  // Advise, don't dictate (S3.7a, S2.9), to following through (S1.8c, d).
  { id: 'mentor-decisions', group: 'mentor' },
  { id: 'mentor-limits', group: 'mentor' },
  { id: 'mentor-example', group: 'mentor' },
  { id: 'mentor-strengths', group: 'mentor' },
  { id: 'mentor-constructive', group: 'mentor' },
  { id: 'mentor-progress', group: 'mentor' },
  { id: 'mentor-success', group: 'mentor' },
  { id: 'mentor-reliable', group: 'mentor' },
  { id: 'mentor-follow-up', group: 'mentor' },
  { id: 'mentor-brings', group: 'mentor' },
  { id: 'mentor-answers', group: 'mentor' },
  // S0.11; its fourth, asking for help, is in the sample contract.
  { id: 'mentee-open', group: 'mentee' },
  { id: 'mentee-initiative', group: 'mentee' },
  { id: 'mentee-follow-through', group: 'mentee' },
  { id: 'mentee-alternatives', group: 'mentee' },
  { id: 'mentee-outcomes', group: 'mentee' },
  { id: 'mentee-goals', group: 'mentee' },
  { id: 'mentee-reflection', group: 'mentee' },
  { id: 'mentee-early', group: 'mentee' },
  { id: 'place-face-to-face', group: 'practical', topic: 'place' },
  { id: 'place-online', group: 'practical', topic: 'place' },
  { id: 'time-rhythm', group: 'practical', topic: 'time' },
  { id: 'time-period', group: 'practical', topic: 'time' },
  { id: 'content-goals', group: 'practical', topic: 'content' },
  { id: 'content-agenda', group: 'practical', topic: 'content' },
  { id: 'channel-message', group: 'practical', topic: 'channel' },
  { id: 'channel-email', group: 'practical', topic: 'channel' },
  { id: 'cancelling-day', group: 'practical', topic: 'cancelling' },
  { id: 'cancelling-moved', group: 'practical', topic: 'cancelling' },
  { id: 'urgent-call', group: 'practical', topic: 'urgent' },
  { id: 'urgent-message', group: 'practical', topic: 'urgent' },
  { id: 'results-aloud', group: 'practical', topic: 'results' },
  { id: 'results-mentee', group: 'practical', topic: 'results' },
  { id: 'success-goals', group: 'practical', topic: 'success' },
  { id: 'success-quarter', group: 'practical', topic: 'success' },
  { id: 'boundaries-role', group: 'boundaries' },
  { id: 'boundaries-private', group: 'boundaries' },
  { id: 'boundaries-hours', group: 'boundaries' },
  { id: 'signs-mentor-goals', group: 'ending', topic: 'signs-mentor' },
  { id: 'signs-mentor-postponed', group: 'ending', topic: 'signs-mentor' },
  { id: 'signs-mentee-relevance', group: 'ending', topic: 'signs-mentee' },
  { id: 'signs-mentee-questions', group: 'ending', topic: 'signs-mentee' },
  { id: 'not-working-aloud', group: 'ending', topic: 'not-working' },
  { id: 'not-working-written', group: 'ending', topic: 'not-working' },
] as const satisfies readonly { id: string; group: ClauseGroup; topic?: ClauseTopic }[]

export type CatalogueId = (typeof catalogue)[number]['id']
/** Of the catalogue or of the sample contract. */
export type SampleId = CatalogueId | SampleClauseId

/** The matters of a group, in the order in which they are asked for. */
export const topicsOf: Record<ClauseGroup, readonly ClauseTopic[]> = {
  mentor: [],
  mentee: [],
  practical: ['place', 'time', 'content', 'channel', 'cancelling', 'urgent', 'results', 'success'],
  confidence: [],
  boundaries: [],
  ending: ['no-fault', 'signs-mentor', 'signs-mentee', 'not-working'],
}

/** Rules of confidence to begin from (S2.8, S2.14); their words are made from the rule. */
export const confidenceSamples = [
  { id: 'confidence-between-us', rule: { what: ['everything'], may: 'never', whom: [], other: '', when: 'any-time', only: '' } },
  { id: 'confidence-summaries', rule: { what: ['agenda', 'results', 'commitments', 'closing'], may: 'freely', whom: ['mentor', 'mentee'], other: '', when: 'any-time', only: '' } },
  { id: 'confidence-agreement', rule: { what: ['agreement'], may: 'freely', whom: ['mentor', 'mentee'], other: '', when: 'any-time', only: '' } },
  { id: 'confidence-coordinator', rule: { what: ['results'], may: 'asked', whom: ['coordinator'], other: '', when: 'any-time', only: '' } },
] satisfies ReadonlyArray<{ id: string; rule: ConfidenceRule }>

/** Never, after both agreed, freely; from the start, or once the mentoring has ended. */
export type SharingForm = 'never' | 'asked' | 'askedAfter' | 'freely' | 'freelyAfter'

/** What a rule's sentence is put together from; `{things}`, `{whom}` and `{only}` are filled with words from here and from the rule. */
export type ConfidenceTexts = {
  /** As the object of a sentence. */
  things: Record<ConfidentialThing, string>
  readers: Record<Exclude<ConfidenceReader, 'mentor' | 'mentee'>, string>
  /** Mentor and mentee together, as the one who is told. */
  eachOther: string
  /** Either of the two shares it. */
  both: Record<'keeps' | SharingForm, string>
  /** Only one of the two can: the other is the one who is told. `{who}` is that one's name. */
  one: Record<SharingForm, string>
  condition: string
}

export type ClauseTexts = {
  samples: Record<CatalogueId, string>
  /** The question that a clause about this matter answers. */
  topics: Record<ClauseTopic, string>
  /** The question over the rules of confidence. */
  confidenceQuestion: string
  confidence: ConfidenceTexts
}
