/** Paragraphs that stand in a table's cells, put together as the table again. */

type InCell = { cell?: { row: number; column: number; head: boolean } | undefined }

/** A cell: its paragraphs, each with its place in the whole list. */
export type TableCell<P> = { head: boolean; paragraphs: Array<{ paragraph: P; index: number }> }

export type Stretch<P> =
  | { paragraph: P; index: number; rows: null }
  /** All rows are of one length; what had no words is an empty cell. */
  | { paragraph: null; index: number; rows: Array<Array<TableCell<P>>> }

/** Every paragraph as it comes, those of one table together. A place before the last one begins another table. */
export function withTables<P extends InCell>(paragraphs: readonly P[]): Array<Stretch<P>> {
  const out: Array<Stretch<P>> = []
  let last: { row: number; column: number } | null = null
  for (const [index, paragraph] of paragraphs.entries()) {
    const { cell } = paragraph
    if (cell === undefined) {
      out.push({ paragraph, index, rows: null })
      last = null
      continue
    }
    const goesOn = last !== null && (cell.row > last.row || (cell.row === last.row && cell.column >= last.column))
    let table = goesOn ? out.at(-1) : undefined
    if (table === undefined || table.rows === null) {
      table = { paragraph: null, index, rows: [] }
      out.push(table)
      last = null
    }
    if (last?.row !== cell.row) table.rows.push([])
    const row = table.rows.at(-1) ?? []
    while (row.length <= cell.column) row.push({ head: cell.head, paragraphs: [] })
    row[cell.column]?.paragraphs.push({ paragraph, index })
    last = cell
  }
  for (const { rows } of out) {
    if (rows === null) continue
    const columns = Math.max(...rows.map((row) => row.length))
    for (const row of rows) while (row.length < columns) row.push({ head: row.at(-1)?.head === true, paragraphs: [] })
  }
  return out
}
