/** A table as it is read from HTML, row by row and cell by cell, and what becomes of it. */
import { plainText } from '../../shared/rich-text.ts'
import type { RichNode } from '../../shared/rich-text.ts'
import { paragraph, tablesOf, widestTable } from './blocks.ts'

/** Tables within tables: deeper ones are read as the lines of the cell they stand in. */
export const deepestTable = 8
/** Cells of all tables of one text, the empty ones too: a sign or two of markup makes one. */
export const mostCells = 20_000
/** With more in it than this it is taken apart, as no text of ours could hold it in one piece. */
const longestWords = 200_000
const mostNodes = 30_000

export type HtmlTable = {
  rows: RichNode[][][]
  /** What the words go into; null between cells. */
  cell: RichNode[] | null
  /** The first row of each column that no cell from above reaches into. */
  freeFrom: number[]
  /** Cells of the first row that are no heads. */
  plainHeads: number
}

export const newTable = (): HtmlTable => ({ rows: [], cell: null, freeFrom: [], plainHeads: 0 })

export function beginRow(table: HtmlTable): void {
  table.rows.push([])
}

/** Begin a cell in the next free place; of the places it takes, its words stand in the first. Answers with how many places that made. */
export function beginCell(table: HtmlTable, attributes: string, head: boolean): number {
  if (table.rows.length === 0) beginRow(table)
  const [row, at] = [table.rows.at(-1) ?? [], table.rows.length - 1]
  const before = row.length
  if (at === 0 && !head) table.plainHeads += 1
  while ((table.freeFrom[row.length] ?? 0) > at) row.push([])
  const [across, down] = [spanOf('colspan', attributes), spanOf('rowspan', attributes)]
  table.cell = []
  for (let column = 0; column < across; column += 1) {
    if (down > 1) table.freeFrom[row.length] = at + down
    row.push(column === 0 ? table.cell : [])
  }
  return row.length - before
}

function spanOf(name: string, attributes: string): number {
  const span = Number(new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,4})`).exec(attributes)?.[1] ?? 1)
  return Math.min(Math.max(span, 1), widestTable + 1)
}

/**
 * What a table that was read to its end becomes: a table of ours; the blocks of
 * its cells one after the other where it only laid out a page; or its rows as
 * lines, where it is wider or larger than we take, or was cut off for that.
 * `cells` is how many it uses, beside those `used`.
 */
export function endTable({ rows: all, plainHeads }: HtmlTable, used: number, cutOff: boolean): { blocks: RichNode[]; cells: number; lost: boolean } {
  const rows = all.filter((row) => row.some((cell) => cell.length > 0)).map((row) => row.slice(0, row.findLastIndex((cell) => cell.length > 0) + 1))
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const holdsTable = rows.some((row) => row.some((cell) => cell.some((block) => block.type === 'table')))
  const inOrder = () => rows.flatMap((row) => row.flat())
  // Its last cell has the rest, line by line.
  if (cutOff) return { blocks: rows.flatMap((row) => row === rows.at(-1) ? row.flat() : asLine(row)), cells: 0, lost: true }
  if (columns < 2 || (rows.length === 1 && holdsTable)) return { blocks: inOrder(), cells: 0, lost: false }
  const length = rows.reduce((sum, row) => sum + row.reduce((inRow, cell) => inRow + wordsIn(cell).length, 0), 0)
  const nodes = rows.reduce((sum, row) => sum + row.reduce((inRow, cell) => inRow + nodesIn(cell), 0), 0)
  if (length > longestWords || nodes > mostNodes) return { blocks: inOrder(), cells: 0, lost: true }
  const cells = rows.length * columns
  if (columns > widestTable || used + cells > mostCells) return { blocks: rows.flatMap(asLine), cells: 0, lost: true }
  const flat = holdsTable ? rows.map((row) => row.map((cell) => cell.flatMap(withoutTables))) : rows
  return { blocks: tablesOf(flat, plainHeads === 0 && all[0]?.some((cell) => cell.length > 0) === true), cells, lost: holdsTable }
}

const nodesIn = (blocks: readonly RichNode[]): number => blocks.reduce((sum, block) => sum + 1 + nodesIn(block.children ?? []), 0)

const wordsIn = (blocks: readonly RichNode[]) => blocks.map((block) => plainText({ root: block })).join('\n')

/** A row as one line of words. */
function asLine(row: ReadonlyArray<readonly RichNode[]>): RichNode[] {
  const words = row.map((cell) => wordsIn(cell).replaceAll('\n', ' ')).filter((text) => text !== '').join(' · ')
  return words === '' ? [] : [paragraph([{ text: words, format: 0 }])]
}

/** A cell of ours holds no table: the rows of one in it are lines. */
function withoutTables(block: RichNode): RichNode[] {
  if (block.type !== 'table') return [block]
  return (block.children ?? []).flatMap((row) => asLine((row.children ?? []).map((cell) => [cell])))
}
