/**
 * Where two answers to one question meet: a suggestion of how near they are, and
 * of a clause that both could live with. The two change either as they like.
 */
import type { Boundary, BoundaryAnswer, BoundaryQuestion, Nearness } from '../agreement.ts'
import type { Language } from '../language.ts'
import { locales } from '../locales.ts'
import { formatMessage } from '../messages.ts'
import type { MiddleGroundTexts } from '../texts/middle-ground.ts'

/** `middle`: ordered, from the most careful on. `first-else`: what suits both leads. `all`: what either names belongs to it. */
type Way = 'middle' | 'first-else' | 'all'

/** What each question offers. Where a side must give way, the more careful one stands first. */
export const boundaryChoices = {
  'role': { way: 'all', names: ['listen', 'ask', 'advise', 'example', 'doors'] },
  'expectations': { way: 'all', names: ['prepared', 'on-time', 'honest', 'patient', 'initiative'] },
  'areas': { way: 'first-else', names: ['work', 'skills', 'people', 'career', 'balance'] },
  'place': { way: 'first-else', names: ['workplace', 'elsewhere', 'walk', 'online', 'home'] },
  'length': { way: 'middle', names: ['30', '45', '60', '90', '120'] },
  'frequency': { way: 'middle', names: ['quarter', 'six-weeks', 'month', 'two-weeks', 'week'] },
  'channel': { way: 'first-else', names: ['email', 'text', 'phone', 'video'] },
  'hours': { way: 'middle', names: ['office', 'until-20', 'until-22', 'any-day'] },
  'off-limits': { way: 'all', names: ['health', 'family', 'money', 'faith', 'politics', 'colleagues'] },
} as const satisfies Record<BoundaryQuestion, { way: Way; names: readonly string[] }>

export type ChoiceOf<Q extends BoundaryQuestion> = (typeof boundaryChoices)[Q]['names'][number]

export type WayOf<Q extends BoundaryQuestion> = (typeof boundaryChoices)[Q]['way']

/** Those that the question offers, in its order; an answer may hold one of another release. */
export function chosenOf(question: BoundaryQuestion, { choices }: Pick<BoundaryAnswer, 'choices'>): string[] {
  return boundaryChoices[question].names.filter((name) => choices.includes(name))
}

export function isAnswered(answer: Pick<BoundaryAnswer, 'choices' | 'text'>): boolean {
  return answer.choices.length > 0 || answer.text.trim() !== ''
}

/** Both have handed over: only then is either answer shown beside the other. */
export function isRevealed({ answers }: Pick<Boundary, 'answers'>): boolean {
  return answers.mentor.doneAt !== null && answers.mentee.doneAt !== null
}

/** As the two set it, else as the rule sees it; null where it cannot tell. */
export function nearnessOf(boundary: Pick<Boundary, 'question' | 'answers' | 'nearness'>): Nearness | null {
  return boundary.nearness ?? suggestNearness(boundary)
}

/** By their choices where both chose, else by their words; null where one of them left it open. */
export function suggestNearness({ question, answers: { mentor, mentee } }: Pick<Boundary, 'question' | 'answers'>): Nearness | null {
  if (!isAnswered(mentor) || !isAnswered(mentee)) return null
  const [a, b] = question === null ? [[], []] : [chosenOf(question, mentor), chosenOf(question, mentee)]
  const words = compareWords(mentor.text, mentee.text)
  if (question !== null && a.length > 0 && b.length > 0) {
    const chosen = compareChoices(question, a, b)
    // A condition that one of them adds in words may matter.
    return chosen === 'same' && words !== 'same' ? 'near' : chosen
  }
  // One chose and the other wrote: only a reader can tell.
  return a.length > 0 || b.length > 0 || mentor.text.trim() === '' || mentee.text.trim() === '' ? null : words
}

function compareChoices(question: BoundaryQuestion, a: readonly string[], b: readonly string[]): Nearness {
  if (a.join() === b.join()) return 'same'
  if (a.some((name) => b.includes(name))) return 'near'
  if (boundaryChoices[question].way !== 'middle') return 'apart'
  const [low, high] = gap(question, a, b)
  return high - low <= 1 ? 'near' : 'apart'
}

/** The closest two steps of an order, one of each side. */
function gap(question: BoundaryQuestion, a: readonly string[], b: readonly string[]): [low: number, high: number] {
  const names: readonly string[] = boundaryChoices[question].names
  const pairs = a.flatMap((one) => b.map((other) => [names.indexOf(one), names.indexOf(other)].toSorted((x, y) => x - y) as [number, number]))
  return pairs.toSorted((one, other) => one[1] - one[0] - (other[1] - other[0]) || one[0] - other[0])[0] ?? [0, 0]
}

/** Same but for case, accents and signs; near where half of the words are shared. */
export function compareWords(one: string, other: string): Nearness {
  const [a, b] = [wordsIn(one), wordsIn(other)]
  if (a.join(' ') === b.join(' ')) return one.trim() !== '' && a.length === 0 ? compareExactly(one, other) : 'same'
  const [x, y] = [new Set(a), new Set(b)]
  const shared = [...x].filter((word) => y.has(word)).length
  return shared * 2 >= Math.min(x.size, y.size) && shared > 0 ? 'near' : 'apart'
}

/** Nothing but signs: an emoji is an answer too. */
const compareExactly = (one: string, other: string): Nearness => one.trim() === other.trim() ? 'same' : 'apart'

function wordsIn(text: string): string[] {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

const longestWords = 600

/**
 * A clause for both, in one language; empty where neither answered. What they
 * wrote in their own words follows, with its names, to be worked into it.
 */
export function proposeClause({ question, answers }: Pick<Boundary, 'question' | 'answers'>, words: MiddleGroundTexts, language: Language): string {
  const { mentor, mentee } = answers
  const lead = question === null ? '' : leadOf(question, chosenOf(question, mentor), chosenOf(question, mentee), words, language)
  const [a, b] = [sentence(mentor.text), sentence(mentee.text)]
  const own = a !== '' && (b === '' || compareWords(a, b) === 'same') ? [lead === '' || b !== '' ? a : `{mentor}: ${a}`]
    : [a === '' ? '' : `{mentor}: ${a}`, b === '' ? '' : lead === '' && a === '' ? b : `{mentee}: ${b}`]
  return [lead, ...own].filter((part) => part !== '').join(' ')
}

/** Whether the clause is the rule's alone, and so can be had in every language. */
export function isInRuleWords({ answers, proposal }: Pick<Boundary, 'answers' | 'proposal'>): boolean {
  return proposal === null && answers.mentor.text.trim() === '' && answers.mentee.text.trim() === ''
}

function leadOf(question: BoundaryQuestion, a: readonly string[], b: readonly string[], words: MiddleGroundTexts, language: Language): string {
  const { way, names } = boundaryChoices[question]
  const either: string[] = names.filter((name) => a.includes(name) || b.includes(name))
  if (either.length === 0) return ''
  const { choices, clause } = words.questions[question]
  // The two names are filled in when the clause is read.
  const say = (pattern: string, lists: Record<string, string>) => formatMessage(language, pattern, { ...lists, mentor: '{mentor}', mentee: '{mentee}' })
  // The texts have a word for each name that the question offers.
  const list = (some: readonly string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(locales[language], { type }).format(some.map((name) => (choices as Record<string, string>)[name] ?? name))
  if (way === 'all') return say(clause.one, { list: list(either, 'conjunction') })
  if (way === 'middle') return say(clause.one, { list: list([middleOf(question, a, b)], 'conjunction') })
  const both = either.filter((name) => (a.length === 0 || a.includes(name)) && (b.length === 0 || b.includes(name)))
  const first = both.length === 0 ? either.slice(0, 1) : both
  const rest = either.filter((name) => !first.includes(name))
  return rest.length === 0 || !('two' in clause)
    ? say(clause.one, { list: list(first, 'conjunction') })
    : say(clause.two, { first: list(first, 'conjunction'), rest: list(rest, 'disjunction') })
}

/** The step between the two, on the careful side; what suits both, where something does. */
function middleOf(question: BoundaryQuestion, a: readonly string[], b: readonly string[]): string {
  const names: readonly string[] = boundaryChoices[question].names
  const [low, high] = a.length === 0 || b.length === 0 ? gap(question, [...a, ...b], [...a, ...b]) : gap(question, a, b)
  return names[Math.floor((low + high) / 2)] ?? ''
}

/** On one line, not endless, and ending as a sentence does. */
function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return ''
  const short = line.length <= longestWords ? line : `${line.slice(0, longestWords).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`
  return /[.!?…]["”’)]*$/.test(short) ? short : `${short}.`
}
