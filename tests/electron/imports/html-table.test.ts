import { describe, expect, test } from 'vitest'
import { htmlBlocks } from '../../../electron/imports/html.ts'
import { mostCells } from '../../../electron/imports/html-table.ts'
import type { Losses } from '../../../electron/imports/model.ts'
import { plainText, RichText } from '../../../shared/rich-text.ts'
import type { RichNode } from '../../../shared/rich-text.ts'

function read(source: string) {
  const losses: Losses = new Map()
  const blocks = htmlBlocks(source, losses)
  const root = { type: 'root', version: 1, children: blocks }
  // What is longer is cut between blocks.
  for (const block of blocks) RichText.parse({ root: { ...root, children: [block] } })
  return { blocks, lost: losses.get('table') ?? 0, words: plainText({ root }), types: blocks.map(({ type }) => type) }
}

const words = (node: RichNode) => plainText({ root: node })
/** Each cell's words, row by row; the head rows begin with a sharp. */
const grid = (table: RichNode | undefined) => (table?.children ?? []).map((row) => (row.children ?? []).map((cell) => `${cell['headerState'] === 1 ? '#' : ''}${words(cell)}`))
const cellsIn = (node: RichNode): number => (node.type === 'tablecell' ? 1 : 0) + (node.children ?? []).reduce((sum, child) => sum + cellsIn(child), 0)

describe('a table in HTML', () => {
  test('comes in as a table, its head as a head, between what stood around it', () => {
    const { blocks, types, lost } = read('<p>Before</p><table><caption>What</caption><thead><tr><th>Day</th><th>Hours</th></tr></thead><tbody><tr><td>Mon</td><td><b>4</b></td></tr><tr><td>Tue</td></tr></tbody></table>After')

    expect(types).toEqual(['paragraph', 'paragraph', 'table', 'paragraph'])
    expect(grid(blocks[2])).toEqual([['#Day', '#Hours'], ['Mon', '4'], ['Tue', '']])
    expect(JSON.stringify(blocks[2])).toContain('"text":"4","format":1')
    expect(lost).toBe(0)
  })

  test('without head cells has none; ends that nobody wrote are where the next thing begins', () => {
    expect(grid(read('<table><tr><td>a<td>b<tr><td>c<td>d').blocks[0])).toEqual([['a', 'b'], ['c', 'd']])
    expect(grid(read('<table><td>a</td><td>b</td></table>').blocks[0])).toEqual([['a', 'b']])
  })

  test('keeps paragraphs and lists in a cell, and what was begun in one ends with it', () => {
    const { blocks } = read('<table><tr><td><p>One</p><p>Two</p></td><td><ul><li>x<li>y</td></tr><tr><td><h2>Head</td><td>plain</td></tr></table><p>out</p>')

    expect(blocks[0]?.children?.[0]?.children?.map((cell) => cell.children?.map(({ type }) => type))).toEqual([['paragraph', 'paragraph'], ['list']])
    expect(blocks[0]?.children?.[1]?.children?.map((cell) => cell.children?.map(({ type }) => type))).toEqual([['heading'], ['paragraph']])
    expect(blocks[1]?.type).toBe('paragraph')
  })

  test('with cells over several columns or rows keeps each word in its column', () => {
    const source = '<table><tr><th colspan="2">Both</th><th>Third</th></tr><tr><td rowspan=2>Two rows</td><td>b</td><td>c</td></tr><tr><td>e</td><td>f</td></tr><tr><td>g</td><td>h</td><td>i</td></tr></table>'

    expect(grid(read(source).blocks[0])).toEqual([['#Both', '#', '#Third'], ['Two rows', 'b', 'c'], ['', 'e', 'f'], ['g', 'h', 'i']])
  })

  test('that only lays out a page leaves its blocks as they are, a table inside it too', () => {
    const laid = read('<table><tr><td><h1>Title</h1><ul><li>a</li></ul><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>')

    expect(laid.types).toEqual(['heading', 'list', 'table'])
    expect(laid.lost).toBe(0)
    expect(read('<table><tr><td>menu</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>').types).toEqual(['paragraph', 'table'])
  })

  test('inside a cell of another is lines there, and is counted as lost', () => {
    const { blocks, lost } = read('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>')

    expect(grid(blocks[0])).toEqual([['a', 'b'], ['c', '1 · 2\n3 · 4']])
    expect([blocks.length, lost]).toEqual([1, 1])
  })

  test('inside a list or a quotation is lines', () => {
    for (const source of ['<ul><li>x<table><tr><td>1</td><td>2</td></tr></table></li></ul>', '<blockquote><table><tr><td>1</td><td>2</td></tr></table></blockquote>']) {
      const { words, lost, types } = read(source)
      expect(words).toContain('1 · 2')
      expect([lost, types.includes('table')]).toEqual([1, false])
    }
  })

  test('without a word in it leaves nothing', () => {
    expect(read('<table><tr><td> </td><td>&nbsp;</td></tr></table>').blocks).toEqual([])
    expect(read('<table></table></table></td></tr><tr><td>').blocks).toEqual([])
  })
})

describe('hostile tables', () => {
  test('too wide, or of too many cells in all, are lines with every word', () => {
    const wide = read(`<table><tr>${Array.from({ length: 30 }, (_, n) => `<td>w${n}</td>`).join('')}</tr></table>`)
    expect([wide.types, wide.lost]).toEqual([['paragraph'], 1])
    expect(wide.words).toContain('w0 · w1')
    expect(wide.words).toContain('w29')

    const rows = `<table>${'<tr><td>a<td>b'.repeat(6000)}</table>`
    const many = read(rows.repeat(3))
    expect(many.lost).toBe(2)
    expect(many.blocks.reduce((sum, block) => sum + cellsIn(block), 0)).toBeLessThanOrEqual(mostCells)
    // The row it was cut off in stands over two lines.
    expect(many.words.match(/a [|·] b|a\nb/g)).toHaveLength(18_000)
  })

  test('one word in the last of many places costs no more than its place', () => {
    const sparse = read(`<table><tr>${'<td>'.repeat(19)}<td>x</tr>${'<tr><td>y'.repeat(5000)}</table>`.repeat(4))

    expect(sparse.blocks.reduce((sum, block) => sum + cellsIn(block), 0)).toBeLessThanOrEqual(mostCells)
    expect(read(`<table><tr><td colspan=9999 rowspan=9999>x<td>y</tr>${'<tr><td>z'.repeat(50)}</table>`).words.match(/z/g)).toHaveLength(50)
  })

  test('within each other, a thousand deep or never closed, keep their words and end in good time', () => {
    for (const source of ['<table><tr><td>'.repeat(5000) + 'deep' + '</td></tr></table>'.repeat(5000), '<table>'.repeat(100_000) + 'deep', '<td>'.repeat(100_000) + 'deep', '<table><tr><td>a<td>'.repeat(12) + 'deep']) {
      expect(read(source).words).toContain('deep')
    }
  })

  test('with more lists in a cell than one text can hold leave them as lists', () => {
    const { types, words } = read(`<table>${`<tr><td>a<td>${'<p>x'.repeat(400)}`.repeat(60)}</table>`)

    expect(words.match(/x/g)).toHaveLength(24_000)
    expect(types).not.toContain('table')
  })

  test('with a book in each cell keep it, cell by cell', () => {
    const book = 'word '.repeat(30_000)
    const { words, types } = read(`<table><tr><td>${book}<td>${book}</table>`)

    expect(words.match(/word/g)).toHaveLength(60_000)
    expect(types).not.toContain('table')
  })
})
