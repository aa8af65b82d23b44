/** What a list shows and what search reads, derived from an item's body. */
import type { Body, KindAndBody } from '../item.ts'
import { Language } from '../language.ts'
import { plainText } from '../rich-text.ts'

const titleLength = 120

/**
 * One line, cut at a word. Empty when nothing was written. A session's and an
 * agreement's is their number alone: the page says "Session 4" in its language.
 */
export function titleOf(content: KindAndBody): string {
  return cut(firstLine(titleSource(content)))
}

/** Everything readable in the body, as plain lines. */
export function wordsOf(content: KindAndBody): string {
  return words(content).map(clean).filter((line) => line !== '').join('\n')
}

function titleSource(content: KindAndBody): string {
  switch (content.kind) {
    case 'entry': return firstOf(plainText(content.body.text), content.body.prompt ?? '')
    case 'session': return String(content.body.number)
    case 'note': return plainText(content.body.text)
    case 'prep': return firstOf(content.body.want, content.body.bring, content.body.expect ?? '', content.body.hard)
    case 'agreement': return String(content.body.version)
    case 'clause': return firstOf(...clauseTexts(content.body))
    case 'path': return ''
    case 'exam': return firstOf(content.body.looking ?? '', ...examWords(content.body))
    case 'criterion': return content.body.text
    case 'candidate': return content.body.name
    case 'inquiry': return firstOf(content.body.who, content.body.said)
    case 'letter': return content.body.text
    case 'boundary': case 'question': case 'topic': return content.body.text
    // Sealed words are in no list; what was settled is found by its clauses.
    case 'ending-card': return ''
    case 'version': return String(content.body.number)
    case 'agreement-review': return ''
    case 'story': return firstOf(content.body.title, content.body.text)
    case 'agenda-item': case 'result': case 'answer': case 'commitment': return content.body.text
  }
}

function words(content: KindAndBody): string[] {
  switch (content.kind) {
    case 'entry': return [plainText(content.body.text), content.body.prompt ?? '', (content.body.tags ?? []).join(' ')]
    case 'session': return [String(content.body.number), content.body.place, content.body.cancelled?.word ?? '']
    case 'note': return [plainText(content.body.text)]
    case 'prep': return [content.body.want, content.body.bring, content.body.expect ?? '', content.body.hard]
    case 'agreement': return []
    case 'clause': return clauseTexts(content.body)
    case 'path': return []
    case 'exam': return [content.body.looking ?? '', ...examWords(content.body)]
    case 'criterion': return [content.body.text]
    case 'candidate': return [content.body.name, content.body.why, content.body.introducer, ...content.body.fits.map(({ word }) => word)]
    case 'inquiry': return [content.body.who, content.body.said]
    case 'letter': return [content.body.text]
    case 'boundary': return [content.body.text, ...bothAnswers(content.body), content.body.proposal ?? '']
    case 'ending-card': return content.body.sealedAt === null ? [content.body.text] : []
    case 'version': return []
    case 'agreement-review': return content.body.verdicts.map(({ word }) => word)
    case 'question': return [content.body.text, content.body.answers.mentor, content.body.answers.mentee]
    case 'topic': return [content.body.text]
    case 'story': return [content.body.title, content.body.text]
    case 'commitment': return [content.body.text, content.body.word]
    case 'agenda-item': case 'result': case 'answer': return [content.body.text]
  }
}

function clauseTexts(clause: Body<'clause'>): string[] {
  return Language.options.flatMap((language) => clause.texts[language] ?? [])
}

/** Only once both have answered: before, a search would show one the other's. */
function bothAnswers({ answers: { mentor, mentee } }: Body<'boundary'>): string[] {
  return mentor.doneAt === null || mentee.doneAt === null ? [] : [mentor.text, mentee.text]
}

function examWords({ strengths, weaknesses, keep, stop, start, help }: Body<'exam'>): string[] {
  return [strengths, weaknesses, keep, stop, start, help]
}

const firstOf = (...texts: string[]) => texts.find((text) => text.trim() !== '') ?? ''

/** Control characters mark what search found, so none may come from the text itself. */
const clean = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(/[^\P{Cc}\n]/gu, '').trim()

function firstLine(text: string): string {
  return clean(text).split('\n', 1)[0]?.replace(/\s+/g, ' ').trim() ?? ''
}

function cut(line: string): string {
  if (line.length <= titleLength) return line
  const short = line.slice(0, titleLength)
  const space = short.lastIndexOf(' ')
  const kept = space > titleLength / 2 ? short.slice(0, space) : short
  // Half of a surrogate pair is no character.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:.–-]+$/, '')}…`
}
