/**
 * The one door out. It turns a reviewed order into the document that renderers
 * get, and lets nothing into it but blocks that were offered for this very
 * scope, were ticked, and may be shared now.
 */
import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { mask } from '../../shared/exporting.ts'
import type { ExportOrder, Paragraph, Run } from '../../shared/exporting.ts'
import type { Language } from '../../shared/language.ts'
import { meetingTexts } from '../../shared/texts/meeting-all.ts'
import { texts } from '../../shared/texts/texts.ts'
import type { DocumentBlock, DocumentModel, DocumentParagraph, DocumentPart, Gathered, GatheredSection, PartKind, Said, Settlement } from './model.ts'
import { asExcerpt } from './settlement.ts'

/**
 * Build the document from what was gathered and what came back ticked.
 *
 * @throws AppError `export.not-shareable` when a block was not offered, comes
 * twice, or is private now; `export.empty` when no words are left to go.
 */
export function buildModel(gathered: Gathered, order: Pick<ExportOrder, 'title' | 'blocks' | 'paper'>): DocumentModel {
  const offered = new Map(gathered.sections.flatMap((section) => section.blocks).map((block) => [block.id, block]))
  const ticked = new Map<string, Paragraph[]>()
  for (const { id, paragraphs } of order.blocks) {
    if (offered.get(id)?.privacy !== 'shareable' || ticked.has(id)) throw new AppError('export.not-shareable')
    ticked.set(id, paragraphs.map(clean).filter(hasWords))
  }

  const sections = gathered.sections
    .map((section) => ({ heading: cleanText(section.heading), besideHeading: cleanText(section.besideHeading ?? ''), parts: parts(section, ticked, gathered.language) }))
    .filter((section) => section.parts.length > 0)
  if (sections.length === 0) throw new AppError('export.empty')

  const title = cleanText(order.title.replace(/\s+/g, ' ')).trim()
  const model = {
    kind: gathered.kind, language: gathered.language, title: title === '' ? gathered.title : title,
    facts: gathered.facts.map(({ label, value }) => ({ label, value: cleanText(value) })),
    sections, settlement: settlementOf(gathered, ticked),
  }
  return { ...model, id: documentId(JSON.stringify(model)), paper: order.paper ?? 'a4' }
}

/** Who signed and the check words stand for all of the words; what is only a part of them says so, and has neither. */
function settlementOf({ settlement, sections, language }: Gathered, ticked: ReadonlyMap<string, Paragraph[]>): Settlement | null {
  if (settlement === undefined) return null
  const words = (paragraphs: readonly Paragraph[]) => JSON.stringify(paragraphs.map(({ runs, beside }) => [beside === true, runs.map((run) => run.text).join('')]))
  const whole = sections.flatMap((section) => section.blocks)
    .every((block) => words(ticked.get(block.id) ?? []) === words(block.paragraphs.map(clean).filter(hasWords)))
  const { notes, places, ...rest } = whole ? settlement : asExcerpt(settlement, language)
  const said = ({ text, beside }: Said): Said => ({ text: cleanText(text), beside: cleanText(beside) })
  return {
    ...rest, notes: notes.map(said),
    places: places.map(({ name, signed, room }) => ({ name: cleanText(name), room, signed: signed.map((one) => ({ name: cleanText(one.name), said: said(one.said) })) })),
  }
}

function parts({ blocks }: GatheredSection, ticked: ReadonlyMap<string, Paragraph[]>, language: Language): DocumentPart[] {
  const words = texts[language].document
  const headings: Record<PartKind, string | null> = {
    facts: null, agenda: words.agenda, questions: meetingTexts[language].kinds.questions, notes: words.notes, results: words.results, commitments: words.commitments,
    closing: words.closing, entries: words.entries, preparation: words.preparation, clauses: null,
  }
  // A day's entries, and commitments outside any session, already stand under a heading of their own.
  const plain = blocks.every((block) => block.part === 'entries') || blocks.every((block) => block.part === 'commitments')
  const going = blocks.filter((block) => (ticked.get(block.id)?.length ?? 0) > 0)
  return [...new Set(going.map((block) => block.part))].map((kind): DocumentPart => {
    const agendaLines = { next: 1 }
    return {
      kind, heading: plain ? null : headings[kind],
      blocks: going.filter((block) => block.part === kind).map((block): DocumentBlock => {
        const [words, beside] = [false, true].map((second) => (ticked.get(block.id) ?? []).filter((paragraph) => (paragraph.beside === true) === second))
        return {
          number: block.number, caption: cleanText(block.caption),
          paragraphs: numbered(words ?? [], kind === 'agenda' ? agendaLines : null),
          beside: block.paragraphs.some((paragraph) => paragraph.beside === true) ? numbered(beside ?? [], null) : null,
        }
      }),
    }
  })
}

/** A run of numbered lines counts up; anything else between them, as deep or less, starts it again. Agenda lines count through. */
function numbered(paragraphs: readonly Paragraph[], agendaLines: { next: number } | null): DocumentParagraph[] {
  const counters: number[] = []
  let place = ''
  return paragraphs.map((paragraph) => {
    const { style, indent, cell } = paragraph
    const here = cell === undefined ? '' : `${cell.row} ${cell.column}`
    if (here !== place) counters.length = 0
    place = here
    if (style !== 'number') {
      counters.length = Math.min(counters.length, indent)
      return { ...paragraph, number: null }
    }
    if (agendaLines !== null && indent === 0) return { ...paragraph, number: agendaLines.next++ }
    counters.length = Math.min(counters.length, indent + 1)
    const number = (counters[indent] ?? 0) + 1
    counters[indent] = number
    return { ...paragraph, number }
  })
}

const hasWords = (paragraph: Paragraph) => paragraph.runs.some((run) => run.text.trim() !== '')

/** Words only, and every mask of one width: two masks that touch are one, so that no length shows. */
function clean(paragraph: Paragraph): Paragraph {
  const runs: Run[] = []
  for (const run of paragraph.runs) {
    let text = cleanText(run.text).replace(/[█▓▒░]+/g, mask)
    if (text.startsWith(mask) && runs.at(-1)?.text.endsWith(mask) === true) text = text.slice(mask.length)
    if (text !== '') runs.push({ ...run, text })
  }
  return { ...paragraph, runs }
}

/** Without what no document format can hold: control characters, halves of characters, non-characters. */
function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
}

/** Without letters that look alike, in two groups: "7KQ4-M2XD". */
function documentId(content: string): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const code = [...createHash('sha256').update(content).digest().subarray(0, 8)].map((byte) => letters[byte % 32]).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
