/** What the first meeting and the talks after it draw on: its questions, the topic bank, the story bank. */
import { z } from 'zod'
import { Day } from './dates.ts'
import { ItemId } from './ids.ts'

const Line = z.string().max(20_000)

/** The four parts of a first meeting (S2.10–S2.17): getting to know each other, ground rules, the agreement, what comes next. */
export const MeetingPart = z.enum(['know', 'rules', 'agreement', 'next'])
export type MeetingPart = z.infer<typeof MeetingPart>

/** The questions that are offered (S0.7, S2.10–S2.17), by their names in `texts/meeting.ts`. */
export const GivenQuestion = z.enum([
  'work', 'new', 'gain', 'ease', 'learn', 'goals',
  'meet', 'between', 'capture', 'success',
  'confidential', 'boundaries', 'expect',
  'next',
])
export type GivenQuestion = z.infer<typeof GivenQuestion>

/** One line of the question list for the first meeting (S0.7), with what each of the two said (S0.8). */
export const Question = z.strictObject({
  text: Line,
  /** A given one that nobody changed: read in the screen's language. */
  given: GivenQuestion.nullable(),
  part: MeetingPart,
  minutes: z.int().min(0).max(600).nullable(),
  asked: z.boolean(),
  answers: z.strictObject({ mentor: Line, mentee: Line }),
  /** The clause that an answer became; the link from it says whether it is still there. */
  clauses: z.strictObject({ mentor: ItemId.optional(), mentee: ItemId.optional() }).optional(),
})
export type Question = z.infer<typeof Question>

/** In which session it came up. */
export const Used = z.strictObject({ session: ItemId, on: Day })
export type Used = z.infer<typeof Used>

/** What is offered to talk about (S2.18a–e, S1.7), by its name in `texts/meeting.ts`. */
export const GivenTopic = z.enum([
  'mentor-way', 'mentor-proud', 'mentor-mistake', 'skill', 'leading', 'everyday', 'decided', 'deciding',
  'growth', 'person', 'trade', 'ways', 'time', 'lessons',
])
export type GivenTopic = z.infer<typeof GivenTopic>

/** Of the topic bank: what to talk about (S2.18). A given one is an item only once something was done with it. */
export const Topic = z.strictObject({
  text: Line,
  /** The given one that this is, or was before it was changed. */
  given: GivenTopic.nullable(),
  /** In words of one's own, though a given one. */
  changed: z.boolean().optional(),
  /** A given one that is not wanted in the list. */
  away: z.boolean().optional(),
  used: z.array(Used).max(1000),
})
export type Topic = z.infer<typeof Topic>

/** What a mentor's story is about (S1.2). */
export const StorySort = z.enum(['lesson', 'trend', 'ways', 'success'])
export type StorySort = z.infer<typeof StorySort>

/** Of the mentor's story bank; a link leads to the topics it goes with. */
export const Story = z.strictObject({ title: z.string().max(500), text: Line, sort: StorySort, told: z.array(Used).max(1000) })
export type Story = z.infer<typeof Story>
