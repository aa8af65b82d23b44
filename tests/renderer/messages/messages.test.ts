import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { Language } from '../../../shared/language.ts'
import { en } from '../../../renderer/messages/en.ts'
import { loadMessages } from '../../../renderer/messages/messages.tsx'

/** Names of the values that a message asks for, at any depth. */
function valuesOf(pattern: string): string[] {
  const names = new Set<string>()
  const visit = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) names.add(part.value)
      if ('options' in part) for (const option of Object.values(part.options)) visit(option.value)
    }
  }
  visit(new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

test.each(Language.options)('[F85] every sentence in %s is there, asks for the same values, and can be filled', async (language) => {
  const table = await loadMessages(language)

  expect(Object.keys(table).sort()).toEqual(Object.keys(en).sort())
  for (const [key, pattern] of Object.entries(table)) {
    expect(pattern.trim(), key).not.toBe('')
    // Indonesian has no plural form, so a count that only chose the form is not asked for.
    expect(valuesOf(pattern).concat('count'), key).toEqual(expect.arrayContaining(valuesOf(en[key as keyof typeof en])))
    expect(valuesOf(en[key as keyof typeof en]), key).toEqual(expect.arrayContaining(valuesOf(pattern)))
  }
})

test.each(Language.options)('no sentence in %s shouts, begs or says "simply"', async (language) => {
  const table = await loadMessages(language)

  for (const [key, pattern] of Object.entries(table)) {
    expect(pattern, key).not.toMatch(/!|\boops\b|\bplease\b|\bsimply\b|\balsjeblieft\b|\bmohon maaf\b/i)
  }
})

test('no key stands in two features: the later one would take the other’s place in silence', () => {
  const folder = new URL('../../../renderer/messages/en/', import.meta.url)
  // The file window has a table of its own.
  const features = readdirSync(folder).filter((name) => name !== 'file-dialog.ts')
  const keys = features.flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1]))

  expect(keys.length).toBe(Object.keys(en).length)
  expect(new Set(keys).size).toBe(keys.length)
})
