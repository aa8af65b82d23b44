import { expect, test } from 'vitest'
import {
  countWords, emptyRichText, plainText, RichText, richTextFromPlain, richTextMaxCharacters, richTextMaxDepth, richTextMaxParts,
} from '../../shared/rich-text.ts'
import type { RichNode } from '../../shared/rich-text.ts'
import { stopwatch } from '../helpers/took.ts'

const text = (words: string): RichNode => ({ type: 'text', version: 1, text: words })
const accepts = (value: unknown) => RichText.safeParse(value).success
const withRoot = (...children: unknown[]) => ({ root: { type: 'root', version: 1, children } })

function nested(depth: number): RichNode {
  let node: RichNode = text('inmost')
  for (let level = 0; level < depth; level += 1) node = { type: 'list', children: [node] }
  return node
}

test('plain words become a paragraph a line and come back as they were', () => {
  const plain = 'One line\nand another\n\nafter a gap'

  const rich = richTextFromPlain(plain)

  expect(accepts(rich)).toBe(true)
  expect(plainText(rich)).toBe('One line\nand another\nafter a gap')
  expect(plainText(emptyRichText())).toBe('')
})

test('a node of a kind this version does not know is kept as it is, and its words are read', () => {
  const later = withRoot({ type: 'sketch', version: 9, strokes: [[1, 2], [3, 4]], caption: 'x', children: [text('beside the sketch')] })

  const parsed = RichText.parse(structuredClone(later))

  expect(parsed).toEqual(later)
  expect(plainText(parsed)).toBe('beside the sketch')
})

test('lists are nested as deep as people nest them, and no deeper', () => {
  expect(accepts(withRoot(nested(richTextMaxDepth - 1)))).toBe(true)
  expect(accepts(withRoot(nested(richTextMaxDepth)))).toBe(false)
})

test('ten thousand lists within lists are refused without running out of stack', () => {
  expect(accepts(withRoot(nested(10_000)))).toBe(false)
})

test('depth hidden in an attribute is refused too', () => {
  let attribute: unknown = 1
  for (let level = 0; level < 100_000; level += 1) attribute = [attribute]

  expect(accepts(withRoot({ type: 'paragraph', style: attribute }))).toBe(false)
  expect(accepts({ ...withRoot(), beside: attribute })).toBe(false)
})

test('a hundred megabytes of text are refused at once', () => {
  const piece = 'x'.repeat(1_000_000)
  const took = stopwatch()

  expect(accepts(withRoot(...Array.from({ length: 100 }, () => text(piece))))).toBe(false)
  expect(accepts(withRoot({ type: 'paragraph', style: 'x'.repeat(100_000_000) }))).toBe(false)
  expect(took()).toBeLessThan(2_000)
})

test('the longest text that is allowed is allowed', () => {
  const words = richTextMaxCharacters - 1_000

  expect(accepts(withRoot(text('x'.repeat(words))))).toBe(true)
  expect(accepts(withRoot(text('x'.repeat(richTextMaxCharacters + 1))))).toBe(false)
})

test('a small message that unfolds into endlessly many nodes is refused at once', () => {
  let shared: RichNode = text('again')
  for (let level = 0; level < 60; level += 1) shared = { type: 'list', children: [shared, shared] }
  const circle: RichNode = { type: 'list', children: [] }
  circle.children = [circle, circle]
  const took = stopwatch()

  expect(accepts(withRoot(shared))).toBe(false)
  expect(accepts(withRoot(circle))).toBe(false)
  expect(accepts(withRoot({ type: 'list', children: Array.from({ length: richTextMaxParts + 1 }, () => null) }))).toBe(false)
  expect(took()).toBeLessThan(2_000)
})

test.each([
  ['nothing', undefined], ['null', null], ['a string', 'words'], ['a list', []], ['no root', {}], ['an empty root', { root: null }],
  ['a root without a type', { root: { children: [] } }],
  ['a child that is no node', withRoot('words')],
  ['a child that is a list', withRoot([text('x')])],
  ['children that are no list', withRoot({ type: 'paragraph', children: { 0: text('x') } })],
  ['text that is no text', withRoot({ type: 'text', text: 5 })],
  ['a number no JSON knows', withRoot({ type: 'text', text: 'x', format: 5n })],
  ['a map', withRoot({ type: 'text', text: 'x', detail: new Map() })],
  ['a date', withRoot({ type: 'text', text: 'x', detail: new Date(0) })],
  ['a list with gaps', withRoot({ type: 'text', text: 'x', detail: Array(1_000_000_000) })],
  ['children with gaps', withRoot({ type: 'list', children: Array(1_000_000_000) })],
  ['bytes', withRoot({ type: 'text', text: 'x', detail: new Uint8Array(4) })],
])('%s is no text', (_what, value) => {
  expect(accepts(value)).toBe(false)
})

test('whatever is accepted can be written as JSON and read back', () => {
  const odd = withRoot({ type: 'text', text: '\uD800 lone, \u0000 nought, 👩🏽‍🏫', format: Number.NaN, mode: undefined, list: [null, true] })

  expect(accepts(odd)).toBe(true)
  expect(accepts(JSON.parse(JSON.stringify(odd)))).toBe(true)
})

test('words are counted as a reader counts them, in each language', () => {
  expect(countWords('')).toBe(0)
  expect(countWords("I don't know. It's half-past ten!")).toBe(6)
  expect(countWords('Zo’n gesprek van twee uur, co-mentor')).toBe(6)
  expect(countWords('Teman-teman bertemu pukul 10.30')).toBe(4)
})

test('a line break within a paragraph separates lines for search', () => {
  const rich = RichText.parse(withRoot({ type: 'paragraph', children: [text('first'), { type: 'linebreak' }, text('second')] }))

  expect(plainText(rich)).toBe('first\nsecond')
})
