import { describe, expect, test } from 'vitest'
import { BoundaryQuestion } from '../../shared/agreement.ts'
import { Language } from '../../shared/language.ts'
import { boundaryChoices } from '../../shared/rules/middle-ground.ts'
import { middleGroundTexts } from '../../shared/texts/middle-ground-all.ts'

/** Every string with the place it stands in. */
function leaves(value: unknown, path = ''): Array<[path: string, text: string]> {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort()

describe.each(Language.options)('the words of the middle ground in %s', (language) => {
  const all = leaves(middleGroundTexts[language])
  const english = new Map(leaves(middleGroundTexts.en))

  test('stand in the same places as the English ones, with the same placeholders', () => {
    expect(all.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted())
    for (const [path, text] of all) expect(placeholders(text), path).toEqual(placeholders(english.get(path) ?? ''))
  })

  test('leave none empty, carry no exclamation mark, and keep to the glossary', () => {
    for (const [path, text] of all) {
      expect(text.trim(), path).toBe(text)
      expect(text, path).not.toBe('')
      expect(text, path).not.toContain('!')
      expect(text, path).not.toMatch(/promis|belofte|beloof|contract|kontrak|\bpartner|please/i)
    }
  })

  test('have a word for each choice, and no two the same', () => {
    for (const question of BoundaryQuestion.options) {
      const { choices } = middleGroundTexts[language].questions[question]
      expect(Object.keys(choices).toSorted()).toEqual([...boundaryChoices[question].names].toSorted())
      expect(new Set(Object.values(choices)).size).toBe(Object.keys(choices).length)
    }
  })
})
