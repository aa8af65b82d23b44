/** An agreement as clauses in their groups, numbered through, names filled in. */
import { formatDay } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import { ClauseGroup } from '../../shared/agreement.ts'
import type { ItemOf } from '../../shared/item.ts'
import { formatMessage } from '../../shared/messages.ts'
import { clauseText } from '../../shared/rules/clause-text.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import { partyFacts, partyName } from './gather-blocks.ts'
import type { GatherInput } from './gather.ts'
import { plainParagraph } from './lexical.ts'
import type { Gathered, GatheredSection } from './model.ts'

export function gatherAgreement(input: GatherInput, agreementId: ItemId): Gathered {
  const { space, language } = input
  const words = texts[language].document
  const names = partyNames(space)
  const agreement = input.items.find((item): item is ItemOf<'agreement'> => item.kind === 'agreement' && item.id === agreementId)
  const clauses = agreement === undefined ? [] : input.items
    .filter((item): item is ItemOf<'clause'> => item.kind === 'clause' && item.parentId === agreementId)
    .sort((a, b) => a.position - b.position)

  let number = 0
  const sections = ClauseGroup.options.map((group): GatheredSection => ({
    id: group,
    heading: fillNames(texts[language].clauseGroups[group], names, language),
    blocks: clauses.filter((clause) => clause.body.group === group).flatMap((clause) => {
      const text = fillNames(clauseText(clause.body, language, agreement?.body.language ?? language), names, language).trim()
      if (text === '') return []
      number += 1
      return [{
        id: clause.id, kind: clause.kind, part: 'clauses', number, caption: '',
        label: formatMessage(language, words.clause, { number }), paragraphs: [plainParagraph(text)],
        // The agreement goes as a whole: one label lets all of it out.
        privacy: agreement?.privacy === 'shareable' ? 'shareable' : clause.privacy,
        open: true, onDate: clause.onDate,
      }]
    }),
  }))
  return {
    kind: 'agreement', language, title: words.agreement,
    facts: [
      ...partyFacts(space, language),
      ...(agreement === undefined ? [] : [{ label: words.version, value: String(agreement.body.version) }]),
      { label: words.date, value: formatDay(language, input.today) },
    ],
    sections: sections.filter((section) => section.blocks.length > 0),
    fileName: `${words.agreementFile}-${input.today}`,
    signatures: [partyName('mentor', input), partyName('mentee', input)],
  }
}
