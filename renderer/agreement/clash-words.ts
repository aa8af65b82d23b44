import type { Language } from '../../shared/language.ts'
import { locales } from '../../shared/locales.ts'
import type { Clash } from '../../shared/rules/confidence-clash.ts'
import { clauseTexts } from '../../shared/texts/clauses-all.ts'
import type { Names } from '../../shared/texts/fill.ts'
import type { Translate } from '../messages/messages.tsx'

/** "Clause 14 says otherwise: one of the two lets you share the notes with the programme coordinator, the other does not." */
export function clashWords(t: Translate, language: Language, { about, things, whom }: Clash, number: number, names: Names): string {
  const words = clauseTexts[language].confidence
  const list = (parts: readonly string[]) => new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts)
  const everything = t('confidence.what.everything')
  return t(`clause.clash.${about}`, {
    number,
    // Here the app speaks to the two; in a clause they speak themselves.
    things: list(things.map((thing) => thing === 'everything' ? everything.slice(0, 1).toLowerCase() + everything.slice(1) : words.things[thing])),
    whom: list(whom.map(({ who, name }) => {
      switch (who) {
        case 'mentor': case 'mentee': return names[who].trim() || t(`confidence.whom.${who}`)
        case 'coordinator': return words.readers.coordinator
        case 'other': return name || words.readers.other
      }
    })),
  })
}
