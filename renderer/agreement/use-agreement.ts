import type { ItemId } from '../../shared/ids.ts'
import { ClauseGroup } from '../../shared/agreement.ts'
import type { ClauseTopic } from '../../shared/agreement.ts'
import type { Body, ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { clauseText, isInLanguage, topicOf } from '../../shared/rules/clause-text.ts'
import { topicsOf } from '../../shared/texts/clauses.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'

export type ClauseItem = ItemOf<'clause'>
export type NumberedClause = { item: ClauseItem; number: number; /** As read: names filled in. */ text: string }
export type ClauseGroupOf = { group: ClauseGroup; clauses: NumberedClause[]; /** The matters of this group that no clause settles yet. */ open: ClauseTopic[] }

export type AgreementOnScreen = {
  item: ItemOf<'agreement'>
  groups: ClauseGroupOf[]
  /** In the order of their numbers. */
  all: NumberedClause[]
  /** Clauses that this version cannot read. */
  unreadable: number
}

/** The agreement of this space: undefined before the first answer, null where none was begun. */
export function useAgreement(names: Names): AgreementOnScreen | null | undefined {
  const space = useSpace()
  const agreements = useCall('item.list', { spaceId: space.id, kinds: ['agreement'], limit: 1 }).data
  const item = agreements?.find((found) => found.kind === 'agreement')
  const children = useCall('item.list', { spaceId: space.id, kinds: ['clause'], parentId: item?.id ?? nowhere, limit: 1000 }).data
  if (agreements === undefined) return undefined
  if (item === undefined) return null
  if (children === undefined || children.some((child) => child.parentId !== item.id)) return undefined
  const clauses = children.filter((child) => child.kind === 'clause')
  const settled = new Set(clauses.map((clause) => topicOf(clause.body)))
  const groups = ClauseGroup.options.map((group) => ({
    group,
    items: clauses.filter((clause) => clause.body.group === group),
    open: topicsOf[group].filter((topic) => !settled.has(topic)),
  }))
  return { item, ...numbered(item.body.language, names, groups), unreadable: children.length - clauses.length }
}

/** Clauses numbered through all groups, as they are read. */
export function numbered(
  language: Language, names: Names, sorted: ReadonlyArray<{ group: ClauseGroup; items: readonly ClauseItem[]; open: ClauseTopic[] }>,
): Pick<AgreementOnScreen, 'groups' | 'all'> {
  let number = 0
  const groups = sorted.map(({ group, items, open }) => ({
    group, open,
    clauses: items.map((item) => {
      number += 1
      return { item, number, text: readAs(item.body, language, names) }
    }),
  }))
  return { groups, all: groups.flatMap(({ clauses }) => clauses) }
}

/** No item has this id: the question has no answer until the agreement is known. */
// The nil UUID is a valid id that is never made.
const nowhere = '00000000-0000-0000-0000-000000000000' as ItemId

/** In a language, or as it was first written where it is not in that one. */
export function readAs(clause: Body<'clause'>, language: Language, names: Names): string {
  return fillNames(clauseText(clause, language, language), names, language)
}

/** In a language, or null where it has no words there. */
export function readIn(clause: Body<'clause'>, language: Language, names: Names): string | null {
  return isInLanguage(clause, language) ? readAs(clause, language, names) : null
}

/** Where to put a clause so that it moves one step within its group; null where it cannot. */
export function stepTarget(clauses: readonly NumberedClause[], id: ItemId, step: 1 | -1): { after: ItemId | null } | null {
  const index = clauses.findIndex(({ item }) => item.id === id)
  if (step === 1) {
    const next = clauses[index + 1]
    return next === undefined ? null : { after: next.item.id }
  }
  return index < 1 ? null : { after: clauses[index - 2]?.item.id ?? null }
}

/** Behind which clause of its group a new one about this matter stands: matters keep their order. Undefined: last. */
export function placeForTopic(clauses: readonly NumberedClause[], group: ClauseGroup, topic: ClauseTopic): ItemId | null | undefined {
  const rank = (of: ClauseTopic | null) => (of === null ? -1 : topicsOf[group].indexOf(of))
  const ranks = clauses.map(({ item }) => rank(topicOf(item.body)))
  const before = ranks.findLastIndex((one) => one !== -1 && one < rank(topic))
  if (before !== -1) return clauses[before]?.item.id
  const behind = ranks.findIndex((one) => one > rank(topic))
  return behind === -1 ? undefined : clauses[behind - 1]?.item.id ?? null
}
