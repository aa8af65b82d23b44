import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Language } from '../../../shared/language.ts'
import { GivenQuestion, MeetingPart } from '../../../shared/meeting.ts'
import { clauseDraft, inPartOrder, meetingPlan, planMeeting, shareMinutes, suggestGroup, timesByPlan } from '../../../shared/rules/meeting.ts'
import { fillNames } from '../../../shared/texts/fill.ts'
import { meetingTexts } from '../../../shared/texts/meeting-all.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const question = (answers: { mentor?: string; mentee?: string }, more: { given?: GivenQuestion | null; text?: string } = {}) =>
  ({ given: null, text: 'What now?', ...more, answers: { mentor: '', mentee: '', ...answers } })

describe('the time of a first meeting', () => {
  test('is an hour in four parts, as it is offered', () => {
    expect(planMeeting(60).map(({ part, minutes }) => [part, minutes])).toEqual([['know', 25], ['rules', 15], ['agreement', 15], ['next', 5]])
  })

  test('adds up to the length of any session, part by part and question by question', () => {
    for (let minutes = 5; minutes <= 600; minutes += 1) {
      const parts = planMeeting(minutes)
      expect(sum(parts.map((part) => part.minutes)), String(minutes)).toBe(minutes)
      for (const part of parts) expect(sum(part.questions.map((one) => one.minutes)), `${minutes} ${part.part}`).toBe(part.minutes)
    }
  })

  test('is shared out in whole minutes and never below none, whatever the weights', () => {
    fc.assert(fc.property(fc.nat(10_000), fc.array(fc.nat(100), { minLength: 1 }), (total, weights) => {
      const shares = shareMinutes(total, weights)
      expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true)
      expect(sum(shares)).toBe(sum(weights) === 0 ? 0 : total)
    }))
  })

  test('runs on from one part to the next; what has no minutes takes none', () => {
    expect(timesByPlan([25, null, 15])).toEqual([{ from: 0, to: 25 }, { from: 25, to: 25 }, { from: 25, to: 40 }])
  })
})

describe('the questions of a first meeting', () => {
  test('are all offered, each once, the parts in their order', () => {
    expect(meetingPlan.map(({ part }) => part)).toEqual(MeetingPart.options)
    expect(meetingPlan.flatMap(({ questions }) => questions.map(([given]) => given)).toSorted()).toEqual(GivenQuestion.options.toSorted())
  })

  test('stand by their part, within it as they were put', () => {
    const questions = (['next', 'know', 'rules', 'know'] as const).map((part, index) => ({ body: { part }, index }))

    expect(inPartOrder(questions).map(({ index }) => index)).toEqual([1, 3, 2, 0])
  })
})

describe('an answer in the agreement', () => {
  test('belongs to what was asked; what one needs is the other’s part', () => {
    expect(suggestGroup({ given: 'between', part: 'rules' }, 'mentee')).toEqual({ group: 'practical', topic: 'channel' })
    expect(suggestGroup({ given: 'confidential', part: 'agreement' }, 'mentor')).toEqual({ group: 'confidence' })
    expect(suggestGroup({ given: 'ease', part: 'know' }, 'mentee')).toEqual({ group: 'mentor' })
    expect(suggestGroup({ given: 'ease', part: 'know' }, 'mentor')).toEqual({ group: 'mentee' })
    expect(suggestGroup({ given: null, part: 'agreement' }, 'mentee')).toEqual({ group: 'boundaries' })
    expect(suggestGroup({ given: null, part: 'next' }, 'mentee')).toEqual({ group: 'practical' })
  })

  test.each(Language.options)('says who said it and what, in %s, for every question', (language) => {
    for (const given of [...GivenQuestion.options, null]) {
      for (const who of ['mentor', 'mentee'] as const) {
        const draft = clauseDraft(question({ [who]: ' Less\n  haste ' }, { given }), who, meetingTexts[language])
        const read = fillNames(draft, { mentor: 'Sari', mentee: 'Ana' }, language)
        expect(read, given ?? 'own').toMatch(/Less haste”?\.$/)
        expect(read).not.toMatch(/[{}]/)
      }
    }
  })

  test('ends with one full stop, and keeps the mark that it had', () => {
    const words = meetingTexts.en

    expect(clauseDraft(question({ mentee: 'Slowly' }, { given: 'ease' }), 'mentee', words)).toBe('{mentor} helps {mentee} to feel at ease: “Slowly”.')
    expect(clauseDraft(question({ mentee: 'Is it safe?' }, { given: 'ease' }), 'mentee', words)).toBe('{mentor} helps {mentee} to feel at ease: “Is it safe?”')
    expect(clauseDraft(question({ mentor: 'At the harbour.' }, { given: 'meet' }), 'mentor', words)).toBe('When, where and how often we meet: At the harbour.')
  })

  test('of any length fits into a clause, and no character is cut in half', () => {
    const draft = clauseDraft(question({ mentee: '🧭'.repeat(10_000) }, { given: 'ease' }), 'mentee', meetingTexts.en)

    expect(draft.length).toBeLessThanOrEqual(20_000)
    expect(draft.isWellFormed()).toBe(true)
    expect(draft).toMatch(/…”$/)
  })

  test('may hold whatever was typed, replacement signs and placeholders too', () => {
    const text = '$& {answer} {who} مرحبا'

    expect(clauseDraft(question({ mentor: text }, { text: '$1 {answer}?' }), 'mentor', meetingTexts.en)).toBe(`{mentor} on the question “$1 {answer}?”: “${text}”.`)
  })
})
