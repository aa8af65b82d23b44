/** Tables in copied plain text: from a spreadsheet, with tabs, or in Markdown. */
import type { RichNode } from '../../shared/rich-text.ts'
import { tableOf, textNode } from './stored-text.ts'

/** Wider ones stay words: no sheet shows them. */
export const mostPastedColumns = 20

const words = (text: string): RichNode[] => (text.trim() === '' ? [] : [textNode(text.trim().replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ''))])

/** Lines of cells parted by tabs, as many in each; null when they are not. */
export function tabbedTable(text: string): RichNode | null {
  const rows = text.replace(/\n+$/, '').split('\n').map((line) => line.split('\t'))
  const columns = rows[0]?.length ?? 0
  // Lines that all begin with a tab are indented, not a table.
  const fits = rows.length > 1 && columns > 1 && columns <= mostPastedColumns && rows.every((row) => row.length === columns) && rows.some(([first]) => first?.trim() !== '')
  return fits ? tableOf(rows.map((row) => row.map(words)), false) : null
}

const cellsOf = (line: string) => line.trim().replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))

/** A table at the start of these lines, and how many lines it takes; null when there is none. */
export function markdownTable(lines: readonly string[]): { table: RichNode; lines: number } | null {
  const [head, rule] = [lines[0] ?? '', lines[1] ?? '']
  const columns = cellsOf(head).length
  const fits = head.includes('|') && rule.includes('-') && cellsOf(rule).every((cell) => /^:?-+:?$/.test(cell)) && cellsOf(rule).length === columns && columns > 1 && columns <= mostPastedColumns
  if (!fits) return null
  const end = lines.findIndex((line, index) => index > 1 && !line.includes('|'))
  const rows = lines.slice(2, end === -1 ? undefined : end)
  return { table: tableOf([head, ...rows].map((line) => cellsOf(line).slice(0, columns).map(words)), true), lines: rows.length + 2 }
}
