/** One item as one block of the review: its label, its words, whether it stands open. */
import type { Day } from '../../shared/dates.ts'
import type { Paragraph } from '../../shared/exporting.ts'
import { formatDay, formatDayOfMonth, formatTime } from '../../shared/format-date.ts'
import { assertNever } from '../../shared/errors.ts'
import type { AnyItem, ItemOf, Party } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import { questionText } from '../../shared/rules/meeting.ts'
import { hasOther, partyNames } from '../../shared/space.ts'
import type { Space } from '../../shared/space.ts'
import { meetingTexts } from '../../shared/texts/meeting-all.ts'
import { texts } from '../../shared/texts/texts.ts'
import { paragraphsOf, plainParagraph } from './lexical.ts'
import type { Fact, GatheredBlock, PartKind } from './model.ts'

export type BlockContext = {
  language: Language
  space: Space
  /** The day of the section it stands in; dates of the same year leave the year out. */
  day: Day
  /** Not held yet: agenda lines are numbered rather than ticked. */
  planned: boolean
}

type Words = { part: PartKind; label: string; caption: string; paragraphs: Paragraph[]; open: boolean }

/** Null for what has no words, and for what is no part of a summary. */
export function blockOf(item: AnyItem, context: BlockContext): GatheredBlock | null {
  const words = wordsOf(item, context)
  if (words === null || !words.paragraphs.some((paragraph) => paragraph.runs.some((run) => run.text.trim() !== ''))) return null
  const { id, kind, privacy, onDate } = item
  return { id, kind, privacy, onDate, number: null, ...words }
}

function wordsOf(item: AnyItem, context: BlockContext): Words | null {
  const words = texts[context.language].document
  switch (item.kind) {
    case 'session': return sessionWords(item, context)
    case 'agenda-item': return agendaWords(item, context)
    case 'note': {
      const who = item.body.who === null ? '' : partyName(item.body.who, context)
      return { part: 'notes', label: list(words.note, who), caption: who, paragraphs: paragraphsOf(item.body.text), open: false }
    }
    case 'prep': return prepWords(item, context)
    case 'result':
      return { part: 'results', label: words.result, caption: '', paragraphs: [plainParagraph(item.body.text)], open: true }
    case 'answer': {
      const question = texts[context.language].closing[item.body.question]
      const label = item.body.who === 'both' ? question : `${question} · ${partyName(item.body.who, context)}`
      return { part: 'closing', label, caption: label, paragraphs: [plainParagraph(item.body.text)], open: true }
    }
    case 'commitment': return commitmentWords(item, context)
    case 'entry': return entryWords(item, context)
    case 'unreadable':
      return { part: 'entries', label: words.unreadable, caption: '', paragraphs: item.text.split('\n').map((line) => plainParagraph(line)), open: false }
    case 'agreement': case 'clause': case 'boundary': case 'ending-card': case 'version': case 'agreement-review': return null
    case 'question': return questionWords(item, context)
    // The banks are no part of a session; a story is its mentor's alone.
    case 'topic': case 'story': return null
    // No part of a summary; `path-blocks.ts` has their words.
    case 'path': case 'exam': case 'criterion': case 'candidate': case 'inquiry': case 'letter': return null
    default: return assertNever(item)
  }
}

function sessionWords(item: ItemOf<'session'>, { language }: BlockContext): Words {
  const words = texts[language].document
  const { startsAt, minutes, mode, place, cancelled, number } = item.body
  const line = [formatTime(language, startsAt), formatMessage(language, words.minutes, { minutes }), words.modes[mode], place.trim()]
  if (cancelled !== null) line.push(words.cancelled)
  const paragraphs = [plainParagraph(line.filter((part) => part !== '').join(' · '))]
  if (cancelled !== null && cancelled.word.trim() !== '') paragraphs.push(plainParagraph(cancelled.word))
  return { part: 'facts', label: formatMessage(language, words.session, { number }), caption: '', paragraphs, open: true }
}

function agendaWords(item: ItemOf<'agenda-item'>, { language, planned }: BlockContext): Words {
  const words = texts[language].document
  const { text, minutes, outcome } = item.body
  const captions = [
    minutes === null || minutes === 0 ? '' : formatMessage(language, words.agendaMinutes, { minutes }),
    outcome === 'next-time' ? words.nextTime : outcome === 'dropped' ? words.droppedItem : '',
  ]
  const style = planned ? 'number' : outcome === 'covered' ? 'ticked' : 'unticked'
  return { part: 'agenda', label: words.agendaItem, caption: dots(...captions), paragraphs: [plainParagraph(text, style)], open: true }
}

function prepWords(item: ItemOf<'prep'>, { language }: BlockContext): Words {
  const questions = texts[language].prep
  const paragraphs = (['want', 'bring', 'expect', 'hard'] as const)
    .map((part) => ({ part, text: item.body[part] ?? '' }))
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ part, text }) => [plainParagraph(questions[part], 'plain', { italic: true }), plainParagraph(text)])
  return { part: 'preparation', label: texts[language].document.preparation, caption: '', paragraphs, open: false }
}

/** A question of the first meeting: before it all of them, after it what was answered, and what was asked in words of one's own. */
function questionWords(item: ItemOf<'question'>, context: BlockContext): Words | null {
  const question = questionText(item.body, meetingTexts[context.language])
  const said = (['mentee', 'mentor'] as const).filter((who) => item.body.answers[who].trim() !== '')
  if (said.length === 0 && item.body.given !== null && !context.planned) return null
  const answers = said.flatMap((who) => `${partyName(who, context)}: ${item.body.answers[who].trim()}`.split('\n').map((line) => plainParagraph(line)))
  return { part: 'questions', label: question, caption: '', paragraphs: [plainParagraph(question, 'plain', { italic: true }), ...answers], open: false }
}

function commitmentWords(item: ItemOf<'commitment'>, context: BlockContext): Words {
  const { language, day } = context
  const words = texts[language].document
  const { text, who, sort, due, status, word } = item.body
  const name = partyName(who, context)
  const by = due === null ? '' : formatMessage(language, words.by, { date: captionDay(language, due, day) })
  const state = status === 'open' ? '' : words.commitmentStatus[status]
  const kind = sort === null ? '' : words.commitmentSorts[sort]
  const paragraphs = [plainParagraph(text, status === 'done' ? 'ticked' : 'unticked')]
  if (word.trim() !== '') paragraphs.push(plainParagraph(word))
  return { part: 'commitments', label: list(words.commitment, name, by, state), caption: dots(name, kind, by, state), paragraphs, open: true }
}

function entryWords(item: ItemOf<'entry'>, { language, day }: BlockContext): Words {
  const words = texts[language].document
  const { sort, prompt, text } = item.body
  const written = paragraphsOf(text)
  const date = item.onDate === null ? '' : captionDay(language, item.onDate, day)
  // A question without an answer is no entry.
  const paragraphs = prompt === null || written.length === 0 ? written : [plainParagraph(prompt, 'plain', { italic: true }), ...written]
  return {
    part: 'entries', label: list(words.entrySorts[sort], date),
    caption: item.onDate === day ? words.entrySorts[sort] : dots(words.entrySorts[sort], date), paragraphs, open: false,
  }
}

/** The name as typed, else the word for the part. */
export function partyName(party: Party, { space, language }: Pick<BlockContext, 'space' | 'language'>): string {
  const name = party === 'both' ? '' : partyNames(space)[party].trim()
  return name === '' ? texts[language].parties[party] : name
}

/** The head of every document: who the two are, as far as they gave a name. */
export function partyFacts(space: Space, language: Language): Fact[] {
  const words = texts[language].parties
  const names = partyNames(space)
  return (['mentor', 'mentee'] as const)
    .map((party) => ({ label: words[party], value: names[party].trim() }))
    .filter((fact) => fact.value !== '' && hasOther(space.role))
}

/** Without the year where it is the year of the thing it stands in. */
function captionDay(language: Language, day: Day, near: Day): string {
  return day.slice(0, 4) === near.slice(0, 4) ? formatDayOfMonth(language, day) : formatDay(language, day)
}

const list = (...parts: string[]) => parts.filter((part) => part !== '').join(', ')
const dots = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ')
