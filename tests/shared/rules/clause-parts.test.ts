import { expect, test } from 'vitest'
import { clauseMaxCharacters, clauseParts } from '../../../shared/rules/clause-parts.ts'

test('what one clause holds stays one, and nothing is one empty clause', () => {
  expect(clauseParts(' Sari calls back. ')).toEqual(['Sari calls back.'])
  expect(clauseParts('a'.repeat(clauseMaxCharacters))).toHaveLength(1)
  expect(clauseParts('')).toEqual([''])
})

test('more is cut where a sentence ends, else between words, and no word is lost', () => {
  const sentence = 'Sari answers within three working days. '
  const words = 'answers '
  for (const [text, end] of [[sentence.repeat(1200), /\.$/], [words.repeat(5000), /answers$/]] as const) {
    const parts = clauseParts(text)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(clauseMaxCharacters)
      expect(part).toMatch(end)
    }
    expect(parts.join(' ')).toBe(text.trim())
  }
})

test('a text without a space is cut between characters', () => {
  const parts = clauseParts('🌱'.repeat(15_001))

  expect(parts.join('')).toBe('🌱'.repeat(15_001))
  for (const part of parts) expect(part).toMatch(/^(🌱)+$/u)
})
