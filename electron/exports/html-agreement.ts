/** What only an agreement has on its page: a second column, who signed or where to sign, how it stands. */
import { texts } from '../../shared/texts/texts.ts'
import { agreementCopyTexts } from '../../shared/texts/agreement-copy.ts'
import { versionTexts } from '../../shared/texts/version.ts'
import { escapeHtml } from './escape.ts'
import { flow, inline } from './html-words.ts'
import type { DocumentBlock, DocumentModel, Said, SignaturePlace } from './model.ts'

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
export function clauseRow({ number, paragraphs, beside }: DocumentBlock, model: DocumentModel): string {
  const second = model.settlement?.beside ?? null
  const length = [...paragraphs, ...beside ?? []].reduce((sum, paragraph) => sum + paragraph.runs.reduce((size, run) => size + run.text.length, 0), 0)
  const words = paragraphs.length === 0 && second !== null ? missing(agreementCopyTexts[model.language].notWritten) : flow(paragraphs, model)
  const column = second === null ? ''
    : `<div class="words beside" lang="${second}">${beside === null ? missing(agreementCopyTexts[second].notWritten) : flow(beside, model)}</div>`
  return `<li${length > mostKeptTogether ? ' class="long"' : ''}><span class="numbers">${number ?? '–'}</span><div class="words">${words}</div>${column}</li>`
}

const missing = (words: string) => `<p class="missing">${escapeHtml(words)}</p>`

/** How it came to stand, the signatures or the room for them; on the screen also what paper has in its foot. */
export function endOfAgreement({ settlement, language, id }: DocumentModel, use: 'screen' | 'paper'): string {
  if (settlement === null) return ''
  const { notes, places, checkWords, beside } = settlement
  const date = both({ text: texts[language].document.date, beside: beside === null ? '' : texts[beside].document.date })
  const end = [texts[language].document.id.replace('{id}', id), checkWords === '' ? '' : versionTexts[language].checkWords.replace('{words}', checkWords)]
  return [
    notes.length === 0 ? '' : `<div class="notes">\n${notes.map((note) => `<div><p dir="auto">${escapeHtml(note.text)}</p>${beside === null ? '' : `<p class="beside" lang="${beside}" dir="auto">${escapeHtml(note.beside)}</p>`}</div>`).join('\n')}\n</div>`,
    places.length === 0 ? '' : `<div class="signatures">\n${places.map((each) => place(each, date)).join('\n')}\n</div>`,
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
