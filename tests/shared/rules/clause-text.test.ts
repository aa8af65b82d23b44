import { expect, test } from 'vitest'
import { clauseText, sampleText, writtenIn } from '../../../shared/rules/clause-text.ts'
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
