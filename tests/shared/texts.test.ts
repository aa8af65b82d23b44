import { describe, expect, test } from 'vitest'
import { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { endingClause, sampleContract, texts } from '../../shared/texts/texts.ts'
import { leaves, placeholders } from '../helpers/text-tables.ts'

const others = Language.options.filter((language) => language !== 'en')

describe.each(Language.options)('the texts in %s', (language) => {
  const all = leaves(texts[language])

  test('have the same places as the English ones', () => {
    expect(all.map(([path]) => path)).toEqual(leaves(texts.en).map(([path]) => path))
  })

  test('leave no string empty, and carry no exclamation mark', () => {
    for (const [path, text] of all) {
      expect(text.trim(), path).toBe(text)
      expect(text, path).not.toBe('')
      expect(text, path).not.toContain('!')
    }
  })

  test('offer at least twelve different questions to each role', () => {
    for (const [role, prompts] of Object.entries(texts[language].prompts)) {
      expect(new Set(prompts).size, role).toBe(prompts.length)
      expect(prompts.length, role).toBeGreaterThanOrEqual(12)
      for (const prompt of prompts) expect(prompt).toMatch(/\?$/)
    }
  })

  test('keep to the glossary: a commitment is never called a promise', () => {
    for (const [path, text] of all) expect(text, path).not.toMatch(/promis|belofte|beloof|\bjanji/i)
  })

  test('are messages that can be filled', () => {
    const values = { number: 4, date: '24 November', minutes: 1, page: 1, pages: 2, id: '7KQ4-M2XD' }
    for (const [path, text] of leaves(texts[language].document)) expect(formatMessage(language, text, values), path).not.toMatch(/[{}#]/)
  })
})

test.each(others)('the texts in %s hold the same placeholders as the English ones', (language) => {
  const theirs = new Map(leaves(texts[language]))
  for (const [path, text] of leaves(texts.en)) {
    expect(placeholders(theirs.get(path) ?? ''), path).toEqual(placeholders(text))
  }
})

test('[F23] the sample contract is six clauses for the mentor and five for the mentee, the ending apart', () => {
  expect(sampleContract.map(({ group }) => group)).toEqual([...Array(6).fill('mentor'), ...Array(5).fill('mentee')])
  expect(endingClause.group).toBe('ending')
  for (const language of Language.options) {
    for (const { id } of sampleContract) expect(texts[language].clauses[id]).toMatch(/\{mentor\}|\{mentee\}/)
  }
})

test('one minute and many read right in each language', () => {
  const minutes = (language: Language, count: number) => formatMessage(language, texts[language].document.minutes, { minutes: count })

  expect([minutes('en', 1), minutes('en', 60)]).toEqual(['1 minute', '60 minutes'])
  expect([minutes('nl', 1), minutes('nl', 60)]).toEqual(['1 minuut', '60 minuten'])
  expect([minutes('id', 1), minutes('id', 60)]).toEqual(['1 menit', '60 menit'])
})

describe('names', () => {
  const names = { mentor: 'Sari', mentee: 'Ana' }
  const nobody = { mentor: ' ', mentee: '' }

  test('stand where the placeholders stood', () => {
    expect(fillNames('{mentor} trusts {mentee}.', names, 'en')).toBe('Sari trusts Ana.')
  })

  test('that are missing become words, with a capital where a sentence begins', () => {
    expect(fillNames('{mentor} trusts {mentee}. {mentee} asks.', nobody, 'en')).toBe('The mentor trusts the mentee. The mentee asks.')
    expect(fillNames('{mentor} vertrouwt {mentee}.', nobody, 'nl')).toBe('De mentor vertrouwt de mentee.')
    expect(fillNames('{mentor} memercayai {mentee}.', nobody, 'id')).toBe('Mentor memercayai mentee.')
    expect(fillNames('What {mentee} needs\n“{mentor} gives', nobody, 'en')).toBe('What the mentee needs\n“The mentor gives')
  })

  test('that are missing in a prompt become one’s own', () => {
    expect(fillNames('What did I learn from {mentee}?', nobody, 'en', 'mine')).toBe('What did I learn from my mentee?')
    expect(fillNames('Wat heb ik van {mentee} geleerd?', nobody, 'nl', 'mine')).toBe('Wat heb ik van mijn mentee geleerd?')
    expect(fillNames('Apa yang saya pelajari dari {mentee}?', nobody, 'id', 'mine')).toBe('Apa yang saya pelajari dari mentee saya?')
  })

  test('are put in as typed, once, whatever they hold', () => {
    expect(fillNames('{mentor} and {mentee}', { mentor: '{mentee}', mentee: '$& $1' }, 'en')).toBe('{mentee} and $& $1')
  })
})
