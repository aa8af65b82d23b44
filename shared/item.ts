/**
 * The spine: everything a person keeps is an item with a kind. What is referred
 * to or moves on its own (clause, agenda line, commitment) is an item with a
 * parent, never an element inside another item's body.
 */
import { z } from 'zod'
import { Agreement, AgreementReview, Boundary, Clause, EndingCard, Version } from './agreement.ts'
import { Day, Instant, LocalDateTime } from './dates.ts'
import { ItemId, SpaceId } from './ids.ts'
import { maxTags, tagMaxCharacters } from './importing.ts'
import { MeetingPart, Question, Story, Topic } from './meeting.ts'
import { Candidate, Criterion, Exam, Inquiry, Letter, Path } from './path.ts'
import { RichText } from './rich-text.ts'

/** Who speaks, owns or promises; never "me" or "you", so that both copies read alike. */
export const Party = z.enum(['mentor', 'mentee', 'both'])
export type Party = z.infer<typeof Party>

/** `private`: only me. `shareable`: may appear ticked in a review; still never sent by itself. */
export const Privacy = z.enum(['private', 'shareable'])
export type Privacy = z.infer<typeof Privacy>

/** A line of a form: long enough for anyone, short enough to index. */
const Line = z.string().max(20_000)

export const EntrySort = z.enum(['reflection', 'feedback', 'decision', 'win', 'contact'])
export type EntrySort = z.infer<typeof EntrySort>

export const Entry = z.strictObject({
  sort: EntrySort,
  /** The question it answers, as it read then; null when none was kept. */
  prompt: z.string().max(500).nullable(),
  text: RichText,
  /** "Raise this" at a next session. */
  raise: z.boolean(),
  /** What another app had filed it under; absent on what was written here, so older bodies need no bringing up. */
  tags: z.array(z.string().min(1).max(tagMaxCharacters)).max(maxTags).optional(),
})
export type Entry = z.infer<typeof Entry>

export const SessionMode = z.enum(['face-to-face', 'online', 'phone', 'email'])
export type SessionMode = z.infer<typeof SessionMode>

export const SessionStatus = z.enum(['planned', 'running', 'closed', 'cancelled'])
export type SessionStatus = z.infer<typeof SessionStatus>

export const Session = z.strictObject({
  /** "Session 4": given once, in the order of planning. */
  number: z.int().min(1),
  status: SessionStatus,
  startsAt: LocalDateTime,
  minutes: z.int().min(5).max(600),
  place: z.string().max(500),
  mode: SessionMode,
  /** Earlier dates, oldest first. */
  moves: z.array(z.strictObject({ from: LocalDateTime, at: Instant })).max(200),
  cancelled: z.strictObject({ at: Instant, word: z.string().max(2000) }).nullable(),
  startedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
})
export type Session = z.infer<typeof Session>

/** Why a line stands on the agenda (S1.7). */
export const AgendaReason = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('own') }),
  z.strictObject({ rule: z.literal('carried'), from: ItemId }),
  z.strictObject({ rule: z.literal('asked'), from: ItemId }),
  z.strictObject({ rule: z.literal('raised'), from: ItemId }),
  /** A part of the first meeting. */
  z.strictObject({ rule: z.literal('part'), part: MeetingPart }),
  /** Taken from the topic bank, or from the mentor's story bank. */
  z.strictObject({ rule: z.literal('bank'), from: ItemId }),
])
export type AgendaReason = z.infer<typeof AgendaReason>

export const AgendaItem = z.strictObject({
  text: Line,
  minutes: z.int().min(0).max(600).nullable(),
  outcome: z.enum(['open', 'covered', 'next-time', 'dropped']),
  reason: AgendaReason,
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const Note = z.strictObject({
  text: RichText,
  /** Who said it, where it matters. */
  who: Party.nullable(),
})
export type Note = z.infer<typeof Note>

/** The private sheet beside a session (F16); `expect` is asked before the first one (S1.4c). */
export const Prep = z.strictObject({ want: Line, bring: Line, hard: Line, expect: Line.optional() })
export type Prep = z.infer<typeof Prep>

export const Result = z.strictObject({ text: Line })
export type Result = z.infer<typeof Result>

/** The three closing questions (S1.10): a useful, b next steps, c change. */
export const ClosingQuestion = z.enum(['useful', 'next', 'change'])
export type ClosingQuestion = z.infer<typeof ClosingQuestion>

export const Answer = z.strictObject({ question: ClosingQuestion, who: Party, text: Line })
export type Answer = z.infer<typeof Answer>

export const CommitmentStatus = z.enum(['open', 'done', 'dropped'])
export type CommitmentStatus = z.infer<typeof CommitmentStatus>

export const Commitment = z.strictObject({
  text: Line,
  who: Party,
  /** What a mentor promised to bring (S1.8d); null for an action step. */
  sort: z.enum(['information', 'resource', 'contact']).nullable(),
  due: Day.nullable(),
  status: CommitmentStatus,
  settledAt: Instant.nullable(),
  /** A word why, when it was changed or dropped. */
  word: z.string().max(2000),
  earlierDates: z.array(Day).max(200),
})
export type Commitment = z.infer<typeof Commitment>

/** One schema per kind; a body is checked on every write and every read. */
export const bodies = {
  'entry': Entry,
  'session': Session,
  'agenda-item': AgendaItem,
  'note': Note,
  'prep': Prep,
  'result': Result,
  'answer': Answer,
  'commitment': Commitment,
  'agreement': Agreement,
  'clause': Clause,
  'path': Path,
  'exam': Exam,
  'criterion': Criterion,
  'candidate': Candidate,
  'inquiry': Inquiry,
  'letter': Letter,
  'boundary': Boundary,
  'ending-card': EndingCard,
  'version': Version,
  'agreement-review': AgreementReview,
  'question': Question,
  'topic': Topic,
  'story': Story,
} as const satisfies Record<string, z.ZodType>

export const ItemKind = z.enum(Object.keys(bodies) as [keyof typeof bodies, ...(keyof typeof bodies)[]])
export type ItemKind = keyof typeof bodies
export type Body<K extends ItemKind> = z.infer<(typeof bodies)[K]>

const common = {
  id: ItemId,
  spaceId: SpaceId,
  parentId: ItemId.nullable(),
  position: z.number(),
  /** What lists show: derived from the body. */
  title: z.string(),
  privacy: Privacy,
  /** The day it is about: written, held, due. */
  onDate: Day.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  revision: z.int().min(1),
  deletedAt: Instant.nullable(),
}

const itemOf = <K extends ItemKind>(kind: K) =>
  z.strictObject({ ...common, kind: z.literal(kind), body: bodies[kind] as (typeof bodies)[K] })

export const Item = z.discriminatedUnion('kind', [
  itemOf('entry'), itemOf('session'), itemOf('agenda-item'), itemOf('note'), itemOf('prep'),
  itemOf('result'), itemOf('answer'), itemOf('commitment'), itemOf('agreement'), itemOf('clause'),
  itemOf('path'), itemOf('exam'), itemOf('criterion'), itemOf('candidate'), itemOf('inquiry'), itemOf('letter'),
  itemOf('boundary'), itemOf('ending-card'), itemOf('version'), itemOf('agreement-review'), itemOf('question'), itemOf('topic'), itemOf('story'),
])
export type Item = z.infer<typeof Item>
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>

/** A body that its schema refuses: shown as text, never lost, never blocks a list. */
export const UnreadableItem = z.strictObject({
  ...common, kind: z.literal('unreadable'), was: z.string(), text: z.string(),
})
export type UnreadableItem = z.infer<typeof UnreadableItem>

export const AnyItem = z.discriminatedUnion('kind', [...Item.options, UnreadableItem])
export type AnyItem = z.infer<typeof AnyItem>

const bodyOf = <K extends ItemKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), body: bodies[kind] as (typeof bodies)[K] })

/** A kind together with the body that goes with it. */
export const KindAndBody = z.discriminatedUnion('kind', [
  bodyOf('entry'), bodyOf('session'), bodyOf('agenda-item'), bodyOf('note'), bodyOf('prep'),
  bodyOf('result'), bodyOf('answer'), bodyOf('commitment'), bodyOf('agreement'), bodyOf('clause'),
  bodyOf('path'), bodyOf('exam'), bodyOf('criterion'), bodyOf('candidate'), bodyOf('inquiry'), bodyOf('letter'),
  bodyOf('boundary'), bodyOf('ending-card'), bodyOf('version'), bodyOf('agreement-review'), bodyOf('question'), bodyOf('topic'), bodyOf('story'),
])
export type KindAndBody = z.infer<typeof KindAndBody>

/** A stretch of a body's history, written when a sitting begins. */
export const Revision = z.strictObject({
  revision: z.int().min(1), at: Instant, title: z.string(), words: z.string(), content: KindAndBody.nullable(),
})
export type Revision = z.infer<typeof Revision>
