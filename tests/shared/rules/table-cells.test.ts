import { expect, test } from 'vitest'
import { withTables } from '../../../shared/rules/table-cells.ts'

const at = (row: number, column: number, words: string) => ({ words, cell: { row, column, head: row === 0 } })
const read = (all: Array<{ words: string; cell?: { row: number; column: number; head: boolean } }>) => withTables(all).map(({ paragraph, rows }) =>
  rows === null ? paragraph.words : rows.map((row) => row.map((cell) => cell.paragraphs.map((each) => `${each.index}${each.paragraph.words}`).join('+'))))

test('cells stand in their rows, several paragraphs in one, and gaps are empty', () => {
  expect(read([{ words: 'x' }, at(0, 0, 'a'), at(0, 2, 'b'), at(1, 1, 'c'), at(1, 1, 'd'), at(4, 0, 'e'), { words: 'y' }])).toEqual([
    'x', [['1a', '', '2b'], ['', '3c+4d', ''], ['5e', '', '']], 'y',
  ])
})

test('a place that was passed begins another table, and so does a line between', () => {
  expect(read([at(0, 0, 'a'), at(1, 0, 'b'), at(0, 0, 'c'), { words: 'x' }, at(2, 0, 'd')])).toEqual([[['0a'], ['1b']], [['2c']], 'x', [['4d']]])
})

test('nothing is nothing', () => {
  expect(read([])).toEqual([])
})
