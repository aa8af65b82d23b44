import { expect, test } from 'vitest'
import type { KindAndBody } from '../../../shared/item.ts'
import { emptyRichText, richTextFromPlain } from '../../../shared/rich-text.ts'
import { titleOf, wordsOf } from '../../../shared/rules/title.ts'

const entry = (text: string, prompt: string | null = null): KindAndBody =>
  ({ kind: 'entry', body: { sort: 'reflection', prompt, text: richTextFromPlain(text), raise: false } })

test.each<[string, KindAndBody, string]>([
  ['an entry by its first line', entry('\n  One line.\nAnother.'), 'One line.'],
  ['an empty entry by its prompt', entry('', 'What did I avoid?'), 'What did I avoid?'],
  ['nothing by nothing', { kind: 'note', body: { text: emptyRichText(), who: null } }, ''],
  ['a prep sheet by its first filled field', { kind: 'prep', body: { want: ' ', bring: 'Figures', hard: '' } }, 'Figures'],
  ['an agreement by its version', { kind: 'agreement', body: { version: 2, language: 'id' } }, '2'],
  ['a clause by its first language', { kind: 'clause', body: { group: 'ending', sample: null, texts: { id: 'Kapan saja.', nl: 'Altijd.' }, clear: false } }, 'Altijd.'],
])('%s', (_, content, title) => {
  expect(titleOf(content)).toBe(title)
})

test('a title is cut at a word, or inside one that never ends, and never through a character', () => {
  expect(titleOf(entry('lorem '.repeat(40)))).toMatch(/ lorem…$/)
  expect(titleOf(entry('x'.repeat(500)))).toBe(`${'x'.repeat(120)}…`)
  expect(titleOf(entry(`${'x'.repeat(119)}👩`))).toBe(`${'x'.repeat(119)}…`)
})

test('search reads the text, the prompt and every language of a clause', () => {
  expect(wordsOf(entry('Text.', 'Prompt?'))).toBe('Text.\nPrompt?')
  expect(wordsOf({ kind: 'clause', body: { group: 'ending', sample: null, texts: { id: 'Kapan', en: 'Any time' }, clear: true } })).toBe('Any time\nKapan')
})
