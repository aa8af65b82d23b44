/** What only an agreement has in a word-processor file: two languages as a table of two columns, and places to sign. */
import type { IBorderOptions, Paragraph as DocxParagraph, ParagraphChild, Table, TableCell } from 'docx'
import { agreementCopyTexts } from '../../shared/texts/agreement-copy.ts'
import { texts } from '../../shared/texts/texts.ts'
import { direction, millimetre, runs } from './docx-words.ts'
import type { Docx, Work } from './docx-words.ts'
import type { DocumentBlock, DocumentParagraph, Said, Settlement, SignaturePlace } from './model.ts'

/** The words between the margins, and in front of them the numbers. */
const numbers = 8.5 * millimetre
const gutter = 8.5 * millimetre
/** A clause longer than this may run over the end of a page. */
const mostKeptTogether = 1200

type Kept = { keepNext?: true; keepLines?: true }

const widthOf = ({ model }: Work) => (model.paper === 'letter' ? 171.9 : 166) * millimetre

/** The title, beside it in the second language, and over both what it is when it is not settled. */
export function titleOfAgreement({ mark, beside, besideTitle }: Settlement, work: Work): Array<DocxParagraph | Table> {
  const { docx, model } = work
  const over = mark === null ? [] : [new docx.Paragraph({ spacing: { after: 120 }, keepNext: true, children: runs([{ text: both(mark), bold: true }], work) })]
  const title = new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: runs([{ text: model.title }], work), ...direction(model.title) })
  if (beside === null) return [...over, title]
  const second = new docx.Paragraph({ style: 'BesideTitle', children: runs([{ text: besideTitle, italic: true }], work) })
  return [...over, plainTable([[title], [second]], work)]
}

/** All clauses in one table: the number, the words, the words in the second language; a heading is a row of its own. */
export function clauseTable(work: Work): Table {
  const { docx, model } = work
  const column = (widthOf(work) - numbers) / 2
  const cell = (children: DocxParagraph[], width: number, place: 'number' | 'first' | 'second', underlined: boolean): TableCell => new docx.TableCell({
    children: children.length === 0 ? [new docx.Paragraph({})] : children,
    width: { size: width, type: docx.WidthType.DXA },
    borders: noBorders(docx, underlined),
    margins: { top: underlined ? 300 : 20, bottom: underlined ? 60 : 40, left: place === 'second' ? gutter / 2 : 0, right: place === 'first' ? gutter / 2 : 0 },
  })
  const row = (cells: [DocxParagraph[], DocxParagraph[], DocxParagraph[]], underlined: boolean, cantSplit: boolean) => new docx.TableRow({
    cantSplit,
    children: [cell(cells[0], numbers, 'number', underlined), cell(cells[1], column, 'first', underlined), cell(cells[2], column, 'second', underlined)],
  })
  return new docx.Table({
    width: { size: widthOf(work), type: docx.WidthType.DXA }, columnWidths: [numbers, column, column], layout: docx.TableLayoutType.FIXED,
    borders: noTableBorders(docx),
    rows: model.sections.flatMap(({ heading, besideHeading, parts }) => [
      row([
        [],
        // Keeps with the clause below it, as a heading outside a table does.
        [new docx.Paragraph({ style: 'GroupHead', keepNext: true, children: runs([{ text: heading }], work), ...direction(heading) })],
        [new docx.Paragraph({ keepNext: true, spacing: { after: 0 }, children: runs([{ text: besideHeading, italic: true }], work), ...direction(besideHeading) })],
      ], true, true),
      ...parts.flatMap((part) => part.blocks).map((block) => {
        const kept = keepsTogether(block, work)
        return row([
          [new docx.Paragraph({ ...kept, spacing: { after: 0 }, children: runs([{ text: String(block.number ?? '–') }], work) })],
          block.paragraphs.length === 0 ? missing(agreementCopyTexts[model.language].notWritten, kept, work) : words(block.paragraphs, kept, work),
          block.beside === null ? missing(agreementCopyTexts[model.settlement?.beside ?? model.language].notWritten, kept, work) : words(block.beside, kept, work),
        ], false, lengthOf(block) <= mostKeptTogether)
      }),
    ]),
  })
}

/** The last clause stays with what is said and signed under it; one that is not long is moved whole. */
export function keepsTogether(block: DocumentBlock, { model }: Work): Kept {
  const { notes = [], places = [] } = model.settlement ?? {}
  const last = notes.length + places.length > 0 && block === model.sections.at(-1)?.parts.at(-1)?.blocks.at(-1)
  return { ...(last && { keepNext: true }), ...(lengthOf(block) <= mostKeptTogether && { keepLines: true }) }
}

/** How it came to stand, and who signed or where to. */
export function endOfAgreement(work: Work): Array<DocxParagraph | Table> {
  const { docx, model } = work
  if (model.settlement === null) return []
  const { notes, places, beside } = model.settlement
  const date = both({ text: texts[model.language].document.date, beside: beside === null ? '' : texts[beside].document.date })
  return [
    ...notes.map(({ text, beside }, index) => new docx.Paragraph({
      spacing: { before: index === 0 ? 400 : 60, after: 0 }, keepLines: true, keepNext: index < notes.length - 1 || places.length > 0,
      children: [...runs([{ text }], work), ...(beside === '' ? [] : [new docx.TextRun({ text: '', break: 1 }), ...runs([{ text: beside, italic: true }], work)])],
    })),
    ...(places.length === 0 ? [] : [
      new docx.Paragraph({ spacing: { after: 0 }, keepNext: true }),
      plainTable(places.map((place) => placeOf(place, date, work)), work),
    ]),
  ]
}

/** What was signed over the line, the name under it; where nobody signed yet, room for a pen. */
function placeOf({ name, signed, room }: SignaturePlace, date: string, work: Work): DocxParagraph[] {
  const { docx } = work
  const tab = () => new docx.TextRun({ children: [new docx.Tab()] })
  const line = (after: ParagraphChild[]) => new docx.Paragraph({
    keepNext: true, keepLines: true, spacing: { after: 0 }, border: { top: { style: docx.BorderStyle.SINGLE, size: 6, space: 5, color: '000000' } },
    tabStops: [{ type: docx.TabStopType.LEFT, position: 42 * millimetre }], children: [...runs([{ text: name }], work), ...after],
  })
  const small = (text: string, italic: boolean) => text === '' ? [] : [new docx.Paragraph({ style: 'Small', keepNext: true, children: runs([{ text, italic }], work) })]
  return [
    ...signed.flatMap((one) => [
      new docx.Paragraph({ style: 'Hand', keepNext: true, children: runs([{ text: one.name, italic: true }], work), ...direction(one.name) }),
      line([]), ...small(one.said.text, false), ...small(one.said.beside, true),
    ]),
    ...(room ? [new docx.Paragraph({ style: 'Hand', keepNext: true }), line([tab(), ...runs([{ text: date, italic: true }], work)])] : []),
  ]
}

/** Cells side by side without a line around them; the last row of a page keeps together. */
function plainTable(cells: DocxParagraph[][], work: Work): Table {
  const { docx } = work
  const width = widthOf(work) / 2
  return new docx.Table({
    width: { size: widthOf(work), type: docx.WidthType.DXA }, columnWidths: [width, width], layout: docx.TableLayoutType.FIXED, borders: noTableBorders(docx),
    rows: [new docx.TableRow({
      cantSplit: true,
      children: [0, 1].map((index) => new docx.TableCell({
        children: cells[index] ?? [new docx.Paragraph({})], verticalAlign: docx.VerticalAlignTable.BOTTOM, borders: noBorders(docx, false), width: { size: width, type: docx.WidthType.DXA },
        margins: { top: 0, bottom: 0, left: index === 0 ? 0 : gutter / 2, right: index === 0 ? gutter / 2 : 0 },
      })),
    })],
  })
}

const words = (paragraphs: readonly DocumentParagraph[], kept: Kept, work: Work): DocxParagraph[] => paragraphs.map((paragraph) =>
  new work.docx.Paragraph({ ...kept, spacing: { after: 0 }, children: runs(paragraph.runs, work), ...direction(paragraph.runs.map((run) => run.text).join('')) }))

const missing = (text: string, kept: Kept, work: Work) => [new work.docx.Paragraph({ ...kept, spacing: { after: 0 }, children: runs([{ text, italic: true }], work) })]

const lengthOf = ({ paragraphs, beside }: DocumentBlock) =>
  [...paragraphs, ...beside ?? []].reduce((sum, paragraph) => sum + paragraph.runs.reduce((size, run) => size + run.text.length, 0), 0)

const both = ({ text, beside }: Said) => beside === '' || beside === text ? text : `${text} · ${beside}`

function noTableBorders(docx: Docx) {
  const none: IBorderOptions = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  return { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
}

function noBorders(docx: Docx, underlined: boolean) {
  const none: IBorderOptions = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  return { top: none, left: none, right: none, bottom: underlined ? { style: docx.BorderStyle.SINGLE, size: 6, color: '000000' } : none }
}
