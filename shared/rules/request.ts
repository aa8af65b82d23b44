/**
 * Words made of what was said once: the paragraph "What I am looking for", the
 * letter that asks, and the entries that a search leaves behind. All of them
 * are drafts; whoever reads them changes what does not fit.
 */
import { formatDay } from '../format-date.ts'
import { locales } from '../locales.ts'
import type { Language } from '../language.ts'
import { HelpKind } from '../path.ts'
import type { Candidate, Criterion, Exam } from '../path.ts'
import type { ExamQuestion, PathTexts } from '../texts/path.ts'

/** Of a long answer its beginning is enough here; the answer itself stays whole. */
const keptLength = 600

const saidOrder = ['strengths', 'weaknesses', 'keep', 'stop', 'start'] as const satisfies readonly ExamQuestion[]

/** On one line, and no longer than anybody reads on. */
function phrase(answer: string): string {
  const line = answer.replace(/\s+/g, ' ').trim()
  // By code points, so that no character is left half.
  return line.length <= keptLength ? line : `${[...line].slice(0, keptLength).join('').trimEnd()}…`
}

/** An answer as one sentence of a paragraph. */
function sentence(answer: string): string {
  const letters = phrase(answer)
  return /[.!?…。؟]["”’)]*$/u.test(letters) || letters === '' ? letters : `${letters}.`
}

const fill = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

/** The paragraph, from the answers; as it was changed by hand, once it was. */
export function lookingFor(exam: Exam, words: PathTexts, language: Language): string {
  if (exam.looking !== null) return exam.looking
  const own = exam.help.replace(/\s+/g, ' ').trim()
  const helps = [...HelpKind.options.filter((kind) => exam.helps.includes(kind)).map((kind) => words.exam.helps[kind]), ...(own === '' ? [] : [own])]
  const first = helps.length === 0 ? words.exam.looking
    : fill(words.exam.lookingFor, { what: new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(helps) })
  const said = saidOrder.flatMap((question) => {
    const what = sentence(exam[question])
    return what === '' ? [] : [fill(words.exam.said[question], { what })]
  })
  return [first, ...said].join(' ')
}

/** Whether there is anything to make a paragraph of. */
export function isExamEmpty(exam: Exam): boolean {
  return exam.helps.length === 0 && [...saidOrder, 'help' as const].every((question) => exam[question].trim() === '') && exam.looking === null
}

/** A given criterion reads in the language asked for; one's own as it was written. */
export function criterionText(criterion: Criterion, words: PathTexts): string {
  return criterion.given === null ? criterion.text : words.criteria[criterion.given]
}

export type LetterSources = {
  exam: Exam
  candidate: Pick<Candidate, 'name' | 'why'>
  /** In their order. */
  criteria: readonly Criterion[]
  me: string
}

/** The request: why this person, what is wanted, what matters, and a small question. */
export function draftLetter({ exam, candidate, criteria, me }: LetterSources, words: PathTexts, language: Language): string {
  const { letter } = words
  const name = candidate.name.trim()
  const why = sentence(candidate.why)
  const matters = criteria.filter(({ weight }) => weight !== 'some')
    .map(({ given, text }) => given === null ? phrase(text) : letter.given[given]).filter((text) => text !== '')
  const parts = [
    name === '' ? letter.greetingUnnamed : fill(letter.greeting, { name }),
    why === '' ? letter.opening : `${letter.opening} ${fill(letter.why, { what: why })}`,
    ...(isExamEmpty(exam) ? [] : [lookingFor(exam, words, language)]),
    ...(matters.length === 0 ? [] : [[letter.matters, ...matters.map((text) => `– ${text}`)].join('\n')]),
    letter.ask,
    [letter.regards, me.trim()].filter((line) => line !== '').join('\n'),
  ]
  return parts.join('\n\n').slice(0, 20_000).toWellFormed()
}

/** The self-exam as a private entry: the paragraph, then each question with its whole answer. */
export function examEntry(exam: Exam, words: PathTexts, language: Language): string {
  const answers = [...saidOrder, 'help' as const].flatMap((question) => exam[question].trim() === '' ? [] : [words.exam.questions[question], exam[question].trim(), ''])
  return [lookingFor(exam, words, language), '', ...answers].join('\n').trim()
}

/** What was noted about the one who said yes; empty when nothing was. */
export function candidateEntry(candidate: Candidate, criteria: ReadonlyMap<string, Criterion>, words: PathTexts, language: Language): string {
  const { fits: verdicts, introducer, asked } = words.candidate
  const fits = candidate.fits.flatMap(({ criterion, fit, word }) => {
    const of = criteria.get(criterion)
    const said = [fit === null ? '' : `${verdicts[fit]}.`, word.trim()].filter((part) => part !== '')
    return of === undefined || said.length === 0 ? [] : [[criterionText(of, words), ...said].join(' ')]
  })
  const facts = [
    candidate.introducer.trim() === '' ? '' : fill(introducer, { name: candidate.introducer.trim() }),
    candidate.askedOn === null ? '' : fill(asked, { date: formatDay(language, candidate.askedOn) }),
  ]
  return [candidate.why.trim(), ...fits, ...facts].filter((line) => line !== '').join('\n')
}
