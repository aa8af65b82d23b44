import { describe, expect, test } from 'vitest'
import { ConfidenceReader, ConfidentialThing } from '../../../shared/agreement.ts'
import type { ConfidenceRule } from '../../../shared/agreement.ts'
import { Language } from '../../../shared/language.ts'
import { confidenceText } from '../../../shared/rules/confidence-text.ts'
import { confidenceSamples } from '../../../shared/texts/clauses.ts'

const rule = (part: Partial<ConfidenceRule> = {}): ConfidenceRule =>
  ({ what: ['results'], may: 'freely', whom: ['coordinator'], other: '', when: 'any-time', only: '', ...part })

test('[F20] a rule reads as a sentence that either could have written', () => {
  expect(confidenceText(rule({ what: ['everything'], may: 'never', whom: [] }), 'en')).toBe('Each of us keeps everything we talk about between the two of us.')
  expect(confidenceText(rule({ what: ['commitments', 'results'], may: 'asked' }), 'en'))
    .toBe('Each of us may share the results and the commitments with the programme coordinator, if both of us agree to it each time.')
  expect(confidenceText(rule({ what: ['agreement'], whom: ['mentor', 'mentee'] }), 'nl')).toMatch(/deze overeenkomst.* de ander/)
  expect(confidenceText(rule({ whom: ['coordinator', 'mentor', 'mentee'], when: 'after-end' }), 'id'))
    .toMatch(/hasil sesi kepada .+ dan koordinator program/)
})

test('where only one of the two is told, the other is the one who tells', () => {
  expect(confidenceText(rule({ what: ['journal'], may: 'never', whom: ['mentor'] }), 'en')).toBe('{mentee} does not share what is written in a journal with {mentor}.')
  expect(confidenceText(rule({ what: ['feedback'], may: 'asked', whom: ['mentee'] }), 'nl')).toMatch(/^\{mentor\} mag de feedback .*\{mentee\}/)
})

test('words of the two stand as they were typed, braces and dollar signs too', () => {
  const text = confidenceText(rule({ whom: ['other'], other: ' {things} $& رنا ', only: 'the figures are left out' }), 'en')

  expect(text).toBe('Each of us may share the results with {things} $& رنا at any time. Only on this condition: the figures are left out.')
  expect(confidenceText(rule({ only: 'Nur mündlich.' }), 'en')).toMatch(/Nur mündlich\.$/)
})

describe.each(Language.options)('every rule in %s', (language) => {
  const sets = <T>(all: readonly T[]): T[][] => all.reduce<T[][]>((made, one) => [...made, ...made.map((set) => [...set, one])], [[]])

  test('is one whole sentence that holds each thing and each reader', () => {
    for (const may of ['never', 'asked', 'freely'] as const) {
      for (const when of ['any-time', 'after-end'] as const) {
        for (const whom of sets(ConfidenceReader.options)) {
          for (const what of ConfidentialThing.options) {
            const text = confidenceText(rule({ what: [what], may, whom, when, other: 'Rina' }), language)
            expect(text).toMatch(/^(\{|\p{Lu}).+\.$/u)
            expect(text).not.toMatch(/\{(?!mentor\}|mentee\})| {2}|undefined/)
            if (whom.includes('other')) expect(text).toContain('Rina')
          }
        }
      }
    }
  })

  test('differs from the other samples', () => {
    expect(new Set(confidenceSamples.map((sample) => confidenceText(sample.rule, language))).size).toBe(confidenceSamples.length)
  })
})
