import { describe, expect, test } from 'vitest'
import { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import { checklist, phases } from '../../shared/rules/phases.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'

/** Every string with the place it stands in: "phases.1.name". */
function leaves(value: unknown, path = ''): Array<[path: string, text: string]> {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort()

describe.each(Language.options)('the words of the path in %s', (language) => {
  const all = leaves(pathTexts[language])
  const english = new Map(leaves(pathTexts.en))

  test('stand in the same places as the English ones, with the same placeholders', () => {
    expect(all.map(([path]) => path)).toEqual([...english.keys()])
    for (const [path, text] of all) expect(placeholders(text), path).toEqual(placeholders(english.get(path) ?? ''))
  })

  test('leave none empty, carry no exclamation mark, and keep to the glossary', () => {
    for (const [path, text] of all) {
      expect(text.trim(), path).toBe(text)
      expect(text, path).not.toBe('')
      expect(text, path).not.toContain('!')
      expect(text, path).not.toMatch(/promis|belofte|beloof|\bjanji|contract|kontrak|\bpartner/i)
    }
  })

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
