/** The first meeting: which questions stand in which part, how the time is shared out, and what an answer becomes in the agreement. */
import type { ClauseGroup, ClauseTopic, OneParty } from '../agreement.ts'
import { MeetingPart } from '../meeting.ts'
import type { GivenQuestion, Question } from '../meeting.ts'
import type { MeetingTexts } from '../texts/meeting.ts'

/** What is offered, with its share of an hour: getting to know each other takes the longest (S2.10–S2.17). */
export const meetingPlan = [
  { part: 'know', questions: [['work', 4], ['new', 3], ['gain', 5], ['ease', 3], ['learn', 5], ['goals', 5]] },
  { part: 'rules', questions: [['meet', 5], ['between', 3], ['capture', 3], ['success', 4]] },
  { part: 'agreement', questions: [['confidential', 6], ['boundaries', 5], ['expect', 4]] },
  { part: 'next', questions: [['next', 5]] },
] as const satisfies ReadonlyArray<{ part: MeetingPart; questions: ReadonlyArray<readonly [GivenQuestion, number]> }>

/** Whole minutes in these proportions, together exactly `total`; what is left over goes where most was cut off. */
export function shareMinutes(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const whole = exact.map(Math.floor)
  const left = total - whole.reduce((all, minutes) => all + minutes, 0)
  const most = exact.map((minutes, index) => ({ index, cut: minutes - Math.floor(minutes) })).toSorted((a, b) => b.cut - a.cut || a.index - b.index)
  for (const { index } of most.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1
  return whole
}

export type PlannedPart = { part: MeetingPart; minutes: number; questions: ReadonlyArray<{ given: GivenQuestion; minutes: number }> }

/** The four parts and their questions for a session of this length. */
export function planMeeting(minutes: number): PlannedPart[] {
  const weights = meetingPlan.map(({ questions }) => questions.reduce((sum, [, weight]) => sum + weight, 0))
  const parts = shareMinutes(minutes, weights)
  return meetingPlan.map(({ part, questions }, index) => {
    const mine = parts[index] ?? 0
    const shares = shareMinutes(mine, questions.map(([, weight]) => weight))
    return { part, minutes: mine, questions: questions.map(([given], at) => ({ given, minutes: shares[at] ?? 0 })) }
  })
}

/** In the order of the parts; within one, as they stand. */
export function inPartOrder<T extends { body: Pick<Question, 'part'> }>(questions: readonly T[]): T[] {
  return MeetingPart.options.flatMap((part) => questions.filter(({ body }) => body.part === part))
}

/** A given question reads in the language asked for; one's own as it was written. */
export function questionText({ given, text }: Pick<Question, 'given' | 'text'>, words: Pick<MeetingTexts, 'questions'>): string {
  return given === null ? text : words.questions[given]
}

/** Where a clause made of an answer belongs; a person may put it elsewhere. */
export function suggestGroup({ given, part }: Pick<Question, 'given' | 'part'>, who: OneParty): { group: ClauseGroup; topic?: ClauseTopic } {
  switch (given) {
    case 'meet': return { group: 'practical', topic: 'place' }
    case 'between': return { group: 'practical', topic: 'channel' }
    case 'capture': return { group: 'practical', topic: 'results' }
    case 'success': return { group: 'practical', topic: 'success' }
    case 'next': return { group: 'practical', topic: 'time' }
    case 'gain': case 'goals': return { group: 'practical', topic: 'content' }
    case 'work': case 'new': return { group: 'practical' }
    case 'confidential': return { group: 'confidence' }
    case 'boundaries': return { group: 'boundaries' }
    // What one needs is a duty of the other, the one who heard it.
    case 'ease': case 'learn': case 'expect': return { group: who === 'mentee' ? 'mentor' : 'mentee' }
    case null: return { group: part === 'agreement' ? 'boundaries' : 'practical' }
  }
}

const clauseMaxLength = 20_000
/** Of a question in one's own words its beginning is enough in a clause. */
const questionKept = 300

/**
 * A draft of a clause, names as placeholders. It says what was said and nothing
 * else; whoever reads it changes what does not fit.
 */
export function clauseDraft(question: Pick<Question, 'given' | 'text' | 'answers'>, who: OneParty, words: Pick<MeetingTexts, 'clauses'>): string {
  const values: Record<string, string> = {
    who: `{${who}}`, other: who === 'mentor' ? '{mentee}' : '{mentor}', question: cut(oneLine(question.text), questionKept),
  }
  const filled = (text: string) => text.replace(/\{(who|other|question)\}/g, (_, name: string) => values[name] ?? '')
  const [before = '', after = ''] = words.clauses[question.given ?? 'own'].split('{answer}').map(filled)
  // One more for the full stop.
  const answer = cut(oneLine(question.answers[who]), clauseMaxLength - before.length - after.length - 1)
  const ended = /[.!?…。؟]["”’)]*$/u.test(answer)
  return `${before}${answer}${after}${ended ? '' : '.'}`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function cut(text: string, length: number): string {
  // Half of a surrogate pair is no character.
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`
}

/** The minutes on the clock at which each of these begins and ends, by plan. */
export function timesByPlan(minutes: ReadonlyArray<number | null>): Array<{ from: number; to: number }> {
  let at = 0
  return minutes.map((length) => {
    const from = at
    at += length ?? 0
    return { from, to: at }
  })
}
