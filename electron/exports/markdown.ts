/**
 * The document as CommonMark with task lists. Characters with a meaning are
 * escaped, so that what a person typed reads back as exactly those words, and
 * an address stays words instead of becoming a link.
 */
import type { Run } from '../../shared/exporting.ts'
import { withTables } from '../../shared/rules/table-cells.ts'
import type { TableCell } from '../../shared/rules/table-cells.ts'
import { agreementCopyTexts } from '../../shared/texts/agreement-copy.ts'
import { texts } from '../../shared/texts/texts.ts'
import { versionTexts } from '../../shared/texts/version.ts'
import type { DocumentBlock, DocumentModel, DocumentParagraph, DocumentPart, Said } from './model.ts'

export function renderMarkdown(model: DocumentModel): string {
  const { settlement } = model
  const title = settlement === null ? model.title : both({ text: model.title, beside: settlement.besideTitle })
  const head = [...(settlement === null || settlement.mark === null ? [] : [`**${line(both(settlement.mark))}**`]), `# ${line(title)}`]
  if (model.facts.length > 0) head.push(model.facts.map((fact) => `${line(fact.label)}: ${line(fact.value)}`).join('\\\n'))
  const sections = model.sections.flatMap((section) => [
    ...(section.heading === '' ? [] : [`## ${line(both({ text: section.heading, beside: section.besideHeading }))}`]), ...section.parts.flatMap((each) => part(each, model)),
  ])
  return `${[...head, ...sections, ...endOfAgreement(model)].join('\n\n')}\n`
}

const both = ({ text, beside }: Said) => beside === '' || beside === text ? text : `${text} · ${beside}`

/** How it came to stand, who signed or where to, and what tells this copy from others. */
function endOfAgreement({ settlement, language, id }: DocumentModel): string[] {
  if (settlement === null) return []
  const { notes, places, checkWords, beside } = settlement
  const words = texts[language].document
  const date = both({ text: words.date, beside: beside === null ? '' : texts[beside].document.date })
  const foot = [words.id.replace('{id}', id), checkWords === '' ? '' : versionTexts[language].checkWords.replace('{words}', checkWords)]
  return [
    ...notes.map((note) => line(both(note))),
    ...places.flatMap(({ name, signed, room }) => [
      ...signed.map((one) => `${line(name)}: *${line(one.name)}*\\\n${line(both(one.said))}`),
      ...(room ? [`${line(name)} ${'.'.repeat(40)} ${line(date)} ${'.'.repeat(20)}`] : []),
    ]),
    '---', line(foot.filter((one) => one !== '').join(' · ')),
  ]
}

function part({ kind, heading, blocks }: DocumentPart, model: DocumentModel): string[] {
  const out = heading === null ? [] : [`### ${line(heading)}`]
  if (kind === 'agenda' || kind === 'results' || kind === 'commitments') {
    // One list: lines that belong together stay together.
    return [...out, blocks.map((block) => listBlock(block, kind === 'results')).join('\n')]
  }
  if (kind === 'clauses') return [...out, ...blocks.map((block) => clause(block, model))]
  return [...out, ...blocks.flatMap(textBlock)]
}

/** Its words as one list item, with what the caption says behind the first line. */
function listBlock({ caption, paragraphs }: DocumentBlock, bullets: boolean): string {
  const [first, ...rest] = paragraphs
  if (first === undefined) return ''
  const after = caption === '' ? '' : ` (${inline([{ text: caption, italic: true }])})`
  const marker = bullets && first.style === 'plain' ? '- ' : markerOf(first) || '- '
  const width = ' '.repeat(listWidth(first, marker))
  const more = rest.map((paragraph) => `\n\n${body(paragraph, width)}`).join('')
  return `${marker}${words(first, width)}${after}${more}`
}

/** Its words, and under them as a quote the same in the second language. */
function clause({ number, paragraphs, beside }: DocumentBlock, { language, settlement }: DocumentModel): string {
  const marker = number === null ? '- ' : `${number}. `
  const indent = ' '.repeat(marker.length)
  const second = settlement?.beside ?? null
  const own = paragraphs.length === 0 && second !== null ? [`${marker}*${line(agreementCopyTexts[language].notWritten)}*`]
    : paragraphs.map((paragraph, index) => index === 0 ? `${marker}${words(paragraph, indent)}` : body(paragraph, indent))
  const quoted = second === null ? []
    : beside === null ? [`${indent}> *${line(agreementCopyTexts[second].notWritten)}*`] : beside.map((paragraph) => `${indent}> ${words(paragraph, `${indent}> `)}`)
  return [...own, ...quoted].join('\n\n')
}

function textBlock({ caption, paragraphs }: DocumentBlock): string[] {
  const out = caption === '' ? [] : [inline([{ text: caption, italic: true }])]
  let list: string[] = []
  let listKind = ''
  const flush = () => { if (list.length > 0) out.push(list.join('\n')); list = [] }
  for (const { paragraph, rows } of withTables(paragraphs)) {
    if (rows !== null) {
      flush()
      out.push(table(rows))
      continue
    }
    const kind = paragraph.style === 'number' ? 'number' : markerOf(paragraph) === '' ? '' : 'bullet'
    if (kind === '' || (kind !== listKind && paragraph.indent === 0)) flush()
    if (kind === '') out.push(body(paragraph, ''))
    else list.push(body(paragraph, '    '.repeat(list.length === 0 ? 0 : paragraph.indent)))
    if (paragraph.indent === 0 || kind === '') listKind = kind
  }
  flush()
  return out
}

/** A table as GitHub writes it, which needs a head: one without words where there is none. What a cell holds stands in one line. */
function table(rows: ReadonlyArray<ReadonlyArray<TableCell<DocumentParagraph>>>): string {
  const cell = ({ paragraphs }: TableCell<DocumentParagraph>) => paragraphs.map(({ paragraph }) => {
    const boxed = { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ') })) }
    return `${markerOf(paragraph)}${inline(boxed.runs).trim()}`
  }).join('<br>')
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const [first = [], ...rest] = rows
  const headed = first.every(({ head }) => head)
  return [
    row(headed ? first.map(cell) : first.map(() => '')), row(first.map(() => '---')), ...(headed ? rest : rows).map((cells) => row(cells.map(cell))),
  ].join('\n')
}

/** A paragraph with its mark; `indent` stands before each of its lines. */
function body(paragraph: DocumentParagraph, indent: string): string {
  if (paragraph.style === 'quote') return `${indent}> ${words(paragraph, `${indent}> `)}`
  if (paragraph.style === 'heading') return `${indent}#### ${inline(paragraph.runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ') })))}`
  const marker = markerOf(paragraph)
  return `${indent}${marker}${words(paragraph, indent + ' '.repeat(listWidth(paragraph, marker)))}`
}

function markerOf({ style, number }: DocumentParagraph): string {
  switch (style) {
    case 'bullet': return '- '
    case 'number': return `${number ?? 1}. `
    case 'ticked': return '- [x] '
    case 'unticked': return '- [ ] '
    default: return ''
  }
}

/** How far the lines after the first stand in: a task's box is part of its text. */
const listWidth = ({ style }: DocumentParagraph, marker: string) => style === 'ticked' || style === 'unticked' ? 2 : marker.length

/** The words, where a line break is a hard break and the next line begins behind `indent`. */
function words(paragraph: DocumentParagraph, indent: string): string {
  return inline(paragraph.runs).replace(/ *\n+ */g, '\n').replace(/^\n|\n$/g, '').split('\n')
    .map((text) => lineStart(text.trim())).join(`\\\n${indent}`)
}

/** A title, a heading, a name: one line, no format. */
function line(text: string): string {
  return lineStart(escape(text.replace(/\s+/g, ' ').trim()))
}

const space = /^\s$/u
const sign = /^[\p{P}\p{S}\p{Cf}]$/u

/**
 * Marks around the words, spaces outside them. Where CommonMark would not see
 * them as marks, beside a sign or where two touch, none: the words matter more.
 */
function inline(runs: readonly Run[]): string {
  const pieces = runs.flatMap((run) => run.text.split(/(\n)/).filter((text) => text !== '').map((text) => ({
    text, marker: text.trim() === '' ? '' : `${run.bold === true ? '**' : ''}${run.italic === true ? '*' : ''}`,
  })))
  let touching = false
  return pieces.map(({ text, marker }, index) => {
    const inner = [...text.trim()]
    const lead = text.slice(0, text.length - text.trimStart().length)
    const trail = text.slice(text.trimEnd().length)
    const before = [...(pieces[index - 1]?.text ?? ' ')].at(-1) ?? ' '
    const next = pieces[index + 1]
    const after = [...(next?.text ?? ' ')][0] ?? ' '
    const opens = lead !== '' || space.test(before)
      || (touching ? !sign.test(before) && !sign.test(inner[0] ?? '') : !sign.test(inner[0] ?? '') || sign.test(before))
    const closes = trail !== '' || space.test(after)
      || (next?.marker !== '' ? !sign.test(after) && !sign.test(inner.at(-1) ?? '') : !sign.test(inner.at(-1) ?? '') || sign.test(after))
    const marked = marker !== '' && opens && closes
    touching = marked && trail === ''
    return marked ? `${lead}${marker}${escape(inner.join(''))}${marker}${trail}` : escape(text)
  }).join('')
}

function escape(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~$^@]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '\\&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replaceAll(/\t/g, ' ')
}

/** What begins a heading, a list, a rule or a table at the start of a line, made plain. */
function lineStart(text: string): string {
  return text.replace(/^([#+\-=:%])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
