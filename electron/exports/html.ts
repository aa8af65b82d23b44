/**
 * The document as one HTML file: no script, no outside address, nothing loaded.
 * Print, PDF and preview are this same page.
 */
import { mask } from '../../shared/exporting.ts'
import type { Run } from '../../shared/exporting.ts'
import { withTables } from '../../shared/rules/table-cells.ts'
import { texts } from '../../shared/texts/texts.ts'
import { escapeHtml } from './escape.ts'
import type { DocumentBlock, DocumentModel, DocumentParagraph, DocumentPart } from './model.ts'
import { documentFaces, documentStyle, footStyle } from './style.ts'

/** `screen` leaves the faces out (the app's own, or the reader's serif, stand in); `paper` has them and a foot on each page. */
export type HtmlUse = 'screen' | 'paper'

export function renderHtml(model: DocumentModel, use: HtmlUse): string {
  const words = texts[model.language].document
  const styles = use === 'screen' ? [documentStyle] : [documentStyle, documentFaces(), foot(model)]
  const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${model.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(model.kind === 'letter' ? model.title : model.kind === 'agreement' ? words.agreement : words.summary)}</title>
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body class="${model.kind}">
<h1 dir="auto">${inline(model.title, model)}</h1>
${facts(model)}
${model.sections.map((section) => `<section>\n${section.heading === '' ? '' : `<h2 dir="auto">${escapeHtml(section.heading)}</h2>\n`}${section.parts.map((each) => part(each, model)).join('\n')}\n</section>`).join('\n')}
${signatures(model)}
</body>
</html>
`
}

function foot({ language, id }: DocumentModel): string {
  const words = texts[language].document
  const [page = '', of = '', after = ''] = words.page.split(/\{page\}|\{pages\}/)
  return footStyle({ page, of, after, id: words.id.replace('{id}', id) })
}

function facts({ facts }: DocumentModel): string {
  if (facts.length === 0) return ''
  return `<dl class="facts">\n${facts.map(({ label, value }, index) =>
    `<div${index === facts.length - 1 && index % 2 === 0 ? ' class="wide"' : ''}><dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`).join('\n')}\n</dl>`
}

function signatures({ signatures, language }: DocumentModel): string {
  if (signatures.length === 0) return ''
  const date = escapeHtml(texts[language].document.date)
  return `<div class="signatures">\n${signatures.map((name) => `<div><span dir="auto">${escapeHtml(name)}</span><em>${date}</em></div>`).join('\n')}\n</div>`
}

function part({ kind, heading, blocks }: DocumentPart, model: DocumentModel): string {
  const head = heading === null ? '' : `<h3>${escapeHtml(heading)}</h3>\n`
  switch (kind) {
    case 'facts': return blocks.map((block) => block.paragraphs.map((each) => `<p class="where" dir="auto">${runs(each.runs, model)}</p>`).join('\n')).join('\n')
    case 'agenda': case 'results': case 'commitments': case 'clauses':
      return `${head}<ul class="rows" role="list">\n${blocks.map((block) => row(block, model)).join('\n')}\n</ul>`
    default: return head + blocks.map((block) => article(block, model)).join('\n')
  }
}

/** One line of a list: its mark, its words, and at the end what belongs to it. */
function row({ number, caption, paragraphs }: DocumentBlock, model: DocumentModel): string {
  const [first] = paragraphs
  const sign = number !== null ? String(number) : first === undefined || first.style === 'plain' ? '–' : mark(first, model)
  const rest = caption === '' ? '' : `<span class="caption" dir="auto">${escapeHtml(caption)}</span>`
  // The first line's mark stands in its own column already.
  const text = flow(paragraphs.map((each, index) => index === 0 && isMarked(each) ? { ...each, style: 'plain' } : each), model)
  return `<li><span class="numbers">${sign}</span><div class="words">${text}</div>${rest}</li>`
}

function article({ caption, paragraphs }: DocumentBlock, model: DocumentModel): string {
  const head = caption === '' ? '' : `<p class="caption" dir="auto">${escapeHtml(caption)}</p>\n`
  return `<article>\n${head}${flow(paragraphs, model)}\n</article>`
}

const isMarked = ({ style }: DocumentParagraph) => style === 'bullet' || style === 'number' || style === 'ticked' || style === 'unticked'

/** Paragraphs one after the other; those of a table's cells form a table. */
function flow(paragraphs: readonly DocumentParagraph[], model: DocumentModel): string {
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

function mark({ style, number }: DocumentParagraph, { language }: DocumentModel): string {
  const words = texts[language].document
  if (style === 'number') return `${number ?? 1}.`
  if (style === 'ticked') return `<span class="box ticked" role="img" aria-label="${escapeHtml(words.ticked)}"></span>`
  if (style === 'unticked') return `<span class="box" role="img" aria-label="${escapeHtml(words.unticked)}"></span>`
  return '•'
}

function runs(all: readonly Run[], model: DocumentModel): string {
  return all.map((run) => {
    const words = inline(run.text, model).replaceAll('\n', '<br>')
    const slanted = run.italic === true ? `<em>${words}</em>` : words
    return run.bold === true ? `<strong>${slanted}</strong>` : slanted
  }).join('')
}

/** Words, and a black bar for each mask: the letters under it are not in the file. */
function inline(text: string, { language }: DocumentModel): string {
  const bar = `<span class="mask" role="img" aria-label="${escapeHtml(texts[language].document.masked)}">${mask}</span>`
  return text.split(mask).map(escapeHtml).join(bar)
}
