/** The questions of the middle ground as they stand on the screen. */
import type { OneParty } from '../../shared/agreement.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { isAnswered } from '../../shared/rules/middle-ground.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage } from '../messages/messages.tsx'

export type BoundaryItem = ItemOf<'boundary'>

export const otherOf = (who: OneParty): OneParty => who === 'mentor' ? 'mentee' : 'mentor'

export type Boundaries = { all: BoundaryItem[]; /** Questions that this version cannot read. */ unreadable: number }

/** Undefined before the first answer; empty where none was begun. */
export function useBoundaries(agreementId: ItemId): Boundaries | undefined {
  const { id: spaceId } = useSpace()
  const { data } = useCall('item.list', { spaceId, kinds: ['boundary'], parentId: agreementId, limit: 1000 })
  // What stands there from another parent is the list before this one.
  if (data === undefined || data.some((item) => item.parentId !== agreementId)) return undefined
  const all = data.filter((item) => item.kind === 'boundary')
  return { all, unreadable: data.length - all.length }
}

/** How far one of the two is. What they hold back to add later does not undo it. */
export function stateOf(all: readonly BoundaryItem[], who: OneParty): 'open' | 'begun' | 'done' {
  const answers = all.map(({ body }) => body.answers[who])
  if (answers.some(({ doneAt }) => doneAt !== null)) return 'done'
  return answers.some(isAnswered) ? 'begun' : 'open'
}

/** Both by name: two people look at this screen, and "you" would be either. */
export function useNames(): (who: OneParty) => string {
  const names = partyNames(useSpace())
  const language = useLanguage()
  return (who) => names[who].trim() === '' ? texts[language].parties[who] : names[who]
}

/** A given question in one language, or the pair's own. */
export function useAsk(): (item: BoundaryItem, words: MiddleGroundTexts, language: Language) => string {
  const names = partyNames(useSpace())
  return ({ body }, words, language) => body.question === null ? body.text : fillNames(words.questions[body.question].ask, names, language)
}
