/** The questions of the middle ground with what each offers, the sheet on paper, and the ending card: in a document or on the screen. */
import type { BoundaryQuestion } from '../agreement.ts'
import type { ChoiceOf, WayOf } from '../rules/middle-ground.ts'

export type QuestionTexts<Q extends BoundaryQuestion> = {
  /** As it is put to both; may hold `{mentor}` and `{mentee}`. */
  ask: string
  /** In the middle of a sentence; a capital is given where it stands alone. */
  choices: Record<ChoiceOf<Q>, string>
  /** The clause: `one` holds {list}; `two` holds {first} and {rest}, and stands where the two differ. */
  clause: WayOf<Q> extends 'first-else' ? { one: string; two: string } : { one: string }
}

export type MiddleGroundTexts = {
  title: string
  questions: { [Q in BoundaryQuestion]: QuestionTexts<Q> }
  /** The sheet that is filled in on paper. */
  sheet: {
    title: string
    /** For whom, with {name}. */
    for: string
    intro: string
    words: string
    own: string
    file: string
  }
  card: {
    title: string
    begin: string
    /** In a copy that is read without the app. */
    sealed: string
  }
  /** The look back, as a document names it. */
  review: string
}
