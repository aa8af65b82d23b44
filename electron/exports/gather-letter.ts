/** The letter that asks somebody to be one's mentor: one block, in its own language. */
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'
import type { GatherInput } from './gather.ts'
import { plainParagraph } from './lexical.ts'
import type { Gathered } from './model.ts'

export function gatherLetter(input: GatherInput, letterId: ItemId): Gathered {
  const { language } = input
  const { title, file } = pathTexts[language].letter
  const letter = input.items.find((item): item is ItemOf<'letter'> => item.kind === 'letter' && item.id === letterId)
  const paragraphs = (letter?.body.text ?? '').split('\n').filter((line) => line.trim() !== '')
    .map((line) => /^[–-] /.test(line) ? plainParagraph(line.slice(2), 'bullet') : plainParagraph(line))
  return {
    kind: 'letter', language, title, facts: [], fileName: `${file}-${input.today}`,
    sections: letter === undefined || paragraphs.length === 0 ? [] : [{
      id: letter.id, heading: '',
      blocks: [{
        id: letter.id, kind: letter.kind, part: 'entries', number: null, caption: '', label: title, paragraphs,
        privacy: letter.privacy, open: true, onDate: letter.onDate,
      }],
    }],
  }
}
