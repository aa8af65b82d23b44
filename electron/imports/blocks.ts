/** Our own text, built from what was read: only the nodes that the editor knows. */
import type { RichNode, RichText } from '../../shared/rich-text.ts'

export const bold = 1
export const italic = 2

/** Deeper lists are drawn at this depth; no word is left out. */
const deepestList = 6
/** Longer tables are cut into several too, and wider ones are no tables of ours. */
const longestTable = 500
export const widestTable = 20
/** Longer lists are cut into several, so that a long text can be cut between blocks. */
const longestList = 500

/** A stretch of words in one look; a line break is one of its own. */
export type Piece = { text: string; format: number } | 'break'

export type ListType = 'bullet' | 'number' | 'check'
export type ListLine = { level: number; type: ListType; checked: boolean; start: number; pieces: Piece[] }

const element = { version: 1, direction: null, format: '', indent: 0 }

export function paragraph(pieces: readonly Piece[]): RichNode {
  return { type: 'paragraph', ...element, textFormat: 0, textStyle: '', children: inlineNodes(pieces) }
}

/** The sheet has the first level itself: ours are the second and the third. Words in it are bold by being there. */
export function heading(level: number, pieces: readonly Piece[]): RichNode {
  const children = inlineNodes(pieces.map((piece) => (piece === 'break' ? { text: ' ', format: 0 } : { ...piece, format: piece.format & italic })))
  return { type: 'heading', ...element, tag: level <= 1 ? 'h2' : 'h3', children }
}

export function quote(pieces: readonly Piece[]): RichNode {
  return { type: 'quote', ...element, children: inlineNodes(pieces) }
}

/** A table, the first row its head; cut between rows where it is very long. */
export function tables(rows: ReadonlyArray<ReadonlyArray<readonly Piece[]>>): RichNode[] {
  return tablesOf(rows.map((row) => row.map((pieces) => [paragraph(pieces)])), true)
}

/** The same of cells that hold blocks; a cell that is not there is an empty one. */
export function tablesOf(rows: ReadonlyArray<ReadonlyArray<readonly RichNode[]>>, hasHead: boolean): RichNode[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const cell = (blocks: readonly RichNode[] = [], head: boolean): RichNode =>
    ({ type: 'tablecell', ...element, headerState: head ? 1 : 0, colSpan: 1, rowSpan: 1, backgroundColor: null, children: blocks.length === 0 ? [paragraph([])] : [...blocks] })
  const out: RichNode[] = []
  for (let start = 0; start < rows.length; start += longestTable) {
    out.push({
      type: 'table', ...element, children: rows.slice(start, start + longestTable).map((row, index) => ({
        type: 'tablerow', ...element, children: Array.from({ length: columns }, (_, column) => cell(row[column], hasHead && start + index === 0)),
      })),
    })
  }
  return out
}

/** Lines with their levels, as nested lists. */
export function lists(lines: readonly ListLine[]): RichNode[] {
  const out: RichNode[] = []
  for (let start = 0; start < lines.length; start += longestList) out.push(...nest(lines.slice(start, start + longestList)))
  return out
}

function nest(lines: readonly ListLine[]): RichNode[] {
  const outer: RichNode[] = []
  const open: Array<{ list: RichNode; level: number; type: ListType }> = []
  const append = (list: RichNode, item: RichNode) => { (list.children ??= []).push({ ...item, value: Number(list['start']) + list.children.length }) }
  for (const line of lines) {
    const level = Math.min(line.level, open.length === 0 ? 1 : (open.at(-1)?.level ?? 0) + 1, deepestList)
    while ((open.at(-1)?.level ?? 0) > level || (open.at(-1)?.level === level && open.at(-1)?.type !== line.type)) open.pop()
    let top = open.at(-1)
    if (top === undefined || top.level < level) {
      const list: RichNode = { type: 'list', ...element, listType: line.type, start: line.type === 'number' ? line.start : 1, tag: line.type === 'number' ? 'ol' : 'ul', children: [] }
      if (top === undefined) outer.push(list)
      else append(top.list, { type: 'listitem', ...element, children: [list] })
      top = { list, level, type: line.type }
      open.push(top)
    }
    append(top.list, { type: 'listitem', ...element, ...(line.type === 'check' && { checked: line.checked }), children: inlineNodes(line.pieces) })
  }
  return outer
}

export function rootOf(blocks: RichNode[]): RichText {
  return { root: { type: 'root', ...element, children: blocks.length === 0 ? [paragraph([])] : blocks } }
}

/** Control characters mean nothing in a text and upset what reads it later; half a character is none. */
const clean = (text: string) => text.replaceAll('\t', '    ').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff\u2028\u2029]/g, '').toWellFormed()

/** Pieces of one look that touch become one; spaces and breaks at both ends go, a line's own indent stays. */
function inlineNodes(pieces: readonly Piece[]): RichNode[] {
  const nodes: RichNode[] = []
  for (const piece of pieces) {
    const last = nodes.at(-1)
    if (piece === 'break') {
      if (last === undefined) continue
      if (last.text !== undefined) last.text = last.text.trimEnd()
      nodes.push({ type: 'linebreak', version: 1 })
      continue
    }
    const text = last === undefined ? clean(piece.text).trimStart() : clean(piece.text)
    if (text === '') continue
    if (last?.text !== undefined && last['format'] === piece.format) last.text += text
    else nodes.push({ type: 'text', version: 1, text, format: piece.format, detail: 0, mode: 'normal', style: '' })
  }
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    if (last.text !== undefined) last.text = last.text.trimEnd()
    if (last.type === 'linebreak' || last.text === '') nodes.pop()
    else break
  }
  return nodes.filter((node) => node.text !== '')
}

/** Nothing but words: each line as it stands, blank lines between paragraphs. */
export function plainBlocks(text: string): RichNode[] {
  const blocks: RichNode[] = []
  let pieces: Piece[] = []
  const close = () => { if (pieces.length > 0) blocks.push(paragraph(pieces)); pieces = [] }
  for (const line of linesOf(text)) {
    if (line.trim() === '') { close(); continue }
    if (pieces.length > 0) pieces.push('break')
    pieces.push({ text: line, format: 0 })
    if (pieces.length > longestParagraph * 2) close()
  }
  close()
  return blocks
}

/** Lines, and characters, after which a paragraph is cut: so that a text can be cut between blocks. */
export const longestParagraph = 1000
export const longestLine = 100_000

/** The lines of a text; one without end is cut where a word ends. */
export function* linesOf(text: string): Generator<string> {
  let start = 0
  while (start <= text.length) {
    let end = text.indexOf('\n', start)
    if (end === -1) end = text.length
    let from = start
    while (end - from > longestLine) {
      const space = text.lastIndexOf(' ', from + longestLine)
      let to = space > from + longestLine / 2 ? space : from + longestLine
      // Never through a character made of two halves.
      if (/[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1
      yield text.slice(from, to)
      from = to
    }
    yield text.slice(from, text.charAt(end - 1) === '\r' ? end - 1 : end)
    start = end + 1
  }
}
