/** What every table of texts keeps to, in each language; its own file adds what only that table must. */
import { describe, expect, test } from 'vitest'
import { Language } from '../../shared/language.ts'

/** Every string with the place it stands in: "topics.place". */
export function leaves(value: unknown, path = ''): Array<[path: string, text: string]> {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].flatMap(([, name]) => name ?? []))].toSorted()
}

/** Tests of a table: the same places and placeholders in each language, no string empty or loud, the glossary's words. */
export function testTextTable(what: string, table: Record<Language, unknown>): void {
  describe.each(Language.options)(`${what} in %s`, (language) => {
    const all = leaves(table[language])
    const english = new Map(leaves(table.en))

    test('stand in the same places as the English ones, with the same placeholders', () => {
      expect(all.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted())
      for (const [path, text] of all) expect(placeholders(text), path).toEqual(placeholders(english.get(path) ?? ''))
    })

    test('leave none empty, carry no exclamation mark, and keep to the glossary', () => {
      for (const [path, text] of all) {
        expect(text.trim(), path).toBe(text)
        expect(text, path).not.toBe('')
        expect(text, path).not.toContain('!')
        expect(text, path).not.toMatch(/promis|belofte|beloof|\bjanji|contract|kontrak|\bpartner|please/i)
      }
    })
  })
}
