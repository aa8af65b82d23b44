import { describe, expect, test } from 'vitest'
import { Language } from '../../shared/language.ts'
import { meetingTexts } from '../../shared/texts/meeting-all.ts'
import { texts } from '../../shared/texts/texts.ts'

/** Every string with the place it stands in: "parts.know". */
function leaves(value: unknown, path = ''): Array<[path: string, text: string]> {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].toSorted()

describe.each(Language.options)('the words of the first meeting in %s', (language) => {
  const all = leaves(meetingTexts[language])
  const english = new Map(leaves(meetingTexts.en))

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

  test('ask the four questions of the first meeting as everywhere else', () => {
    const { gain, ease, learn, goals } = meetingTexts[language].questions

    expect([gain, ease, learn, goals]).toEqual([...texts[language].firstMeeting])
  })

  test('ask in questions', () => {
    const { questions, own, thoughts } = meetingTexts[language]
    for (const [path, text] of leaves({ questions, own, thoughts })) expect(text, path).toMatch(/\?$/)
  })
})
