import { describe, expect, test } from 'vitest'
import { BoundaryQuestion, OneParty } from '../../../shared/agreement.ts'
import type { BoundaryAnswer } from '../../../shared/agreement.ts'
import { Language } from '../../../shared/language.ts'
import {
  boundaryChoices, chosenOf, compareWords, isInRuleWords, isRevealed, nearnessOf, proposeClause, suggestNearness,
} from '../../../shared/rules/middle-ground.ts'
import { middleGroundTexts } from '../../../shared/texts/middle-ground-all.ts'

const answer = (choices: readonly string[] = [], text = ''): BoundaryAnswer => ({ choices: [...choices], text, doneAt: null })
const both = (question: BoundaryQuestion | null, mentor: BoundaryAnswer, mentee: BoundaryAnswer) => ({ question, answers: { mentor, mentee } })
const proposed = (question: BoundaryQuestion | null, mentor: BoundaryAnswer, mentee: BoundaryAnswer, language: Language = 'en') =>
  proposeClause(both(question, mentor, mentee), middleGroundTexts[language], language)

/** Every way to choose from these, but for choosing nothing. */
function subsets(names: readonly string[]): string[][] {
  return Array.from({ length: 2 ** names.length - 1 }, (_, bits) => names.filter((_name, index) => ((bits + 1) >> index) % 2 === 1))
}

describe.each(BoundaryQuestion.options)('every pair of answers to "%s"', (question) => {
  const { names, way } = boundaryChoices[question]
  const pairs = subsets(names).flatMap((a) => subsets(names).map((b) => [a, b] as const))

  test('is same exactly when it is the same, whoever says what', () => {
    for (const [a, b] of pairs) {
      const nearness = suggestNearness(both(question, answer(a), answer(b)))
      const steps = Math.min(...a.flatMap((one) => b.map((other) => Math.abs((names as readonly string[]).indexOf(one) - (names as readonly string[]).indexOf(other)))))
      const expected = a.join() === b.join() ? 'same' : steps === 0 || (way === 'middle' && steps === 1) ? 'near' : 'apart'
      expect([a, b, nearness]).toEqual([a, b, expected])
      expect(suggestNearness(both(question, answer(b), answer(a)))).toBe(nearness)
    }
  })

  test('gives one clause in each language, the same whoever said which, of words that the two chose or that lie between them', () => {
    for (const language of Language.options) {
      const words: Record<string, string> = middleGroundTexts[language].questions[question].choices
      for (const [a, b] of pairs) {
        const text = proposed(question, answer(a), answer(b), language)
        expect(text).toBe(proposed(question, answer(b), answer(a), language))
        expect(text.replace(/\{(mentor|mentee)\}/g, 'N')).not.toMatch(/[{}]|undefined|\s{2}|^\s|\s$/)
        const named = names.filter((name) => text.includes(words[name] ?? '?'))
        if (way === 'middle') {
          const at = (name: string) => (names as readonly string[]).indexOf(name)
          expect(named.some((name) => at(name) >= Math.min(...[...a, ...b].map(at)) && at(name) <= Math.max(...[...a, ...b].map(at)))).toBe(true)
        } else expect([...a, ...b].every((name) => text.includes(words[name] ?? '?'))).toBe(true)
      }
    }
  })
})

test('between two steps of an order stands the middle one, on the careful side; what suits both wins', () => {
  const { frequency, hours, length } = middleGroundTexts.en.questions
  expect(proposed('frequency', answer(['week']), answer(['month']))).toBe(`{mentor} and {mentee} meet ${frequency.choices['two-weeks']}.`)
  expect(proposed('hours', answer(['any-day']), answer(['until-20']))).toContain(hours.choices['until-22'])
  expect(proposed('hours', answer(['until-22']), answer(['until-20']))).toContain(hours.choices['until-20'])
  expect(proposed('length', answer(['30', '45']), answer(['45', '120']))).toBe(`A session takes ${length.choices[45]}.`)
  expect(proposed('length', answer(['60', '90']), answer())).toBe(`A session takes ${length.choices[60]}.`)
})

test('first what suits both, else the quieter one first; what only one chose comes second', () => {
  expect(proposed('channel', answer(['phone']), answer(['text']))).toBe('Between the sessions, {mentor} and {mentee} reach each other by text message; by phone by appointment.')
  expect(proposed('channel', answer(['phone', 'text']), answer(['text', 'email']))).toBe('Between the sessions, {mentor} and {mentee} reach each other by text message; by e-mail or by phone by appointment.')
  expect(proposed('place', answer(['online']), answer(['online']))).toBe('The sessions are held online.')
  expect(proposed('off-limits', answer(['money']), answer(['family']))).toMatch(/: family and money\.$/)
})

test('their own words follow the choice with the name of who said them, once where both say the same', () => {
  expect(proposed('hours', answer(['until-20'], 'Not on Sundays'), answer(['until-20']))).toBe('{mentor} and {mentee} may reach each other on working days until 20:00. {mentor}: Not on Sundays.')
  expect(proposed(null, answer([], 'By phone, any day. I call back.'), answer([], 'By text'))).toBe('{mentor}: By phone, any day. I call back. {mentee}: By text.')
  expect(proposed(null, answer([], 'Never on holidays!'), answer([], 'never on holidays'))).toBe('Never on holidays!')
  expect(proposed(null, answer(), answer([], 'Never\non holidays'))).toBe('Never on holidays.')
  expect(proposed('areas', answer(), answer())).toBe('')
  expect(proposed(null, answer([], 'a'.repeat(20_000)), answer([], '🧭'.repeat(10_000))).length).toBeLessThan(1300)
  expect(proposed(null, answer([], '🧭'.repeat(10_000)), answer()).isWellFormed()).toBe(true)
})

test('words are compared without case, accents and signs', () => {
  expect(compareWords('Not on Sundays.', 'not on sundays')).toBe('same')
  expect(compareWords('Één keer', 'een  KEER!')).toBe('same')
  expect(compareWords('By phone in the morning', 'In the morning, by text')).toBe('near')
  expect(compareWords('Never', 'Any day you like')).toBe('apart')
  expect(compareWords('الأحد', 'الأحد')).toBe('same')
  expect(compareWords('🧭', '🧭')).toBe('same')
  expect(compareWords('🧭', '🌙')).toBe('apart')
  expect(compareWords('', '')).toBe('same')
})

test('a condition in words makes the same choice near, and where one left it open only the two can tell', () => {
  expect(suggestNearness(both('hours', answer(['office'], 'Not on Fridays'), answer(['office'])))).toBe('near')
  expect(suggestNearness(both('hours', answer(['office'], 'Not on Fridays'), answer(['office'], 'not on fridays.')))).toBe('same')
  expect(suggestNearness(both('hours', answer(['office']), answer([], 'In the evening')))).toBe(null)
  expect(suggestNearness(both('hours', answer(['office']), answer()))).toBe(null)
  expect(suggestNearness(both(null, answer([], 'Yes'), answer([], 'yes')))).toBe('same')
  expect(suggestNearness(both(null, answer(['office']), answer(['office'])))).toBe(null)
  expect(nearnessOf({ ...both('hours', answer(['office']), answer(['office'])), nearness: 'apart' })).toBe('apart')
})

test('a choice of another release is passed over', () => {
  expect(chosenOf('hours', { choices: ['midnight', 'any-day', 'office'] })).toEqual(['office', 'any-day'])
})

test('an answer is seen when both have handed over, and not before', () => {
  const at = '2026-11-22T20:00:00.000Z'
  const done = { ...answer(), doneAt: at }
  expect([[answer(), answer()], [done, answer()], [answer(), done], [done, done]].map(([mentor, mentee]) => isRevealed(both(null, mentor ?? done, mentee ?? done)))).toEqual([false, false, false, true])
})

test('only what the rule says alone can be had in every language', () => {
  const plain = { ...both('hours', answer(['office']), answer(['office'])), proposal: null }
  expect(isInRuleWords(plain)).toBe(true)
  expect(isInRuleWords({ ...plain, proposal: 'Ours' })).toBe(false)
  for (const who of OneParty.options) expect(isInRuleWords({ ...plain, answers: { ...plain.answers, [who]: answer([], 'Ours') } })).toBe(false)
})
