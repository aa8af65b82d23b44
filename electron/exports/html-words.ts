/** Paragraphs as HTML: lists, tables, quotes, masks. What every part of the page is written with. */
import { mask } from '../../shared/exporting.ts'
import type { Run } from '../../shared/exporting.ts'
import { withTables } from '../../shared/rules/table-cells.ts'
import { texts } from '../../shared/texts/texts.ts'
import { escapeHtml } from './escape.ts'
import type { DocumentModel, DocumentParagraph } from './model.ts'

export const isMarked = ({ style }: DocumentParagraph) => style === 'bullet' || style === 'number' || style === 'ticked' || style === 'unticked'

/** Paragraphs one after the other; those of a table's cells form a table. */
export function flow(paragraphs: readonly DocumentParagraph[], model: DocumentModel): string {
  const out: string[] = []
  let between: DocumentParagraph[] = []
  const flush = () => {
    if (between.length > 0) out.push(lines(between, model))
    between = []
  }
  for (const { paragraph, rows } of withTables(paragraphs)) {
    if (rows === null) { between.push(paragraph); continue }
    flush()
    out.push(`<table>\n${rows.map((row) => `<tr>${row.map(({ head, paragraphs }) => {
      const tag = head ? 'th' : 'td'
      return `<${tag}>${lines(paragraphs.map((each) => each.paragraph), model)}</${tag}>`
    }).join('')}</tr>`).join('\n')}\n</table>`)
  }
  flush()
  return out.join('\n')
}

/** Marked paragraphs that follow each other form one list. */
function lines(paragraphs: readonly DocumentParagraph[], model: DocumentModel): string {
  const out: string[] = []
  let list: string[] = []
  const flush = () => {
    if (list.length > 0) out.push(`<ul class="marks" role="list">\n${list.join('\n')}\n</ul>`)
    list = []
  }
  for (const paragraph of paragraphs) {
    const { style, indent } = paragraph
    const words = runs(paragraph.runs, model)
    const asked = style === 'plain' && paragraph.runs.every((run) => run.italic === true)
    const place = indent > 0 ? ` class="i${indent}"` : asked ? ' class="question"' : ''
    if (isMarked(paragraph)) {
      list.push(`<li${place}><span class="numbers">${mark(paragraph, model)}</span><span dir="auto">${words}</span></li>`)
      continue
    }
    flush()
    if (style === 'heading') out.push(`<h4 dir="auto">${words}</h4>`)
    else if (style === 'quote') out.push(`<blockquote dir="auto">${words}</blockquote>`)
    else out.push(`<p dir="auto"${place}>${words}</p>`)
  }
  flush()
  return out.join('\n')
}

export function mark({ style, number }: DocumentParagraph, { language }: DocumentModel): string {
  const words = texts[language].document
  if (style === 'number') return `${number ?? 1}.`
  if (style === 'ticked') return `<span class="box ticked" role="img" aria-label="${escapeHtml(words.ticked)}"></span>`
  if (style === 'unticked') return `<span class="box" role="img" aria-label="${escapeHtml(words.unticked)}"></span>`
  return '•'
}

export function runs(all: readonly Run[], model: DocumentModel): string {
  return all.map((run) => {
    const words = inline(run.text, model).replaceAll('\n', '<br>')
    const slanted = run.italic === true ? `<em>${words}</em>` : words
    return run.bold === true ? `<strong>${slanted}</strong>` : slanted
  }).join('')
}

/** Words, and a black bar for each mask: the letters under it are not in the file. */
export function inline(text: string, { language }: DocumentModel): string {
  const bar = `<span class="mask" role="img" aria-label="${escapeHtml(texts[language].document.masked)}">${mask}</span>`
  return text.split(mask).map(escapeHtml).join(bar)
}
