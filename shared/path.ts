/** What the place Path keeps: where the two are, what was read, and the search for a mentor. */
import { z } from 'zod'
import { Day, Instant } from './dates.ts'
import { ItemId } from './ids.ts'
import { Language } from './language.ts'

const Line = z.string().max(20_000)
const Name = z.string().max(200)

/** Getting ready, agreeing, working together, looking back (S3.5–S3.12). */
export const Phase = z.literal([1, 2, 3, 4])
export type Phase = z.infer<typeof Phase>

/** One of a space: its checklist, and who has read the primer. */
export const Path = z.strictObject({
  /** Set by hand; null follows the rules of `rules/phases.ts`. */
  phase: Phase.nullable(),
  /** Lines of the checklist, by their names in `texts/path.ts`. */
  ticks: z.array(z.strictObject({ line: z.string().max(80), at: Instant })).max(500),
  /** Who has read what mentoring is, what it is not, and the two rules. */
  read: z.array(z.strictObject({ who: z.enum(['mentor', 'mentee']), on: Day })).max(2),
})
export type Path = z.infer<typeof Path>

/** Which help is wanted (S4.7). */
export const HelpKind = z.enum(['expertise', 'growth', 'view', 'ideas', 'people', 'ways'])
export type HelpKind = z.infer<typeof HelpKind>

/** The honest look at oneself before a search (S4.7–S4.9). */
export const Exam = z.strictObject({
  keep: Line, stop: Line, start: Line, strengths: Line, weaknesses: Line,
  helps: z.array(HelpKind).max(HelpKind.options.length),
  /** Another kind of help, in one's own words. */
  help: z.string().max(500),
  /** "What I am looking for", once it was changed by hand; null follows the answers. */
  looking: Line.nullable(),
})
export type Exam = z.infer<typeof Exam>

/** The four that are offered (S4.12). */
export const GivenCriterion = z.enum(['trust', 'manner', 'view', 'career'])
export type GivenCriterion = z.infer<typeof GivenCriterion>

/** How much a criterion counts: for the person to weigh, never to be added up. */
export const Weight = z.enum(['must', 'much', 'some'])
export type Weight = z.infer<typeof Weight>

export const Criterion = z.strictObject({
  text: Line,
  /** A given one that nobody changed: read in the screen's language. */
  given: GivenCriterion.nullable(),
  weight: Weight,
})
export type Criterion = z.infer<typeof Criterion>

export const Fit = z.enum(['well', 'partly', 'hardly'])
export type Fit = z.infer<typeof Fit>

export const CandidateAnswer = z.enum(['none', 'thinking', 'yes', 'no'])
export type CandidateAnswer = z.infer<typeof CandidateAnswer>

/** Somebody who could be the mentor. */
export const Candidate = z.strictObject({
  name: Name,
  why: Line,
  introducer: Name,
  askedOn: Day.nullable(),
  answer: CandidateAnswer,
  /** By criterion, in words. */
  fits: z.array(z.strictObject({ criterion: ItemId, fit: Fit.nullable(), word: z.string().max(2000) })).max(200),
})
export type Candidate = z.infer<typeof Candidate>

/** A colleague who was asked whether they know somebody (S4.11). */
export const Inquiry = z.strictObject({ who: Name, askedOn: Day.nullable(), said: Line })
export type Inquiry = z.infer<typeof Inquiry>

/** The request, in the language of the one who gets it. */
export const Letter = z.strictObject({ language: Language, text: Line })
export type Letter = z.infer<typeof Letter>
