/**
 * The document as one HTML file: no script, no outside address, nothing loaded.
 * Print, PDF and preview are this same page.
 */
import { texts } from '../../shared/texts/texts.ts'
import { escapeHtml } from './escape.ts'
import { clauseRow, endOfAgreement, head, roomStyle, sectionHeading } from './html-agreement.ts'
import { flow, isMarked, mark, runs } from './html-words.ts'
import type { DocumentBlock, DocumentModel, DocumentPart } from './model.ts'
import { agreementStyle, documentFaces, documentStyle, footStyle, paperStyle } from './style.ts'

/** `screen` leaves the faces out (the app's own, or the reader's serif, stand in); `paper` has them and a foot on each page. */
export type HtmlUse = 'screen' | 'paper'

export function renderHtml(model: DocumentModel, use: HtmlUse): string {
  const words = texts[model.language].document
  const look = [documentStyle, ...(model.kind === 'agreement' ? [agreementStyle, roomStyle(model)].filter((style) => style !== '') : [])]
  const styles = use === 'screen' ? look : [...look, paperStyle(model.paper), documentFaces(), foot(model)]
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
<body class="${model.kind}${(model.settlement?.beside ?? null) === null ? '' : ' two'}">
${head(model)}
${facts(model)}
${model.sections.map((section) => `<section>\n${sectionHeading(section, model)}${section.parts.map((each) => part(each, model)).join('\n')}\n</section>`).join('\n')}
${endOfAgreement(model, use)}
</body>
</html>
`
}

function foot({ language, id, settlement }: DocumentModel): string {
  const words = texts[language].document
  const [page = '', of = '', after = ''] = words.page.split(/\{page\}|\{pages\}/)
  const named = words.id.replace('{id}', id)
  if (settlement === null) return footStyle({ page, of, after, centre: '', right: named })
  return footStyle({ page, of, after, centre: named, right: settlement.checkWords === '' ? settlement.mark?.text ?? '' : settlement.checkWords })
}

function facts({ facts }: DocumentModel): string {
  if (facts.length === 0) return ''
  return `<dl class="facts">\n${facts.map(({ label, value }, index) =>
    `<div${index === facts.length - 1 && index % 2 === 0 ? ' class="wide"' : ''}><dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`).join('\n')}\n</dl>`
}

function part({ kind, heading, blocks }: DocumentPart, model: DocumentModel): string {
  const title = heading === null ? '' : `<h3>${escapeHtml(heading)}</h3>\n`
  switch (kind) {
    case 'facts': return blocks.map((block) => block.paragraphs.map((each) => `<p class="where" dir="auto">${runs(each.runs, model)}</p>`).join('\n')).join('\n')
    case 'clauses': return `${title}<ul class="rows" role="list">\n${blocks.map((block) => clauseRow(block, model)).join('\n')}\n</ul>`
    case 'agenda': case 'results': case 'commitments':
      return `${title}<ul class="rows" role="list">\n${blocks.map((block) => row(block, model)).join('\n')}\n</ul>`
    default: return title + blocks.map((block) => article(block, model)).join('\n')
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
