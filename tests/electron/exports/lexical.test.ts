import { expect, test } from 'vitest'
import { paragraphsOf, plainParagraph } from '../../../electron/exports/lexical.ts'
import { Paragraph } from '../../../shared/exporting.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { paragraph, richText, text } from './sample.ts'

const listItem = (words: string, rest: Record<string, unknown> = {}) => ({ type: 'listitem', children: [text(words)], ...rest })

test('paragraphs, headings, quotes and lists keep their kind, bold and italic', () => {
  const written = richText(
    { type: 'heading', tag: 'h2', children: [text('A head')] },
    paragraph(text('plain '), text('bold', 1), text('both', 3)),
    { type: 'quote', children: [text('said')] },
    { type: 'list', listType: 'number', children: [listItem('one'), listItem('two')] },
    { type: 'list', listType: 'check', children: [listItem('yes', { checked: true }), listItem('no')] },
  )

  expect(paragraphsOf(written)).toEqual([
    { style: 'heading', indent: 0, runs: [{ text: 'A head' }] },
    { style: 'plain', indent: 0, runs: [{ text: 'plain ' }, { text: 'bold', bold: true }, { text: 'both', bold: true, italic: true }] },
    { style: 'quote', indent: 0, runs: [{ text: 'said' }] },
    { style: 'number', indent: 0, runs: [{ text: 'one' }] },
    { style: 'number', indent: 0, runs: [{ text: 'two' }] },
    { style: 'ticked', indent: 0, runs: [{ text: 'yes' }] },
    { style: 'unticked', indent: 0, runs: [{ text: 'no' }] },
  ])
})

test('a list inside a list stands one step in', () => {
  const written = richText({ type: 'list', listType: 'bullet', children: [
    listItem('outer'),
    { type: 'listitem', children: [{ type: 'list', listType: 'number', children: [listItem('inner')] }] },
    listItem('outer again'),
  ] })

  expect(paragraphsOf(written).map(({ style, indent }) => [style, indent])).toEqual([['bullet', 0], ['number', 1], ['bullet', 0]])
})

test('empty lines go, line breaks within a paragraph stay', () => {
  const written = richText(paragraph(), paragraph(text('one'), { type: 'linebreak' }, text('two')), paragraph(text('  ')))

  expect(paragraphsOf(written)).toEqual([{ style: 'plain', indent: 0, runs: [{ text: 'one\ntwo' }] }])
})

test('a link is its words, and a node of a later version is its words', () => {
  const written = richText(
    paragraph(text('see '), { type: 'link', url: 'https://example.org/secret', children: [text('this page')] }, { type: 'mention', children: [text(' and Budi')] }),
    { type: 'table', children: [{ type: 'tablerow', children: [{ type: 'tablecell', children: [paragraph(text('cell'))] }] }] },
    { type: 'sparkle', text: 'glitter', children: [] },
  )

  const words = paragraphsOf(written).map(({ runs }) => runs.map((run) => run.text).join(''))
  expect(words).toEqual(['see this page and Budi', 'cell', 'glitter'])
  expect(JSON.stringify(words)).not.toContain('example.org')
})

test('very long words are split within the bounds of the contract, never through a character', () => {
  const long = '😀'.repeat(150_000)

  const [only] = paragraphsOf(richTextFromPlain(long))
  const typed = plainParagraph(long)

  for (const paragraph of [only, typed]) {
    const { runs } = Paragraph.parse(paragraph)
    expect(runs.map((run) => run.text).join('')).toBe(long)
    for (const run of runs) expect(run.text.isWellFormed()).toBe(true)
  }
})

test('a paragraph of very many pieces becomes several that the contract takes', () => {
  const written = richText(paragraph(...Array.from({ length: 12_001 }, (_, index) => text('x', index % 2))))

  const paragraphs = paragraphsOf(written)

  expect(paragraphs.length).toBe(3)
  for (const each of paragraphs) Paragraph.parse(each)
})

test('a link to another item is the words that stand in the text, in its line, and never what the item is called now', () => {
  const link = { type: 'item-link', version: 1, item: '11111111-1111-4111-8111-111111111111', text: 'the budget talk' }

  expect(paragraphsOf(richText(paragraph(text('As I said in '), link, text('.'))))).toEqual([{ style: 'plain', indent: 0, runs: [{ text: 'As I said in the budget talk.' }] }])
})
