/**
 * Notes kept as HTML, into blocks of ours. The markup is read sign by sign and
 * never becomes a document: scripts, styles, addresses and pictures cannot do
 * anything here, and nothing but words and their look comes out.
 */
import type { RichNode } from '../../shared/rich-text.ts'
import { bold, heading, italic, lists, longestLine, longestParagraph, paragraph, quote } from './blocks.ts'
import type { ListLine, ListType, Piece } from './blocks.ts'
import { entityAt } from './entities.ts'
import { beginCell, beginRow, deepestTable, endTable, mostCells, newTable } from './html-table.ts'
import type { HtmlTable } from './html-table.ts'
import { lose } from './model.ts'
import type { Losses } from './model.ts'

/** Dropped with everything in them. */
const hidden = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'head', 'title', 'textarea', 'select', 'svg', 'math', 'map', 'audio', 'video', 'canvas'])
const blockTags = new Set([
  'p', 'div', 'section', 'article', 'aside', 'header', 'footer', 'main', 'nav', 'address', 'figure', 'figcaption', 'details', 'summary', 'dl', 'dt', 'dd',
  'form', 'fieldset', 'legend', 'center', 'caption', 'tbody', 'thead', 'tfoot', 'table', 'body', 'html', 'hr', 'pre', 'blockquote', 'ul', 'ol', 'menu', 'li', 'tr',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'en-note',
])
const looks: Record<string, number> = { b: bold, strong: bold, i: italic, em: italic, cite: italic }
const styled = new Set(['u', 's', 'del', 'ins', 'strike', 'code', 'mark', 'sub', 'sup', 'font', 'kbd'])

export function htmlBlocks(source: string, losses: Losses): RichNode[] {
  const lower = source.toLowerCase()
  const blocks: RichNode[] = []
  const depth: Record<string, number> = {}
  const open: ListType[] = []
  let items: ListLine[] = []
  let pieces: Piece[] = []
  /** Innermost last; `flat` are within it and read as lines. */
  const tables: HtmlTable[] = []
  let [level, quotes, pre, cells, length, flat, tableCells, begun] = [0, 0, 0, 0, 0, 0, 0, 0]
  let box: boolean | null = null
  let tagEnd = -2
  losses.set('html', 1)

  const absent = new Set<string>()
  const find = (what: string, from: number): number => {
    const found = absent.has(what) ? -1 : lower.indexOf(what, from)
    if (found === -1) absent.add(what)
    return found
  }
  const put = (those: readonly RichNode[]) => { const into = tables.findLast((table) => table.cell !== null)?.cell ?? blocks; for (const block of those) into.push(block) }
  const closeList = () => { if (items.length > 0) put(lists(items)); items = [] }
  const close = () => {
    const filled = pieces.some((piece) => piece !== 'break' && piece.text.trim() !== '')
    if (filled && open.length > 0) items.push({ level: open.length, type: box === null ? open.at(-1) ?? 'bullet' : 'check', checked: box === true, start: 1, pieces })
    else if (filled) {
      closeList()
      put([level > 0 ? heading(level, pieces) : quotes > 0 ? quote(pieces) : paragraph(pieces)])
    }
    pieces = []
    length = 0
  }
  const write = (text: string) => {
    const format = ((depth['bold'] ?? 0) > 0 ? bold : 0) | ((depth['italic'] ?? 0) > 0 ? italic : 0)
    const lines = pre > 0 ? text.split('\n') : [text.replace(/[\s\u00a0]+/g, ' ')]
    for (const [index, line] of lines.entries()) {
      if (index > 0) pieces.push('break')
      const last = pieces.at(-1)
      const tidy = pre === 0 && (last === undefined || last === 'break' || last.text.endsWith(' ')) ? line.trimStart() : line
      if (tidy !== '') pieces.push({ text: tidy, format })
      length += tidy.length
    }
    if (length > longestLine || pieces.length > longestParagraph * 2) close()
  }
  /** What was begun in a cell ends with it. */
  const closeCell = (table: HtmlTable) => {
    close()
    closeList()
    open.length = 0
    level = quotes = pre = 0
    table.cell = null
  }
  // Once there are too many rows and cells, empty ones too, the rest of them are lines where they stand.
  const tableHere = () => flat > 0 || begun > mostCells ? undefined : tables.at(-1)
  const closeTable = () => {
    const table = tables.at(-1)
    if (table === undefined) return
    closeCell(table)
    tables.pop()
    const { blocks: made, cells: used, lost } = endTable(table, tableCells, begun > mostCells)
    tableCells += used
    lose(losses, 'table', lost ? 1 : 0)
    put(made)
  }
  const count = (name: string, by: number) => { depth[name] = Math.max(0, (depth[name] ?? 0) + by) }

  for (let at = 0; at < source.length;) {
    const tagStart = source.indexOf('<', at)
    const end = tagStart === -1 ? source.length : tagStart
    if (end > at) write(decoded(source.slice(at, end)))
    if (tagStart === -1) break
    if (lower.startsWith('<!--', tagStart)) {
      const until = find('-->', tagStart + 4)
      at = until === -1 ? tagStart + 4 : until + 3
      continue
    }
    if (tagEnd !== -1 && tagEnd < tagStart) tagEnd = endOfTag(source, tagStart)
    const tag = tagEnd === -1 ? null : /^<(\/?)([a-z][a-z0-9-]*)/.exec(lower.slice(tagStart, tagStart + 40))
    if (tag === null) {
      const isMarkup = /^<[!?]/.test(source.slice(tagStart, tagStart + 2)) && tagEnd !== -1
      if (!isMarkup) write('<')
      at = isMarkup ? tagEnd + 1 : tagStart + 1
      continue
    }
    const closes = tag[1] === '/'
    const name = tag[2] ?? ''
    const attributes = closes ? '' : lower.slice(tagStart, Math.min(tagEnd, tagStart + 2000))
    at = tagEnd + 1
    if (name === 'img' || ((name === 'svg' || name === 'canvas') && !closes)) lose(losses, 'picture')
    if ((name === 'audio' || name === 'video' || name === 'object' || name === 'iframe') && !closes) lose(losses, 'attachment')
    if (!closes && hidden.has(name)) {
      if (source.charAt(tagEnd - 1) === '/') continue
      const until = find(`</${name}`, at)
      // Never closed: then its words are words like others, and harmless.
      if (until !== -1) at = until
      continue
    }
    const bit = looks[name]
    if (bit !== undefined) count(bit === bold ? 'bold' : 'italic', closes ? -1 : 1)
    else if (name === 'br') pieces.push('break')
    else if (name === 'a') lose(losses, 'link', !closes && attributes.includes('href') ? 1 : 0)
    else if (name === 'input' && attributes.includes('checkbox')) box = attributes.includes('checked')
    else if (name === 'td' || name === 'th') {
      const table = tableHere()
      if (table !== undefined) {
        closeCell(table)
        if (!closes) begun += beginCell(table, attributes, name === 'th')
      } else if (!closes) {
        if (cells > 0) write(' · ')
        cells += 1
      }
    } else if (styled.has(name)) lose(losses, 'style', closes ? 0 : 1)
    if (!blockTags.has(name)) continue
    close()
    switch (name) {
      case 'ul': case 'ol': case 'menu':
        if (closes) open.pop()
        else if (open.length < 1000) open.push(name === 'ol' ? 'number' : 'bullet')
        if (open.length === 0) closeList()
        break
      case 'li': box = null; break
      case 'blockquote': quotes = Math.max(0, quotes + (closes ? -1 : 1)); break
      case 'pre': pre = Math.max(0, pre + (closes ? -1 : 1)); break
      case 'tr': {
        const table = tableHere()
        cells = 0
        if (table !== undefined) closeCell(table)
        if (table !== undefined && !closes) {
          beginRow(table)
          begun += 1
        }
        break
      }
      case 'table': {
        if (closes) {
          if (flat > 0) flat -= 1
          else closeTable()
        } else if (flat > 0 || open.length > 0 || quotes > 0 || tables.length >= deepestTable || begun > mostCells) {
          // Within a list or a quotation it has no place of its own.
          flat += 1
          lose(losses, 'table')
        } else {
          closeList()
          tables.push(newTable())
        }
        break
      }
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6': level = closes ? 0 : Number(name.charAt(1)); break
      default:
    }
  }
  while (tables.length > 0) closeTable()
  close()
  closeList()
  return blocks
}

/** The end of a tag, past any quoted value; -1 when none follows. */
function endOfTag(source: string, start: number): number {
  const limit = Math.min(source.length, start + 100_000)
  let inside = ''
  for (let at = start; at < limit; at += 1) {
    const sign = source.charAt(at)
    if (inside !== '') { if (sign === inside) inside = '' }
    else if (sign === '>') return at
    else if ((sign === '"' || sign === "'") && source.charAt(at - 1) === '=') inside = sign
  }
  return source.indexOf('>', start)
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  let out = ''
  let at = 0
  for (let next = text.indexOf('&'); next !== -1; next = text.indexOf('&', at)) {
    out += text.slice(at, next)
    const entity = entityAt(text, next)
    out += entity?.sign ?? '&'
    at = entity?.end ?? next + 1
  }
  return out + text.slice(at)
}
