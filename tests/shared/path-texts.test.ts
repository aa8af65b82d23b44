import { describe, expect, test } from 'vitest'
import { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import { checklist, phases } from '../../shared/rules/phases.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'
import { testTextTable } from '../helpers/text-tables.ts'

testTextTable('the words of the path', pathTexts)

describe.each(Language.options)('the words of the path in %s', (language) => {
  test('have a line for every line of both checklists', () => {
    const lines = (['mentor', 'mentee'] as const).flatMap((role) => phases.flatMap((phase) => checklist(role, phase)))

    expect(Object.keys(pathTexts[language].lines).toSorted()).toEqual(lines.toSorted())
  })

  test('give ten reasons, each with a question of its own', () => {
    const { reasons } = pathTexts[language]

    expect(reasons).toHaveLength(10)
    expect(new Set(reasons.map(({ prompt }) => prompt)).size).toBe(10)
    for (const { prompt } of reasons) expect(prompt).toMatch(/\?$/)
  })

  test('can be filled', () => {
    const { exam, letter, candidate } = pathTexts[language]
    for (const text of [exam.lookingFor, ...Object.values(exam.said), letter.greeting, letter.why, candidate.why]) {
      expect(formatMessage(language, text, { what: 'this', name: 'Sari' })).not.toMatch(/[{}]/)
    }
  })
})
