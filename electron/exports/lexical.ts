/**
 * Written text as flat paragraphs: what a review shows, a person edits and every
 * format renders. A node this version does not know becomes its words, so that
 * nothing written is silently left out, and nothing but words gets through.
 */
import type { Paragraph, ParagraphStyle, Run } from '../../shared/exporting.ts'
import type { RichNode, RichText } from '../../shared/rich-text.ts'

/** Bounds of `Run` and `Paragraph` in the contract; longer ones are split, never cut. */
const maxRunCharacters = 200_000
const maxRuns = 5000
const maxIndent = 8
const maxColumn = 99
const maxRow = 100_000

const bold = 1
const italic = 2

const inlineTypes = new Set(['text', 'linebreak', 'tab', 'link', 'autolink', 'hashtag', 'mark', 'overflow', 'code-highlight', 'item-link'])
const blockTypes = new Set(['root', 'paragraph', 'heading', 'quote', 'list', 'listitem', 'code', 'table', 'tablerow', 'tablecell'])

/** In a row, but not yet in one of its cells, the column is -1. */
type Shape = Pick<Paragraph, 'style' | 'indent' | 'cell'>

const plain: Shape = { style: 'plain', indent: 0 }

export function paragraphsOf(text: RichText): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let runs: Run[] = []

  const flush = (shape: Shape): void => {
    for (let start = 0; start < runs.length; start += maxRuns) {
      const part = runs.slice(start, start + maxRuns)
      const { style, indent, cell } = shape
      const fits = cell !== undefined && cell.column >= 0 && cell.column <= maxColumn && cell.row <= maxRow
      if (part.some((run) => run.text.trim() !== '')) paragraphs.push({ style, indent, runs: part, ...(fits && { cell }) })
    }
    runs = []
  }

  const write = (words: string, format: number): void => {
    for (const piece of pieces(words)) {
      const run: Run = { text: piece, ...(format & bold ? { bold: true } : {}), ...(format & italic ? { italic: true } : {}) }
      const last = runs.at(-1)
      if (last !== undefined && last.bold === run.bold && last.italic === run.italic && last.text.length + piece.length <= maxRunCharacters) last.text += piece
      else runs.push(run)
    }
  }

  const visit = (node: RichNode, shape: Shape): void => {
    if (node.type === 'linebreak') write('\n', 0)
    else if (typeof node.text === 'string') write(node.text, typeof node.format === 'number' ? node.format : 0)
    for (const [index, child] of (node.children ?? []).entries()) {
      if (isBlock(child, node)) {
        flush(shape)
        const inner = shapeOf(child, node, shape, index)
        visit(child, inner)
        flush(inner)
      } else visit(child, shape)
    }
  }

  visit(text.root, plain)
  flush(plain)
  return paragraphs
}

/** One paragraph of words typed in a plain field; its line breaks stay line breaks. */
export function plainParagraph(words: string, style: ParagraphStyle = 'plain', format: Omit<Run, 'text'> = {}): Paragraph {
  return { style, indent: 0, runs: [...pieces(words)].map((text) => ({ text, ...format })) }
}

function isBlock(node: RichNode, parent: RichNode): boolean {
  if (inlineTypes.has(node.type)) return false
  if (blockTypes.has(node.type)) return true
  // Unknown: a block where blocks stand, or when it holds some itself (a table, say).
  return parent.type === 'root' || !blockTypes.has(parent.type) || parent.type === 'list'
    || (node.children ?? []).some((child) => isBlock(child, node))
}

function shapeOf(node: RichNode, parent: RichNode, outer: Shape, index: number): Shape {
  switch (node.type) {
    case 'tablerow': return parent.type === 'table' && outer.cell === undefined ? { ...plain, cell: { row: index, column: -1, head: false } } : outer
    case 'tablecell': return outer.cell?.column === -1 ? { ...plain, cell: { ...outer.cell, column: index, head: Number(node['headerState'] ?? 0) > 0 } } : outer
    case 'heading': return { ...outer, style: 'heading', indent: 0 }
    case 'quote': return { ...outer, style: 'quote', indent: 0 }
    case 'list': return { ...outer, indent: parent.type === 'listitem' ? Math.min(outer.indent + 1, maxIndent) : outer.indent }
    case 'listitem': return { ...outer, style: listStyle(node, parent) }
    case 'paragraph':
      return outer.style === 'plain' ? { ...outer, indent: typeof node.indent === 'number' ? Math.max(0, Math.min(Math.trunc(node.indent), maxIndent)) : 0 } : outer
    default: return outer
  }
}

function listStyle(item: RichNode, list: RichNode): ParagraphStyle {
  if (list.listType === 'number') return 'number'
  if (list.listType === 'check') return item.checked === true ? 'ticked' : 'unticked'
  return 'bullet'
}

/** Cut to the bound, never through a character made of two halves. */
function* pieces(words: string): Generator<string> {
  let start = 0
  while (start < words.length) {
    let end = Math.min(start + maxRunCharacters, words.length)
    if (end < words.length && /[\uD800-\uDBFF]/.test(words.charAt(end - 1))) end -= 1
    yield words.slice(start, end)
    start = end
  }
}
