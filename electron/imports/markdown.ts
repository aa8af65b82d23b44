/**
 * Markdown as journals use it, into blocks of ours: headings, paragraphs, lists,
 * checklists, quotes. A line's end stays one, as these apps show it. What is
 * more than words is reduced to its words and counted.
 */
import type { RichNode } from '../../shared/rich-text.ts'
import { heading, linesOf, lists, longestParagraph, paragraph, quote, tables, widestTable } from './blocks.ts'
import type { ListLine, Piece } from './blocks.ts'
import { inlinePieces } from './markdown-inline.ts'
import type { InlineSetting } from './markdown-inline.ts'
import { lose } from './model.ts'
import type { Losses } from './model.ts'

export type MarkdownSetting = { losses: Losses; kindOf?: InlineSetting['kindOf'] }

const sound = /\.(?:mp3|m4a|wav|ogg|aac|mp4|mov|m4v|webm|avi|pdf|docx?|xlsx?|pptx?|zip|csv)(?:[?#].*)?$/i

/** By the ending of an address, where the app does not know better. */
export function kindByEnding(address: string, picture: boolean): 'picture' | 'attachment' | 'link' | null {
  if (sound.test(address)) return 'attachment'
  return picture ? 'picture' : 'link'
}

export function markdownBlocks(source: string, setting: MarkdownSetting): RichNode[] {
  const { losses } = setting
  const text = withoutHiddenParts(source, losses)
  const references = referencesOf(text)
  const inline = (words: string): Piece[] => inlinePieces(words, { losses, kindOf: setting.kindOf ?? kindByEnding, references })
  const blocks: RichNode[] = []
  let words: string[] = []
  let quoted: string[] = []
  let items: Array<ListLine & { words: string[] }> = []
  let levels: number[] = []
  let fence: { sign: string; lines: string[] } | null = null
  let table: string[][] | null = null
  let blank = true

  const closeWords = () => { if (words.length > 0) blocks.push(paragraph(inline(words.join('\n')))); words = [] }
  const closeQuote = () => { if (quoted.length > 0) blocks.push(quote(inline(quoted.join('\n')))); quoted = [] }
  const closeList = () => {
    if (items.length > 0) blocks.push(...lists(items.map((item) => ({ ...item, pieces: inline(item.words.join('\n')) }))))
    items = []
    levels = []
  }
  const closeTable = () => {
    const columns = Math.max(0, ...(table ?? []).map((row) => row.length))
    if (table !== null && columns > 1 && columns <= widestTable) blocks.push(...tables(table.map((row) => row.map(inline))))
    else if (table !== null) {
      lose(losses, 'table')
      for (const row of table) blocks.push(paragraph(inline(row.filter((cell) => cell !== '').join(' · '))))
    }
    table = null
  }
  const closeAll = () => { closeWords(); closeQuote(); closeList(); closeTable() }

  for (const raw of linesOf(text)) {
    if (fence !== null) {
      if (raw.trim().startsWith(fence.sign) && raw.trim().replaceAll(fence.sign.charAt(0), '') === '') {
        blocks.push(...literal(fence.lines))
        fence = null
      } else fence.lines.push(raw)
      continue
    }
    const line = raw.trim()
    const indent = indentOf(raw)
    if (line === '') {
      closeWords(); closeQuote(); closeTable()
      blank = true
      continue
    }
    const opening = /^(`{3,}|~{3,})[^`]*$/.exec(line)
    if (opening !== null) {
      closeAll()
      lose(losses, 'style')
      fence = { sign: opening[1] ?? '```', lines: [] }
      continue
    }
    if (line.startsWith('>')) {
      closeWords(); closeList(); closeTable()
      const inner = line.replace(/^(?:> ?)+/, '')
      if (inner === '') closeQuote()
      else quoted.push(inner)
      if (quoted.length > longestParagraph) closeQuote()
      blank = false
      continue
    }
    const marker = /^(?:([-*+•])|(\d{1,3})[.)])(?:\s+(.*))?$/.exec(line)
    const rule = /^(?:-[-\s]*-[-\s]*-|\*[*\s]*\*[*\s]*\*|_[_\s]*_[_\s]*_)$/.test(line)
    const setext = words.length === 1 && /^(?:=+|-{2,})$/.test(line)
    if (table !== null) {
      if (line.includes('|')) { table.push(cellsOf(line)); continue }
      closeTable()
    }
    if (setext) {
      blocks.push(heading(line.startsWith('=') ? 1 : 2, inline(words.join(' '))))
      words = []
    } else if (rule) {
      closeAll()
    } else if (marker !== null && !(words.length > 0 && !blank && marker[1] === undefined && marker[2] !== '1')) {
      closeWords(); closeQuote()
      // A sign further in is no deeper list; two are.
      while (levels.length > 0 && (levels.at(-1) ?? 0) > indent - 2) levels.pop()
      levels.push(indent)
      const box = /^\[([ xX])\](?:\s+(.*))?$/.exec(marker[3] ?? '')
      items.push({
        level: levels.length, type: box !== null ? 'check' : marker[1] === undefined ? 'number' : 'bullet',
        checked: box !== null && box[1] !== ' ', start: Number(marker[2] ?? 1), pieces: [], words: [box === null ? marker[3] ?? '' : box[2] ?? ''],
      })
    } else {
      const title = /^(#{1,6})(?:\s+(.*?))?(?:\s+#+)?$/.exec(line)
      const last = items.at(-1)
      if (title !== null && (title[2] ?? '') !== '') {
        closeAll()
        blocks.push(heading(title[1]?.length ?? 1, inline(title[2] ?? '')))
      } else if (words.length === 1 && line.includes('|') && words[0]?.includes('|') === true && isTableRule(line)) {
        table = [cellsOf(words[0])]
        words = []
      } else if (isReference(line)) {
        lose(losses, 'link')
      } else if (last !== undefined && words.length === 0 && last.words.length < longestParagraph && (!blank || indent > (levels.at(-1) ?? 0))) {
        last.words.push(line)
      } else {
        closeQuote(); closeList()
        words.push(line)
        if (words.length > longestParagraph) closeWords()
      }
    }
    blank = false
  }
  if (fence !== null) blocks.push(...literal(fence.lines))
  closeAll()
  return blocks.filter((block) => (block.children ?? []).length > 0)
}

/** Words that mean only themselves. */
function literal(lines: readonly string[]): RichNode[] {
  const blocks: RichNode[] = []
  for (let start = 0; start < lines.length; start += longestParagraph) {
    blocks.push(paragraph(lines.slice(start, start + longestParagraph).flatMap((line, index): Piece[] => (index === 0 ? [{ text: line, format: 0 }] : ['break', { text: line, format: 0 }]))))
  }
  return blocks
}

function indentOf(line: string): number {
  let width = 0
  for (const sign of line) {
    if (sign === ' ') width += 1
    else if (sign === '\t') width += 4 - (width % 4)
    else break
  }
  return width
}

const cellsOf = (line: string) => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim())
const isTableRule = (line: string) => cellsOf(line).every((cell) => /^:?-+:?$/.test(cell))
const isReference = (line: string) => /^\[(?!\^)[^\]]{1,200}\]:\s*\S/.test(line)

function referencesOf(text: string): Set<string> {
  const found = new Set<string>()
  if (!text.includes(']:')) return found
  for (const line of linesOf(text)) {
    const name = /^ {0,3}\[(?!\^)([^\]]{1,200})\]:\s*\S/.exec(line)?.[1]
    if (name !== undefined) found.add(name.toLowerCase())
  }
  return found
}

/** Comments, scripts, styles: what a page never shows, over any number of lines, but not inside code. */
function withoutHiddenParts(text: string, losses: Losses): string {
  if (!/<(?:!--|script|style)/i.test(text)) return text
  const lower = text.toLowerCase()
  let out = ''
  let at = 0
  for (;;) {
    const next = nextHidden(lower, at)
    if (next === null) return out + text.slice(at)
    const end = lower.indexOf(next.until, next.start)
    out += text.slice(at, next.start)
    losses.set('html', 1)
    // Never closed: then it is no comment, and its words are words.
    if (end === -1) return out + text.slice(next.start)
    at = end + next.until.length
  }
}

function nextHidden(lower: string, from: number): { start: number; until: string } | null {
  const found = /<!--|<(script|style)(?=[\s/>])|^(?:```|~~~)/gm
  found.lastIndex = from
  for (let hit = found.exec(lower); hit !== null; hit = found.exec(lower)) {
    if (hit[0].startsWith('<')) return { start: hit.index, until: hit[1] === undefined ? '-->' : `</${hit[1]}>` }
    const close = lower.indexOf(`\n${hit[0]}`, hit.index)
    if (close === -1) return null
    found.lastIndex = close + 4
  }
  return null
}
