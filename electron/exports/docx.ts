/** The document for a word processor: real headings, lists and tick boxes, and no trace of who or what made it. */
import type { IParagraphOptions, IRunOptions, LevelFormat, Paragraph as DocxParagraph, ParagraphChild, Table } from 'docx'
import { mask } from '../../shared/exporting.ts'
import type { Run } from '../../shared/exporting.ts'
import { withTables } from '../../shared/rules/table-cells.ts'
import type { TableCell } from '../../shared/rules/table-cells.ts'
import { locales } from '../../shared/locales.ts'
import { texts } from '../../shared/texts/texts.ts'
import type { DocumentBlock, DocumentModel, DocumentParagraph, DocumentPart } from './model.ts'

/** In twentieths of a point. */
const millimetre = 56.7
const hang = 480
const step = 360

/** Loaded when first asked for: a megabyte that most sittings never need. */
type Docx = typeof import('docx')

/** What a renderer carries along: the library, the words, and the numbered lists met so far. */
type Work = { docx: Docx; model: DocumentModel; lists: { reference: string; start: number }[]; list: { reference: string; next: number } | null }

/** Letters of these scripts run from right to left; the first strong letter decides, as it does in HTML. */
const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  const docx = await import('docx')
  const work: Work = { docx, model, lists: [], list: null }
  const children = [
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: runs([{ text: model.title }], work), ...direction(model.title) }),
    ...model.facts.map((fact) => new docx.Paragraph({
      style: 'Facts', children: [...runs([{ text: fact.label, italic: true }], work), new docx.TextRun({ children: [new docx.Tab()] }), ...runs([{ text: fact.value }], work)],
    })),
    ...model.sections.flatMap((section) => [
      ...(section.heading === '' ? [] : [new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_1, children: runs([{ text: section.heading }], work) })]),
      ...section.parts.flatMap((part) => partOf(part, work)),
    ]),
    ...signatures(work),
  ]
  const document = new docx.Document({
    // Empty on purpose: no name of a person or a program goes along.
    creator: '', lastModifiedBy: '', title: '', description: '',
    styles: styles(docx, model),
    numbering: { config: numbering(work) },
    sections: [{
      properties: { page: { size: { width: 210 * millimetre, height: 297 * millimetre }, margin: { top: 22 * millimetre, bottom: 22 * millimetre, left: 22 * millimetre, right: 22 * millimetre, footer: 11 * millimetre } } },
      footers: { default: new docx.Footer({ children: [foot(work)] }) },
      children,
    }],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

function styles(docx: Docx, { language }: DocumentModel) {
  const font = 'Georgia'
  const run = { font, color: '000000' }
  return {
    default: {
      document: { run: { ...run, size: 22, language: { value: locales[language] } }, paragraph: { spacing: { line: 320, lineRule: docx.LineRuleType.AT_LEAST, after: 80 } } },
      title: { run: { ...run, size: 40, bold: true }, paragraph: { spacing: { after: 200 } } },
      heading1: { run: { ...run, size: 26, bold: true }, paragraph: { spacing: { before: 440, after: 120 }, keepNext: true, border: { bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 3, color: '000000' } } } },
      heading2: { run: { ...run, size: 22, bold: true }, paragraph: { spacing: { before: 260, after: 60 }, keepNext: true } },
      heading3: { run: { ...run, size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 40 }, keepNext: true } },
    },
    paragraphStyles: [
      { id: 'Facts', name: 'Facts', basedOn: 'Normal', paragraph: { spacing: { after: 0 }, tabStops: [{ type: docx.TabStopType.LEFT, position: 1500 }], indent: { left: 1500, hanging: 1500 } } },
      { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { italics: true }, paragraph: { keepNext: true, spacing: { before: 160, after: 40 } } },
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true }, paragraph: { indent: { left: 360 }, border: { left: { style: docx.BorderStyle.SINGLE, size: 12, space: 10, color: '000000' } } } },
      { id: 'Foot', name: 'Foot', basedOn: 'Normal', run: { size: 17 }, paragraph: { tabStops: [{ type: docx.TabStopType.RIGHT, position: 166 * millimetre }], border: { top: { style: docx.BorderStyle.SINGLE, size: 6, space: 5, color: '000000' } } } },
    ],
  }
}

/** One definition for dashes, and one for each run of numbers, so that every list begins at its own. */
function numbering({ docx, lists }: Work) {
  const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string, start?: number) =>
    Array.from({ length: 9 }, (_, level) => ({
      level, format, text: text(level), alignment: docx.AlignmentType.LEFT, ...(start === undefined || level > 0 ? {} : { start }),
      style: { paragraph: { indent: { left: hang + level * step, hanging: hang } } },
    }))
  return [
    { reference: 'bullets', levels: levels(docx.LevelFormat.BULLET, () => '•') },
    ...lists.map(({ reference, start }) => ({ reference, levels: levels(docx.LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start) })),
  ]
}

function partOf({ kind, heading, blocks }: DocumentPart, work: Work): Array<DocxParagraph | Table> {
  const { docx } = work
  const head = heading === null ? [] : [new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_2, children: runs([{ text: heading }], work) })]
  if (kind !== 'clauses' && kind !== 'agenda') work.list = null
  return [...head, ...blocks.flatMap((block) => blockOf(block, kind, work))]
}

function blockOf({ number, caption, paragraphs }: DocumentBlock, kind: DocumentPart['kind'], work: Work): Array<DocxParagraph | Table> {
  const { docx } = work
  if (kind === 'clauses' || kind === 'agenda' || kind === 'results' || kind === 'commitments') {
    return paragraphs.map((paragraph, index) => {
      const first = index === 0
      const marked: DocumentParagraph = !first || paragraph.style !== 'plain' ? paragraph
        : number !== null ? { ...paragraph, style: 'number', number } : kind === 'results' ? { ...paragraph, style: 'bullet' } : paragraph
      const after = first && caption !== '' ? runs([{ text: ' (' }, { text: caption, italic: true }, { text: ')' }], work) : []
      return paragraphOf(marked, work, first ? {} : { indent: { left: hang } }, after)
    })
  }
  // Each block's lists are its own.
  work.list = null
  const head = caption === '' ? [] : [new docx.Paragraph({ style: 'Caption', children: runs([{ text: caption }], work) })]
  return [...head, ...withTables(paragraphs).flatMap(({ paragraph, rows }) => rows === null ? [paragraphOf(paragraph, work)] : tableOf(rows, work))]
}

/** A table over the whole width, and room after it: Word joins two that touch. */
function tableOf(rows: ReadonlyArray<ReadonlyArray<TableCell<DocumentParagraph>>>, work: Work): Array<DocxParagraph | Table> {
  const { docx } = work
  const table = new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    rows: rows.map((row, index) => new docx.TableRow({
      tableHeader: index === 0 && row.every(({ head }) => head), cantSplit: true,
      children: row.map(({ head, paragraphs }) => new docx.TableCell({
        children: paragraphs.length === 0 ? [new docx.Paragraph({})] : paragraphs.map(({ paragraph }) => {
          work.list = paragraph.style === 'number' && paragraph.number !== 1 ? work.list : null
          return paragraphOf(head ? { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, bold: true })) } : paragraph, work)
        }),
      })),
    })),
  })
  work.list = null
  return [table, new docx.Paragraph({ spacing: { after: 0 } })]
}

function paragraphOf(paragraph: DocumentParagraph, work: Work, extra: IParagraphOptions = {}, after: ParagraphChild[] = []): DocxParagraph {
  const { docx } = work
  const { style, indent } = paragraph
  const text = paragraph.runs.map((run) => run.text).join('')
  const children = [...runs(paragraph.runs, work), ...after]
  const options = { ...extra, ...direction(text) }
  const left = indent * step
  switch (style) {
    case 'heading': return new docx.Paragraph({ ...options, heading: docx.HeadingLevel.HEADING_3, children })
    case 'quote': return new docx.Paragraph({ ...options, style: 'Quote', children })
    case 'bullet': return new docx.Paragraph({ ...options, numbering: { reference: 'bullets', level: indent }, children })
    case 'number': return new docx.Paragraph({ ...options, numbering: { reference: listFor(paragraph.number ?? 1, indent, work), level: indent }, children })
    case 'ticked': case 'unticked':
      return new docx.Paragraph({
        ...options, indent: { left: hang + left, hanging: hang }, tabStops: [{ type: docx.TabStopType.LEFT, position: hang + left }],
        children: [box(style === 'ticked', work), new docx.TextRun({ children: [new docx.Tab()] }), ...children],
      })
    default: return new docx.Paragraph({ ...options, ...(left === 0 ? {} : { indent: { left } }), children })
  }
}

/** The list a numbered line belongs to: the one it continues, or a new one that starts with its number. */
function listFor(number: number, indent: number, work: Work): string {
  // Word counts deeper levels itself, afresh under each line above them.
  if (indent > 0 && work.list !== null) return work.list.reference
  if (work.list === null || work.list.next !== number || indent > 0) {
    const reference = `numbers-${work.lists.length + 1}`
    work.lists.push({ reference, start: number })
    work.list = { reference, next: number }
  }
  work.list.next += 1
  return work.list.reference
}

/** A character rather than a form field: every word processor shows it, and a search finds it. */
function box(checked: boolean, { docx }: Work): ParagraphChild {
  return new docx.TextRun({ text: checked ? '☑' : '☐', font: 'Segoe UI Symbol' })
}

function runs(all: readonly Run[], { docx }: Work): ParagraphChild[] {
  return all.flatMap((run) => run.text.split(/(████|\n|\t)/).filter((piece) => piece !== '').map((piece) => {
    const format: IRunOptions = { ...(run.bold === true ? { bold: true } : {}), ...(run.italic === true ? { italics: true } : {}), ...(rightToLeft.test(piece) ? { rightToLeft: true } : {}) }
    if (piece === '\n') return new docx.TextRun({ ...format, break: 1 })
    if (piece === '\t') return new docx.TextRun({ ...format, children: [new docx.Tab()] })
    // Black on black, so that a gap between the bars of a font does not show.
    if (piece === mask) return new docx.TextRun({ text: mask, color: '000000', shading: { type: docx.ShadingType.CLEAR, color: 'auto', fill: '000000' } })
    return new docx.TextRun({ ...format, text: piece })
  }))
}

const direction = (text: string) => rightToLeft.test(text) ? { bidirectional: true } : {}

function signatures(work: Work): DocxParagraph[] {
  const { docx, model } = work
  const date = texts[model.language].document.date
  return model.signatures.map((name) => new docx.Paragraph({
    spacing: { before: 20 * millimetre + 300 }, keepLines: true,
    border: { top: { style: docx.BorderStyle.SINGLE, size: 6, space: 5, color: '000000' } },
    indent: { right: 70 * millimetre },
    tabStops: [{ type: docx.TabStopType.LEFT, position: 55 * millimetre }],
    children: [...runs([{ text: name }], work), new docx.TextRun({ children: [new docx.Tab()] }), ...runs([{ text: date, italic: true }], work)],
  }))
}

function foot({ docx, model }: Work): DocxParagraph {
  const words = texts[model.language].document
  const page = words.page.split(/(\{pages?\})/).map((piece) =>
    piece === '{page}' ? docx.PageNumber.CURRENT : piece === '{pages}' ? docx.PageNumber.TOTAL_PAGES : piece)
  return new docx.Paragraph({
    style: 'Foot',
    children: [new docx.TextRun({ children: page }), new docx.TextRun({ children: [new docx.Tab()] }), new docx.TextRun({ text: words.id.replace('{id}', model.id) })],
  })
}
