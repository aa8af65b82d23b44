/** What the first meeting and the talks after it draw on: its questions, the topic bank, the story bank. */
import { z } from 'zod'
import { Day } from './dates.ts'
import { ItemId } from './ids.ts'

const Line = z.string().max(20_000)

/** The four parts of a first meeting (S2.10–S2.17): getting to know each other, ground rules, the agreement, what comes next. */
export const MeetingPart = z.enum(['know', 'rules', 'agreement', 'next'])
export type MeetingPart = z.infer<typeof MeetingPart>

/** One line of the question list for the first meeting (S0.7), with what each of the two said (S0.8). */
export const Question = z.strictObject({
  text: Line,
  /** A given one that nobody changed, by its name in the texts: read in the screen's language. */
  given: z.string().max(80).nullable(),
  part: MeetingPart,
  minutes: z.int().min(0).max(600).nullable(),
  asked: z.boolean(),
  answers: z.strictObject({ mentor: Line, mentee: Line }),
})
export type Question = z.infer<typeof Question>

/** In which session it came up. */
const Used = z.strictObject({ session: ItemId, on: Day })

/** Of the topic bank: what to talk about (S2.18). */
export const Topic = z.strictObject({ text: Line, given: z.string().max(80).nullable(), used: z.array(Used).max(1000) })
export type Topic = z.infer<typeof Topic>

/** What a mentor's story is about (S1.2). */
export const StorySort = z.enum(['lesson', 'trend', 'ways', 'success'])
export type StorySort = z.infer<typeof StorySort>

/** Of the mentor's story bank; a link leads to the topics it goes with. */
export const Story = z.strictObject({ title: z.string().max(500), text: Line, sort: StorySort, told: z.array(Used).max(1000) })
export type Story = z.infer<typeof Story>
