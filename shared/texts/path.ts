/**
 * The words of the place Path, in each language. Apart from `texts.ts`, because
 * only that place, the letter and what Today says of it need them: the page
 * fetches one language when it is first asked for.
 */
import type { Exam, Fit, GivenCriterion, HelpKind, Phase } from '../path.ts'
import type { LineId } from '../rules/phases.ts'

export type ExamQuestion = Exclude<keyof Exam, 'helps' | 'looking'>

export type PathTexts = {
  /** The place itself, where a file is named after it. */
  place: string
  phases: Record<Phase, { name: string; about: string }>
  /** To tick, or to leave. */
  lines: Record<LineId, string>
  primer: {
    is: readonly [string, string, string]
    isNot: readonly [string, string, string]
    rules: readonly [string, string]
  }
  /** Why mentoring matters (S3.13), each with a question to write about. */
  reasons: ReadonlyArray<{ reason: string; prompt: string }>
  steps: ReadonlyArray<{ name: string; about: string; points: readonly string[] }>
  exam: {
    /** The paragraph, and the entry that it becomes. */
    title: string
    questions: Record<ExamQuestion, string>
    /** As they stand in a sentence. */
    helps: Record<HelpKind, string>
    /** How the paragraph is made from the answers. */
    looking: string
    lookingFor: string
    said: Record<Exclude<ExamQuestion, 'help'>, string>
  }
  criteria: Record<GivenCriterion, string>
  candidate: {
    /** The question over the entry that the notes become. */
    why: string
    fits: Record<Fit, string>
    introducer: string
    asked: string
  }
  letter: {
    title: string
    file: string
    greeting: string
    greetingUnnamed: string
    opening: string
    why: string
    matters: string
    /** The given criteria as they are said to the one who reads them. */
    given: Record<GivenCriterion, string>
    ask: string
    regards: string
  }
}
