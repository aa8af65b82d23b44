/** A sheet with the questions of the middle ground, to be answered on paper: one block, and no answer of anybody on it. */
import { BoundaryQuestion } from '../../shared/agreement.ts'
import type { OneParty } from '../../shared/agreement.ts'
import type { Paragraph } from '../../shared/exporting.ts'
import { asHeading } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import { formatMessage } from '../../shared/messages.ts'
import { boundaryChoices } from '../../shared/rules/middle-ground.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { middleGroundTexts } from '../../shared/texts/middle-ground-all.ts'
import { partyName } from './gather-blocks.ts'
import type { GatherInput } from './gather.ts'
import { plainParagraph } from './lexical.ts'
import type { Gathered } from './model.ts'

/** Room for two lines of handwriting: signs, since an empty line would not be printed. */
const line = '_'.repeat(64)

export function gatherQuestions(input: GatherInput, agreementId: ItemId, who: OneParty): Gathered {
  const { space, language } = input
  const words = middleGroundTexts[language]
  const { title, file, intro } = words.sheet
  const agreement = input.items.find((item) => item.kind === 'agreement' && item.id === agreementId)
  const room = (label: string): Paragraph[] => [plainParagraph(label, 'plain', { italic: true }), plainParagraph(line), plainParagraph(line)]
  const given = BoundaryQuestion.options.flatMap((question) => [
    plainParagraph(fillNames(words.questions[question].ask, partyNames(space), language), 'heading'),
    // The texts have a word for each name that the question offers.
    ...boundaryChoices[question].names.map((name) => plainParagraph(asHeading((words.questions[question].choices as Record<string, string>)[name] ?? name), 'unticked')),
    ...room(words.sheet.words),
  ])
  const own = input.items.flatMap((item) => item.kind === 'boundary' && item.body.question === null ? [plainParagraph(item.body.text, 'heading'), ...room(words.sheet.words)] : [])
  const paragraphs = [
    plainParagraph(formatMessage(language, words.sheet.for, { name: partyName(who, input) }), 'plain', { bold: true }), plainParagraph(intro),
    ...given, ...own, plainParagraph(words.sheet.own, 'heading'), plainParagraph(line), ...room(words.sheet.words),
  ]
  return {
    kind: 'letter', language, title, facts: [], fileName: `${file}-${input.today}`,
    sections: agreement === undefined ? [] : [{
      id: agreement.id, heading: '',
      blocks: [{
        id: agreement.id, kind: agreement.kind, part: 'entries', number: null, caption: '', label: title, paragraphs,
        privacy: agreement.privacy, open: true, onDate: null,
      }],
    }],
  }
}
