/** What only an agreement has on its page: a second column, who signed or where to sign, how it stands. */
import type { Language } from '../../shared/language.ts'
import { texts } from '../../shared/texts/texts.ts'
import { agreementCopyTexts } from '../../shared/texts/agreement-copy.ts'
import { versionTexts } from '../../shared/texts/version.ts'
import { escapeHtml } from './escape.ts'
import { flow, inline } from './html-words.ts'
import type { DocumentBlock, DocumentModel, DocumentParagraph, Said, SignaturePlace } from './model.ts'

/** A clause longer than this may run over the end of a page; a shorter one is moved to the next whole. */
const mostKeptTogether = 1200

/** The title, in both languages where there are two, and over it what it is when it is not settled. */
export function head(model: DocumentModel): string {
  const { settlement } = model
  const title = `<h1 dir="auto">${inline(model.title, model)}</h1>`
  if (settlement === null) return title
  const mark = settlement.mark === null ? '' : `<p class="mark">${both(settlement.mark)}</p>\n`
  return `${mark}${settlement.beside === null ? title : `<div class="above">${title}<p class="beside" lang="${settlement.beside}">${escapeHtml(settlement.besideTitle)}</p></div>`}`
}

export function sectionHeading({ heading, besideHeading }: DocumentModel['sections'][number], { settlement }: DocumentModel): string {
  if (heading === '') return ''
  const beside = settlement?.beside ?? null
  if (beside === null) return `<h2 dir="auto">${escapeHtml(heading)}</h2>\n`
  return `<h2><span dir="auto">${escapeHtml(heading)}</span><span class="beside" lang="${beside}" dir="auto">${escapeHtml(besideHeading)}</span></h2>\n`
}

/** A clause with its number hanging in front, and in the second language beside it. */
export function clauseRow(block: DocumentBlock, model: DocumentModel): string {
  const { number, paragraphs, beside } = block
  const second = model.settlement?.beside ?? null
  const room = holdsRoom(block, model) ? '<span class="room"></span>' : ''
  const column = (words: readonly DocumentParagraph[] | null, language: Language) => words === null || (words.length === 0 && second !== null)
    ? missing(agreementCopyTexts[language].notWritten) : flow(words, model).replace(/<\/p>$/, `${room}</p>`)
  const besides = second === null ? '' : `<div class="words beside" lang="${second}">${column(beside, second)}</div>`
  return `<li${isLong(block) ? ' class="long"' : ''}><span class="numbers">${number ?? '–'}</span><div class="words">${column(paragraphs, model.language)}</div>${besides}</li>`
}

const isLong = ({ paragraphs, beside }: DocumentBlock) =>
  [...paragraphs, ...beside ?? []].reduce((sum, paragraph) => sum + paragraph.runs.reduce((size, run) => size + run.text.length, 0), 0) > mostKeptTogether

/**
 * Whether this is a long clause at the end. The browser goes back to no line of
 * it for the sake of what follows: its last line is made as high as the end of
 * the agreement, which is then drawn up into that room.
 */
function holdsRoom(block: DocumentBlock, model: DocumentModel): boolean {
  const lines = [...block.paragraphs, ...block.beside ?? []]
  return block === model.sections.at(-1)?.parts.at(-1)?.blocks.at(-1) && isLong(block) && roomAtEnd(model) > 0
    && lines.every((line) => line.style === 'plain' && line.cell === undefined)
}

/** How high notes and signatures may become, in millimetres: at least what they are. */
function roomAtEnd({ settlement }: DocumentModel): number {
  const { notes = [], places = [] } = settlement ?? {}
  if (notes.length + places.length === 0) return 0
  // A name runs over several lines where it is long.
  const lines = (name: string) => Math.ceil(name.length / 20) * 7
  const heights = places.map(({ name, signed, room }) =>
    signed.reduce((height, one) => height + 32 + lines(one.name) + lines(name), 0) + (room ? 24 + lines(name) : 0))
  return Math.min(180, 22 + notes.length * 14 + Math.max(0, ...heights))
}

const missing = (words: string) => `<p class="missing">${escapeHtml(words)}</p>`

/** What holds the room free and what is drawn into it; empty where the last clause is short enough to be moved whole. */
export function roomStyle(model: DocumentModel): string {
  const last = model.sections.at(-1)?.parts.at(-1)?.blocks.at(-1)
  if (last === undefined || !holdsRoom(last, model)) return ''
  const height = roomAtEnd(model)
  return `@media print { .room { display: inline-block; width: 0; height: ${height}mm; vertical-align: top } .close { margin-top: calc(16pt - ${height}mm) } }`
}

/** How it came to stand, the signatures or the room for them; on the screen also what paper has in its foot. */
export function endOfAgreement({ settlement, language, id }: DocumentModel, use: 'screen' | 'paper'): string {
  if (settlement === null) return ''
  const { notes, places, checkWords, beside } = settlement
  const date = both({ text: texts[language].document.date, beside: beside === null ? '' : texts[beside].document.date })
  const end = [texts[language].document.id.replace('{id}', id), checkWords === '' ? '' : versionTexts[language].checkWords.replace('{words}', checkWords)]
  const close = [
    notes.length === 0 ? '' : `<div class="notes">\n${notes.map((note) => `<div><p dir="auto">${escapeHtml(note.text)}</p>${beside === null ? '' : `<p class="beside" lang="${beside}" dir="auto">${escapeHtml(note.beside)}</p>`}</div>`).join('\n')}\n</div>`,
    places.length === 0 ? '' : `<div class="signatures">\n${places.map((each) => place(each, date)).join('\n')}\n</div>`,
  ].filter((part) => part !== '').join('\n')
  return [
    close === '' ? '' : `<div class="close">\n${close}\n</div>`,
    use === 'paper' ? '' : `<p class="end">${end.filter((words) => words !== '').map(escapeHtml).join(' · ')}</p>`,
  ].filter((part) => part !== '').join('\n')
}

/** Each signature that was ever given, then a line where there is one to come. */
function place({ name, signed, room }: SignaturePlace, date: string): string {
  const line = (after: string) => `<p class="line"><span dir="auto">${escapeHtml(name)}</span>${after}</p>`
  const given = signed.map((one) => `<p class="hand"><span dir="auto">${escapeHtml(one.name)}</span></p>${line('')}<p class="said">${escapeHtml(one.said.text)}</p>${
    one.said.beside === '' ? '' : `<p class="said beside">${escapeHtml(one.said.beside)}</p>`}`)
  return `<div class="place">${[...given, ...(room ? [`<p class="hand"></p>${line(`<em>${date}</em>`)}`] : [])].join('')}</div>`
}

const both = ({ text, beside }: Said) => escapeHtml(beside === '' || beside === text ? text : `${text} · ${beside}`)
