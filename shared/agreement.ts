/** What the two settle about their relationship: clauses, how they came about, and the versions both stand by. */
import { z } from 'zod'
import { Day, Instant } from './dates.ts'
import { ItemId } from './ids.ts'
import { Language } from './language.ts'

const Line = z.string().max(20_000)
const Name = z.string().max(200)

/** One of the two; "both" is never a signature or an answer. */
export const OneParty = z.enum(['mentor', 'mentee'])
export type OneParty = z.infer<typeof OneParty>

/** The draft that is worked on: one of a space. */
export const Agreement = z.strictObject({
  /** The number that the next version gets. */
  version: z.int().min(1),
  language: Language,
  /** A second language, read beside the first; absent: one is enough. */
  beside: Language.optional(),
})
export type Agreement = z.infer<typeof Agreement>

/** In their order on the page: the mentor's duties first (S0.9). */
export const ClauseGroup = z.enum(['mentor', 'mentee', 'practical', 'confidence', 'boundaries', 'ending'])
export type ClauseGroup = z.infer<typeof ClauseGroup>

/** Which matter a clause settles, where it is one that every agreement should have an answer to. */
export const ClauseTopic = z.enum([
  // Practical matters (S0.15, S2.13).
  'place', 'time', 'content', 'channel', 'cancelling', 'urgent', 'results', 'success',
  // Ending (S0.2, S4.21, S4.22).
  'no-fault', 'signs-mentor', 'signs-mentee', 'not-working',
])
export type ClauseTopic = z.infer<typeof ClauseTopic>

/** What a rule of confidence speaks of. */
export const ConfidentialThing = z.enum(['everything', 'agenda', 'results', 'commitments', 'closing', 'notes', 'journal', 'feedback', 'agreement'])
export type ConfidentialThing = z.infer<typeof ConfidentialThing>

/** Who a rule of confidence lets it go to: the audiences of an export, but for oneself. */
export const ConfidenceReader = z.enum(['mentor', 'mentee', 'coordinator', 'other'])
export type ConfidenceReader = z.infer<typeof ConfidenceReader>

/** What is confidential, if, when and with whom it may be shared (S2.14): a machine reads it before anything leaves. */
export const ConfidenceRule = z.strictObject({
  what: z.array(ConfidentialThing).min(1).max(ConfidentialThing.options.length),
  /** `never`; `asked`: after asking the other each time; `freely`. */
  may: z.enum(['never', 'asked', 'freely']),
  whom: z.array(ConfidenceReader).max(ConfidenceReader.options.length),
  /** Who, where `whom` holds "other". */
  other: Name,
  when: z.enum(['any-time', 'after-end']),
  /** Any other condition, in the words of the two. */
  only: z.string().max(2000),
})
export type ConfidenceRule = z.infer<typeof ConfidenceRule>

export const Clause = z.strictObject({
  group: ClauseGroup,
  /** The sample it came from, kept so that the other languages can be offered. */
  sample: z.string().max(80).nullable(),
  /** May hold `{mentor}` and `{mentee}`, filled on display. */
  texts: z.partialRecord(Language, Line),
  /** Clear to both (S0.10). */
  clear: z.boolean(),
  topic: ClauseTopic.optional(),
  /** Its words follow the rule in every language until they are changed by hand. */
  confidence: ConfidenceRule.optional(),
})
export type Clause = z.infer<typeof Clause>

/** Asked of both (S1.5a–e, S2.15). */
export const BoundaryQuestion = z.enum(['role', 'expectations', 'areas', 'place', 'length', 'frequency', 'channel', 'hours', 'off-limits'])
export type BoundaryQuestion = z.infer<typeof BoundaryQuestion>

export const BoundaryAnswer = z.strictObject({
  /** Of the choices that the question offers, by their names in `texts/middle-ground.ts`. */
  choices: z.array(z.string().max(40)).max(10),
  text: Line,
  /** When it was finished: before both are, neither is shown to the other. */
  doneAt: Instant.nullable(),
})
export type BoundaryAnswer = z.infer<typeof BoundaryAnswer>

export const Nearness = z.enum(['same', 'near', 'apart'])
export type Nearness = z.infer<typeof Nearness>

/** One question of the middle ground with both answers (S1.5f). */
export const Boundary = z.strictObject({
  /** Null for a question of their own. */
  question: BoundaryQuestion.nullable(),
  /** The words of an own question. */
  text: z.string().max(500),
  answers: z.strictObject({ mentor: BoundaryAnswer, mentee: BoundaryAnswer }),
  /** As the two see it; null follows the rule. */
  nearness: Nearness.nullable(),
  /** A clause both can live with, once it was changed by hand; null follows the rule. */
  proposal: Line.nullable(),
})
export type Boundary = z.infer<typeof Boundary>

/** "I'll know it is time when…", written by one, for later (S4.21). While it is sealed its words lie apart, in no list, search, history or export. */
export const EndingCard = z.strictObject({
  who: OneParty,
  text: Line,
  sealedAt: Instant.nullable(),
  /** Each time it was opened, oldest first. */
  openings: z.array(Instant).max(1000),
})
export type EndingCard = z.infer<typeof EndingCard>

/** With a name in every place that has room for one. */
const FilledLine = z.string().max(500_000)
/** Composed, a name can be longer than it was typed. */
const FilledName = z.string().max(400)

/** A clause as a version froze it: names filled in. */
export const SettledClause = z.strictObject({ id: ItemId, group: ClauseGroup, texts: z.partialRecord(Language, FilledLine) })
export type SettledClause = z.infer<typeof SettledClause>

export const Signature = z.strictObject({
  who: OneParty,
  /** As typed by the one who signs. */
  name: Name,
  on: Day,
  at: Instant,
  withdrawnAt: Instant.nullable(),
})
export type Signature = z.infer<typeof Signature>

/** How a version came to stand: signed here, said aloud, signed on paper, or left unsigned, which is a normal outcome (S0.13, S4.15). */
export const Settling = z.enum(['signed', 'spoken', 'paper', 'declined'])
export type Settling = z.infer<typeof Settling>

/** Nobody is signed for: a name is typed by the one who bears it. */
const TypedName = Name.refine((name) => name.trim() !== '')

/** How a version is settled; `number` is the one that the person saw, so that one act makes one version. */
export const SettleOrder = z.strictObject({
  agreementId: ItemId,
  number: z.int().min(1),
  how: Settling,
  on: Day,
  /** Who signs here; at least one where `how` says signed, and nobody else. */
  names: z.strictObject({ mentor: TypedName.optional(), mentee: TypedName.optional() }).optional(),
})
export type SettleOrder = z.infer<typeof SettleOrder>

export const SignOrder = z.strictObject({ id: ItemId, who: OneParty, name: TypedName, on: Day })
export type SignOrder = z.infer<typeof SignOrder>

/** A version as it was settled; never changed afterwards but by signing and withdrawing. */
export const Version = z.strictObject({
  number: z.int().min(1),
  how: Settling,
  on: Day,
  language: Language,
  beside: Language.optional(),
  parties: z.strictObject({ mentor: FilledName, mentee: FilledName }),
  period: z.strictObject({ from: Day.nullable(), to: Day.nullable() }),
  clauses: z.array(SettledClause).max(2000),
  signatures: z.array(Signature).max(100),
  /** Who vouches for a language that only one of the two reads. */
  vouches: z.array(z.strictObject({ language: Language, who: OneParty })).max(10),
  /** SHA-256 over `rules/check-words.ts`'s canonical form, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Four words made from the hash: equal words, equal agreement. */
  words: z.array(z.string().max(40)).length(4),
})
export type Version = z.infer<typeof Version>

export const Verdict = z.enum(['works', 'change', 'drop'])
export type Verdict = z.infer<typeof Verdict>

/** How a version works for both, some thirty days on (S0.16). */
export const AgreementReview = z.strictObject({
  version: ItemId,
  on: Day,
  status: z.enum(['planned', 'done']),
  doneAt: Instant.nullable(),
  verdicts: z.array(z.strictObject({ clause: ItemId, mentor: Verdict.nullable(), mentee: Verdict.nullable(), word: z.string().max(2000) })).max(1000),
})
export type AgreementReview = z.infer<typeof AgreementReview>
