/** The document for a word processor: real headings, lists and tick boxes, and no trace of who or what made it. */
import type { IParagraphOptions, LevelFormat, Paragraph as DocxParagraph, ParagraphChild, Table } from 'docx'
import { withTables } from '../../shared/rules/table-cells.ts'
import type { TableCell } from '../../shared/rules/table-cells.ts'
import { locales } from '../../shared/locales.ts'
import { texts } from '../../shared/texts/texts.ts'
import { clauseTable, endOfAgreement, keepsTogether, titleOfAgreement } from './docx-agreement.ts'
import { direction, millimetre, runs } from './docx-words.ts'
import type { Docx, Work } from './docx-words.ts'
import type { DocumentBlock, DocumentModel, DocumentParagraph, DocumentPart } from './model.ts'

/** In twentieths of a point. */
const hang = 480
const step = 360

const sizes = { a4: { width: 210 * millimetre, height: 297 * millimetre }, letter: { width: 215.9 * millimetre, height: 279.4 * millimetre } }

export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  const docx = await import('docx')
  const work: Work = { docx, model, lists: [], list: null }
  const two = model.settlement !== null && model.settlement.beside !== null
  const children = [
    ...(model.settlement === null ? [new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: runs([{ text: model.title }], work), ...direction(model.title) })] : titleOfAgreement(model.settlement, work)),
    ...model.facts.map((fact) => new docx.Paragraph({
      style: 'Facts', children: [...runs([{ text: fact.label, italic: true }], work), new docx.TextRun({ children: [new docx.Tab()] }), ...runs([{ text: fact.value }], work)],
    })),
    ...(two ? [clauseTable(work)] : model.sections.flatMap((section) => [
      ...(section.heading === '' ? [] : [new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_1, children: runs([{ text: section.heading }], work) })]),
      ...section.parts.flatMap((part) => partOf(part, work)),
    ])),
    ...endOfAgreement(work),
  ]
  const document = new docx.Document({
    // Empty on purpose: no name of a person or a program goes along.
    creator: '', lastModifiedBy: '', title: '', description: '',
    styles: styles(docx, model),
    numbering: { config: numbering(work) },
    sections: [{
      properties: { page: { size: sizes[model.paper], margin: { top: 22 * millimetre, bottom: 22 * millimetre, left: 22 * millimetre, right: 22 * millimetre, footer: 11 * millimetre } } },
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
      { id: 'GroupHead', name: 'Group head', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { after: 0 }, outlineLevel: 0 } },
      { id: 'BesideTitle', name: 'Second title', basedOn: 'Normal', run: { size: 40, italics: true }, paragraph: { spacing: { after: 200 } } },
      { id: 'Hand', name: 'Signature', basedOn: 'Normal', run: { size: 30 }, paragraph: { spacing: { before: 14 * millimetre, after: 80 } } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { after: 0 } } },
      { id: 'Foot', name: 'Foot', basedOn: 'Normal', run: { size: 17 }, paragraph: { border: { top: { style: docx.BorderStyle.SINGLE, size: 6, space: 5, color: '000000' } } } },
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

function blockOf(block: DocumentBlock, kind: DocumentPart['kind'], work: Work): Array<DocxParagraph | Table> {
  const { docx } = work
  const { number, caption, paragraphs } = block
  if (kind === 'clauses' || kind === 'agenda' || kind === 'results' || kind === 'commitments') {
    return paragraphs.map((paragraph, index) => {
      const first = index === 0
      const marked: DocumentParagraph = !first || paragraph.style !== 'plain' ? paragraph
        : number !== null ? { ...paragraph, style: 'number', number } : kind === 'results' ? { ...paragraph, style: 'bullet' } : paragraph
      const kept = kind === 'clauses' ? keepsTogether(block, work) : {}
      const after = first && caption !== '' ? runs([{ text: ' (' }, { text: caption, italic: true }, { text: ')' }], work) : []
      return paragraphOf(marked, work, { ...kept, ...(first ? {} : { indent: { left: hang } }) }, after)
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

function foot({ docx, model }: Work): DocxParagraph {
  const { language, settlement, id } = model
  const words = texts[language].document
  const page = words.page.split(/(\{pages?\})/).map((piece) =>
    piece === '{page}' ? docx.PageNumber.CURRENT : piece === '{pages}' ? docx.PageNumber.TOTAL_PAGES : piece)
  const tab = () => new docx.TextRun({ children: [new docx.Tab()] })
  const named = words.id.replace('{id}', id)
  const rest = settlement === null ? [tab(), new docx.TextRun({ text: named })]
    : [tab(), new docx.TextRun({ text: named }), tab(), new docx.TextRun({ text: settlement.checkWords === '' ? settlement.mark?.text ?? '' : settlement.checkWords })]
  const right = (model.paper === 'letter' ? 171.9 : 166) * millimetre
  return new docx.Paragraph({
    style: 'Foot',
    tabStops: [...(settlement === null ? [] : [{ type: docx.TabStopType.CENTER, position: right / 2 }]), { type: docx.TabStopType.RIGHT, position: right }],
    children: [new docx.TextRun({ children: page }), ...rest],
  })
}
