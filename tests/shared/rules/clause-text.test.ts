import { expect, test } from 'vitest'
import type { ConfidenceRule } from '../../../shared/agreement.ts'
import { clauseText, isInLanguage, sampleText, topicOf, writtenIn } from '../../../shared/rules/clause-text.ts'
import { confidenceText } from '../../../shared/rules/confidence-text.ts'
import { clauseTexts } from '../../../shared/texts/clauses-all.ts'
import { texts } from '../../../shared/texts/texts.ts'

const sample = 'mentor-trust'

test('an untouched sample reads as each language has it, also when the language of the document changed meanwhile', () => {
  const clause = { sample, texts: { en: texts.en.clauses[sample] } }

  expect(clauseText(clause, 'nl', 'en')).toBe(texts.nl.clauses[sample])
  expect(clauseText(clause, 'nl', 'nl')).toBe(texts.nl.clauses[sample])
})

test('typed words replace the sample in their language, and stand in for it in the others', () => {
  const clause = { sample, texts: { en: 'Sari keeps it to herself.' } }

  expect(clauseText(clause, 'en', 'en')).toBe('Sari keeps it to herself.')
  expect(clauseText(clause, 'id', 'en')).toBe('Sari keeps it to herself.')
})

test('a clause of one’s own reads as it was first written where it is not yet translated', () => {
  const clause = { sample: null, texts: { nl: 'Sari belt nooit na achten.', id: 'Sari tidak menelepon setelah pukul delapan.' } }

  expect(clauseText(clause, 'en', 'id')).toBe(clause.texts.id)
  expect(clauseText(clause, 'en', 'en')).toBe(clause.texts.nl)
  expect(sampleText(clause, 'en')).toBeNull()
  expect(writtenIn(clause)).toEqual(['nl', 'id'])
})

test('a clause made from a rule follows it in every language, until its words are changed', () => {
  const confidence: ConfidenceRule = { what: ['everything'], may: 'never', whom: [], other: '', when: 'any-time', only: '' }
  const clause = { sample: null, confidence, texts: { en: confidenceText(confidence, 'en') } }

  expect(clauseText(clause, 'id', 'en')).toBe(confidenceText(confidence, 'id'))
  expect(isInLanguage({ ...clause, texts: { en: 'It stays here.' } }, 'id')).toBe(false)
  expect(isInLanguage({ ...clause, confidence: { ...confidence, only: 'no figures' } }, 'id')).toBe(false)
})

test('[F19] a clause knows the matter it settles, from itself or from its sample', () => {
  expect(topicOf({ topic: 'place', sample: null })).toBe('place')
  expect(topicOf({ sample: 'urgent-call' })).toBe('urgent')
  expect(topicOf({ sample: 'ending-no-fault' })).toBe('no-fault')
  expect([topicOf({ sample: null }), topicOf({ sample: 'mentor-open' }), topicOf({ sample: 'mentor-trust' })]).toEqual([null, null, null])
})

test('an untouched sample of the catalogue reads as each language has it; an unknown one is no sample', () => {
  const clause = { sample: 'place-online', texts: { en: clauseTexts.en.samples['place-online'] } }

  expect(clauseText(clause, 'nl', 'en')).toBe(clauseTexts.nl.samples['place-online'])
  expect(sampleText({ sample: '__proto__' }, 'en')).toBeNull()
  expect(isInLanguage({ sample: 'of-another-version', texts: { en: 'Here.' } }, 'nl')).toBe(false)
})
