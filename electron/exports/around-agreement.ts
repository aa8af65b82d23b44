/** How an agreement came about, as its words in the copy of everything: the middle ground, the ending cards, the looks back. */
import { OneParty } from '../../shared/agreement.ts'
import type { Paragraph } from '../../shared/exporting.ts'
import { asHeading, formatDay } from '../../shared/format-date.ts'
import type { AnyItem } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { chosenOf, isAnswered, isRevealed } from '../../shared/rules/middle-ground.ts'
import { partyNames } from '../../shared/space.ts'
import type { Space } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { middleGroundTexts } from '../../shared/texts/middle-ground-all.ts'
import { partyName } from './gather-blocks.ts'
import { plainParagraph } from './lexical.ts'
import type { GatheredBlock } from './model.ts'

/** Null for any other kind. What is sealed says so, and answers that one has not handed over yet stay out. */
export function aroundAgreementBlock(item: AnyItem, space: Space, language: Language): GatheredBlock | null {
  const paragraphs = paragraphsOf(item, space, language)
  if (paragraphs === null) return null
  return { id: item.id, kind: item.kind, label: '', caption: '', number: null, part: 'entries', open: true, privacy: item.privacy, onDate: item.onDate, paragraphs }
}

function paragraphsOf(item: AnyItem, space: Space, language: Language): Paragraph[] | null {
  const words = middleGroundTexts[language]
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').map((line) => plainParagraph(line))
  const name = (who: OneParty) => partyName(who, { space, language })
  switch (item.kind) {
    case 'boundary': {
      const { question, text, answers } = item.body
      const ask = question === null ? text : fillNames(words.questions[question].ask, partyNames(space), language)
      if (!isRevealed(item.body)) return [plainParagraph(ask, 'heading')]
      return [plainParagraph(ask, 'heading'), ...OneParty.options.filter((who) => isAnswered(answers[who])).flatMap((who) => {
        // The texts have a word for each name that the question offers.
        const chosen = question === null ? [] : chosenOf(question, answers[who]).map((one) => (words.questions[question].choices as Record<string, string>)[one] ?? one)
        return [plainParagraph(name(who), 'plain', { bold: true }), ...(chosen.length === 0 ? [] : [plainParagraph(asHeading(chosen.join(', ')))]), ...lines(answers[who].text)]
      })]
    }
    case 'ending-card': {
      const { who, text, sealedAt } = item.body
      return [plainParagraph(`${words.card.title}, ${name(who)}`, 'heading'), plainParagraph(words.card.begin, 'plain', { italic: true }), ...(sealedAt === null ? lines(text) : [plainParagraph(words.card.sealed)])]
    }
    case 'agreement-review': {
      const said = item.body.verdicts.flatMap(({ word }) => lines(word))
      return said.length === 0 ? null : [plainParagraph(`${words.review}, ${formatDay(language, item.body.on)}`, 'heading'), ...said]
    }
    default: return null
  }
}
