/**
 * What the place Path keeps, in words. No part of a summary: only the letter
 * leaves, through `gather-letter.ts`. The copy of everything, made for oneself,
 * reads all of it.
 */
import { formatDay } from '../../shared/format-date.ts'
import type { AnyItem } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { criterionText, lookingFor } from '../../shared/rules/request.ts'
import { partyNames } from '../../shared/space.ts'
import type { Space } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'
import { plainParagraph } from './lexical.ts'
import type { GatheredBlock } from './model.ts'

type Paragraphs = GatheredBlock['paragraphs']

/** Null for every other kind, and for what has no words. */
export function pathBlock(item: AnyItem, space: Space, language: Language): GatheredBlock | null {
  const paragraphs = paragraphsFor(item, space, language).filter((paragraph) => paragraph.runs.some((run) => run.text.trim() !== ''))
  if (paragraphs.length === 0) return null
  const { id, kind, privacy, onDate } = item
  return { id, kind, privacy, onDate, part: 'entries', number: null, caption: '', label: '', open: false, paragraphs }
}

function paragraphsFor(item: AnyItem, space: Space, language: Language): Paragraphs {
  const words = pathTexts[language]
  const lines = (text: string) => text.split('\n').map((line) => plainParagraph(line))
  switch (item.kind) {
    case 'path': {
      // Only what this version knows by name has words.
      const known: Readonly<Record<string, string>> = words.lines
      return item.body.ticks.flatMap(({ line }) => known[line] === undefined ? [] : [plainParagraph(fillNames(known[line], partyNames(space), language), 'ticked')])
    }
    case 'exam': {
      const { body } = item
      const answers = (['keep', 'stop', 'start', 'strengths', 'weaknesses', 'help'] as const)
        .flatMap((question) => body[question].trim() === '' ? [] : [plainParagraph(words.exam.questions[question], 'plain', { italic: true }), ...lines(body[question])])
      return [plainParagraph(lookingFor(body, words, language)), ...answers]
    }
    case 'criterion': return [plainParagraph(criterionText(item.body, words), 'bullet')]
    case 'candidate': {
      const { name, why, introducer, askedOn, fits } = item.body
      const facts = [introducer, askedOn === null ? '' : formatDay(language, askedOn)].filter((fact) => fact.trim() !== '').join(' · ')
      return [plainParagraph(name, 'heading'), plainParagraph(facts), ...lines(why), ...fits.map(({ word }) => plainParagraph(word))]
    }
    case 'inquiry': {
      const { who, askedOn, said } = item.body
      return [plainParagraph([who, askedOn === null ? '' : formatDay(language, askedOn)].filter((part) => part !== '').join(' · '), 'plain', { italic: true }), ...lines(said)]
    }
    case 'letter': return lines(item.body.text)
    default: return []
  }
}
