/**
 * The words of the first meeting and of the two banks, in each language. Apart
 * from `texts.ts`, because only those screens need them: the page fetches one
 * language when it is first asked for.
 */
import type { GivenQuestion, GivenTopic, MeetingPart, StorySort } from '../meeting.ts'

/** Of a clause draft: `{who}` said it, `{other}` heard it. */
export type MeetingTexts = {
  /** The agenda of a first meeting in four parts (S2.10–S2.17). */
  parts: Record<MeetingPart, string>
  /** To read aloud, by whoever asks. */
  questions: Record<GivenQuestion, string>
  /** The four that are put to the mentee (S0.7), as one asks them oneself beforehand. */
  own: Record<'gain' | 'ease' | 'learn' | 'goals', string>
  /** Before the first meeting (S1.4), for nobody else's eyes. */
  thoughts: Record<'mentor' | 'mentee', Record<'want' | 'bring' | 'expect', string>>
  /** What a clause made of an answer says. Typed facts stand as they are, what one says of oneself in quotation marks. */
  clauses: Record<GivenQuestion | 'own', string>
  /** What to talk about (S2.18); names are filled in. */
  topics: Record<GivenTopic, string>
  sorts: Record<StorySort, string>
  /** How one of each is called where it stands alone. */
  kinds: { question: string; questions: string; topic: string; story: string; banks: string }
}
