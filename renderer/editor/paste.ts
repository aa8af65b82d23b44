/**
 * What was copied elsewhere, reduced to the nodes we know. The HTML is parsed
 * into an inert document and read; nothing of it is ever put into the page.
 */
import type { RichNode } from '../../shared/rich-text.ts'
import { emptyParagraph, tableOf, textNode } from './stored-text.ts'
import { markdownTable, mostPastedColumns, tabbedTable } from './paste-table.ts'

/** More than this at once is refused: a few hundred printed pages. */
export const pasteMaxCharacters = 500_000
/** Markup is many times its words; beyond this it is not read at all. */
export const pasteMaxMarkup = 20_000_000

export type Pasted = { blocks: RichNode[]; pictures: number }

const bold = 1
const italic = 2
const deepestList = 6

const dropped = new Set([
  'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'FRAME', 'FRAMESET', 'OBJECT', 'EMBED', 'APPLET', 'HEAD', 'TITLE', 'META', 'LINK', 'BASE',
  'AUDIO', 'SOURCE', 'TRACK', 'SELECT', 'TEXTAREA', 'INPUT', 'DATALIST', 'MAP', 'RP',
])
const pictures = new Set(['IMG', 'PICTURE', 'SVG', 'VIDEO', 'CANVAS'])
const blockTags = new Set([
  'P', 'DIV', 'SECTION', 'ARTICLE', 'ASIDE', 'HEADER', 'FOOTER', 'MAIN', 'NAV', 'ADDRESS', 'FIGURE', 'FIGCAPTION', 'DETAILS', 'SUMMARY', 'DL', 'DT', 'DD',
  'FORM', 'FIELDSET', 'LEGEND', 'HGROUP', 'CENTER', 'CAPTION', 'TBODY', 'THEAD', 'TFOOT', 'TR', 'TD', 'TH', 'TABLE', 'BODY', 'HTML', 'HR', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'MENU', 'LI',
  'H1', 'H2', 'H3', 'H4', 'H5', 'H6',
])

type ListType = 'bullet' | 'number' | 'check'
type Item = { level: number; type: ListType; checked: boolean; children: RichNode[] }
type Look = {
  format: number
  as: 'paragraph' | 'h2' | 'h3' | 'quote'
  /** Level of the list the words stand in; 0 is none. */
  list: number
  listType: ListType
  /** White space counts. */
  pre: boolean
  /** Blocks do not break: inside a table's row. */
  flat: boolean
}

/** Where a style attribute is kept for reading. */
const styleKept = 'data-style'

/**
 * Take out what the page's own policy would block and report while a document
 * is parsed, inert though it is: style sheets, scripts, style attributes, handlers.
 */
function disarm(html: string): string {
  return html
    .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(?=\/?(?:style|script)\b)\/?(?:style|script)/gi, (tag) => (tag.startsWith('</') ? '</template' : '<template'))
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])style(?=\s*=)/gi, `$1${styleKept}`).replace(/([\s"'/])on(?=[a-z]+\s*=)/gi, '$1data-on'))
}

function readStyle(element: Element): string {
  return (element.getAttribute(styleKept) ?? '').toLowerCase()
}

function isHidden(element: Element, style: string): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/.test(style)
}

/** How many columns or rows a cell takes; no more than make sense. */
function spanOf(cell: Element, way: 'colspan' | 'rowspan'): number {
  return Math.min(Math.max(1, Math.trunc(Number(cell.getAttribute(way) ?? 1)) || 1), 100)
}

function formatOf(tag: string, style: string, before: number): number {
  let format = before
  if (tag === 'B' || tag === 'STRONG') format |= bold
  if (tag === 'I' || tag === 'EM' || tag === 'CITE' || tag === 'DFN' || tag === 'VAR') format |= italic
  const weight = /font-weight\s*:\s*([a-z0-9]+)/.exec(style)?.[1]
  if (weight !== undefined) format = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600 ? format | bold : format & ~bold
  const slant = /font-style\s*:\s*([a-z]+)/.exec(style)?.[1]
  if (slant !== undefined) format = slant === 'italic' || slant === 'oblique' ? format | italic : format & ~italic
  return format
}

/** Items with their levels, as nested lists. */
function nest(items: readonly Item[]): RichNode[] {
  const lists: RichNode[] = []
  const open: Array<{ list: RichNode; level: number; type: ListType }> = []
  const append = (list: RichNode, item: RichNode) => { (list.children ??= []).push({ ...item, value: list.children.length + 1 }) }
  for (const item of items) {
    const level = Math.min(item.level, open.length === 0 ? 1 : (open.at(-1)?.level ?? 0) + 1, deepestList)
    while ((open.at(-1)?.level ?? 0) > level || (open.at(-1)?.level === level && open.at(-1)?.type !== item.type)) open.pop()
    let top = open.at(-1)
    if (top === undefined || top.level < level) {
      const list: RichNode = {
        type: 'list', version: 1, direction: null, format: '', indent: 0, listType: item.type, start: 1, tag: item.type === 'number' ? 'ol' : 'ul', children: [],
      }
      if (top === undefined) lists.push(list)
      else append(top.list, { type: 'listitem', version: 1, direction: null, format: '', indent: 0, children: [list] })
      top = { list, level, type: item.type }
      open.push(top)
    }
    append(top.list, {
      type: 'listitem', version: 1, direction: null, format: '', indent: 0, ...(item.type === 'check' && { checked: item.checked }), children: item.children,
    })
  }
  return lists
}

/** Collapse white space across the pieces of one line, as a browser would show it. */
function tidy(run: readonly RichNode[], pre: boolean): RichNode[] {
  const out: RichNode[] = []
  for (const node of run) {
    const last = out.at(-1)
    if (node.type === 'linebreak') {
      if (!pre && last?.text !== undefined) last.text = last.text.trimEnd()
      if (out.length > 0) out.push(node)
      continue
    }
    let text = node.text ?? ''
    if (!pre && (last === undefined || last.type === 'linebreak' || last.text?.endsWith(' '))) text = text.trimStart()
    if (text === '') continue
    if (last?.text !== undefined && last['format'] === node['format']) last.text += text
    else out.push({ ...node, text })
  }
  while (out.length > 0) {
    const last = out.at(-1)
    if (last?.text !== undefined) last.text = last.text.trimEnd()
    if (last?.type === 'linebreak' || last?.text === '') out.pop()
    else break
  }
  return out
}

function makeReader() {
  const blocks: RichNode[] = []
  let items: Item[] = []
  let run: RichNode[] = []
  let checked = false
  let pictureCount = 0

  const closeList = () => { blocks.push(...nest(items)); items = [] }
  /** End the line that is being read. */
  const close = (look: Look) => {
    const children = tidy(run, look.pre)
    run = []
    if (children.length === 0) return
    if (look.list > 0) { items.push({ level: look.list, type: look.listType, checked, children }); return }
    closeList()
    const base = emptyParagraph()
    if (look.as === 'paragraph') blocks.push({ ...base, children })
    else if (look.as === 'quote') blocks.push({ type: 'quote', version: 1, direction: null, format: '', indent: 0, children })
    else blocks.push({ type: 'heading', version: 1, direction: null, format: '', indent: 0, tag: look.as, children })
  }
  const pushText = (text: string, look: Look) => {
    // Control characters other than white space mean nothing in a text and upset what reads it later.
    const clean = text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    if (!look.pre) { run.push(textNode(clean.replace(/[\s\u00a0]+/g, ' '), look.format)); return }
    for (const [index, line] of clean.split(/\r\n?|\n/).entries()) {
      if (index > 0) run.push({ type: 'linebreak', version: 1 })
      if (line !== '') run.push(textNode(line.replace(/\t/g, '    '), look.format))
    }
  }
  const walkAll = (node: Node, look: Look) => { for (const child of node.childNodes) walk(child, look) }

  function walk(node: Node, look: Look): void {
    if (node.nodeType === 3) { pushText(node.nodeValue ?? '', look); return }
    if (node.nodeType !== 1) return
    // nodeType 1 is an element.
    const element = node as Element
    const tag = element.tagName.toUpperCase()
    if (pictures.has(tag)) {
      const tiny = ['width', 'height'].some((side) => Number(element.getAttribute(side) ?? 100) <= 2)
      // Google's ticked boxes are pictures; they come out as boxes.
      if (!tiny && element.closest('[role="checkbox"]') === null) pictureCount += 1
      return
    }
    if (dropped.has(tag)) return
    const style = readStyle(element)
    if (isHidden(element, style) || /mso-list\s*:\s*ignore/.test(style)) return
    const inner: Look = { ...look, format: formatOf(tag, style, look.format) }
    if (tag === 'BR') { run.push(look.flat ? textNode(' ', look.format) : { type: 'linebreak', version: 1 }); return }
    if (look.flat) {
      if (blockTags.has(tag)) run.push(textNode(' ', look.format))
      walkAll(element, inner)
      if (blockTags.has(tag)) run.push(textNode(' ', look.format))
      return
    }
    if (!blockTags.has(tag)) { walkAll(element, inner); return }
    walkBlock(element, tag, style, look, inner)
  }

  function walkBlock(element: Element, tag: string, style: string, look: Look, inner: Look): void {
    if (look.list > 0 && tag !== 'LI' && tag !== 'UL' && tag !== 'OL' && tag !== 'MENU') {
      // A paragraph inside an item is a new line of that item.
      if (tidy(run, false).length > 0) run.push({ type: 'linebreak', version: 1 })
      walkAll(element, inner)
      return
    }
    close(look)
    switch (tag) {
      case 'UL': case 'OL': case 'MENU':
        if (look.list === 0) closeList()
        walkAll(element, { ...inner, list: Math.min(look.list + 1, deepestList), listType: tag === 'OL' ? 'number' : 'bullet' })
        if (look.list === 0) closeList()
        return
      case 'LI': {
        const box = element.getAttribute('role') === 'checkbox' ? element : element.querySelector(':scope > input[type="checkbox"], :scope > label > input[type="checkbox"], :scope > p > input[type="checkbox"]')
        const item: Look = { ...inner, list: Math.max(1, look.list), listType: box === null ? look.listType : 'check' }
        const outer = checked
        checked = box !== null && (box.getAttribute('aria-checked') === 'true' || (box.hasAttribute('checked') && box !== element))
        walkAll(element, item)
        close(item)
        checked = outer
        return
      }
      case 'TABLE': {
        const table = look.list > 0 || look.pre || look.as !== 'paragraph' ? null : readTable(element, inner)
        if (table === null) {
          walkAll(element, inner)
          close(inner)
          return
        }
        closeList()
        blocks.push(table)
        return
      }
      case 'TR': {
        const cells = [...element.children].filter((cell) => cell.textContent?.trim() !== '')
        if (cells.length < 2) { walkAll(element, inner); close(inner); return }
        for (const [index, cell] of cells.entries()) {
          if (index > 0) run.push(textNode(' · ', 0))
          walk(cell, { ...inner, flat: true })
        }
        close(inner)
        return
      }
      case 'H1': case 'H2': case 'H3': case 'H4': case 'H5': case 'H6': {
        const heading: Look = { ...inner, format: 0, as: tag === 'H1' || tag === 'H2' ? 'h2' : 'h3' }
        walkHeading(element, heading)
        return
      }
      case 'BLOCKQUOTE': {
        const quote: Look = { ...inner, as: 'quote' }
        walkAll(element, quote)
        close(quote)
        return
      }
      case 'PRE': {
        const pre: Look = { ...inner, pre: true }
        walkAll(element, pre)
        close(pre)
        return
      }
      default: {
        const level = /mso-list\s*:\s*l\d+\s+level(\d+)/.exec(style)?.[1]
        const here = level === undefined ? inner : wordItem(element, inner, Number(level))
        walkAll(element, here)
        close(here)
      }
    }
  }

  /** A grid of words; null for a table that holds another or only lays out a page. What was merged is parted, its words in the first cell. */
  function readTable(element: Element, look: Look): RichNode | null {
    const lines = [...element.querySelectorAll('tr')].filter((line) => !isHidden(line, readStyle(line)))
    const widest = Math.max(0, ...lines.map((line) => line.children.length))
    if (lines.length < 2 || widest < 2 || element.querySelector('table') !== null) return null
    const rows: RichNode[][][] = lines.map(() => [])
    for (const [at, line] of lines.entries()) {
      let column = 0
      for (const cell of line.children) {
        while (rows[at]?.[column] !== undefined) column += 1
        walkAll(cell, { ...look, format: cell.tagName.toUpperCase() === 'TH' ? look.format & italic : look.format, flat: true })
        const words = tidy(run, false)
        run = []
        const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
        for (let row = at; row < Math.min(rows.length, at + down); row += 1) {
          for (let place = column; place < column + across; place += 1) (rows[row] ??= [])[place] = row === at && place === column ? words : []
        }
      }
    }
    const filled = rows.map((row) => Array.from(row, (cell: RichNode[] | undefined) => cell ?? []))
    if (Math.max(...filled.map((row) => row.length)) > mostPastedColumns || filled.every((row) => row.every((cell) => cell.length === 0))) return null
    return tableOf(filled, lines[0]?.parentElement?.tagName.toUpperCase() === 'THEAD' || [...lines[0]?.children ?? []].every((cell) => cell.tagName.toUpperCase() === 'TH'))
  }

  /** Words in a heading are bold by being one. */
  function walkHeading(element: Element, look: Look): void {
    walkAll(element, look)
    for (const node of run) if (node.text !== undefined) node['format'] = Number(node['format'] ?? 0) & italic
    close(look)
  }

  /** Word writes a list as paragraphs that carry their level and their mark. */
  function wordItem(element: Element, look: Look, level: number): Look {
    const mark = [...element.querySelectorAll('span')].find((span) => /mso-list\s*:\s*ignore/.test(readStyle(span)))?.textContent?.trim() ?? ''
    return { ...look, as: 'paragraph', list: Math.min(Math.max(1, level), deepestList), listType: /^\(?([0-9]+|[a-z]{1,4})[.)]/i.test(mark) ? 'number' : 'bullet' }
  }

  return {
    read(root: Node): Pasted {
      const look: Look = { format: 0, as: 'paragraph', list: 0, listType: 'bullet', pre: false, flat: false }
      walkAll(root, look)
      close(look)
      closeList()
      return { blocks, pictures: pictureCount }
    },
  }
}

/** Read copied HTML. */
export function readHtml(html: string): Pasted {
  return makeReader().read(new DOMParser().parseFromString(disarm(html), 'text/html').body)
}

/** Read copied plain text: blank lines part paragraphs; without any, each line is one. Tables of tabs or bars are tables. */
export function readPlain(text: string): Pasted {
  const lines = text.replace(/\r\n?/g, '\n')
  const whole = tabbedTable(lines)
  if (whole !== null) return { blocks: [whole], pictures: 0 }
  const parted = /\n[ \t]*\n/.test(lines)
  const stretches = parted ? lines.split(/\n(?:[ \t]*\n)+/) : [lines]
  const blocks = stretches.flatMap((stretch) => stretchBlocks(stretch.split('\n'), parted))
  return { blocks, pictures: 0 }
}

/** Lines without a blank one between; `together` they are one paragraph. */
function stretchBlocks(lines: readonly string[], together: boolean): RichNode[] {
  const at = lines.findIndex((line, index) => line.includes('|') && markdownTable(lines.slice(index, index + 2)) !== null)
  const found = at === -1 ? null : markdownTable(lines.slice(at))
  const before = found === null ? lines : lines.slice(0, at)
  const paragraphs = together ? [before.join('\n')] : before
  return [
    ...paragraphs.filter((paragraph) => paragraph.trim() !== '').map((paragraph): RichNode => ({
      ...emptyParagraph(),
      children: paragraph.split('\n').flatMap((line, index) => [
        ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
        ...(line === '' ? [] : [textNode(line.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, ''))]),
      ]),
    })),
    ...(found === null ? [] : [found.table, ...stretchBlocks(lines.slice(at + found.lines), together)]),
  ]
}
