import type { ItemId } from '../../shared/ids.ts'
import { ClauseGroup } from '../../shared/agreement.ts'
import type { Body, ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { clauseText } from '../../shared/rules/clause-text.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'

export type ClauseItem = ItemOf<'clause'>
export type NumberedClause = { item: ClauseItem; number: number; /** As read: names filled in. */ text: string }
export type ClauseGroupOf = { group: ClauseGroup; clauses: NumberedClause[] }

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
  let number = 0
  const groups = ClauseGroup.options.map((group) => ({
    group,
    clauses: clauses.filter((clause) => clause.body.group === group).map((clause) => {
      number += 1
      return { item: clause, number, text: readAs(clause.body, item.body.language, names) }
    }),
  }))
  return { item, groups, all: groups.flatMap((group) => group.clauses), unreadable: children.length - clauses.length }
}

/** No item has this id: the question has no answer until the agreement is known. */
// The nil UUID is a valid id that is never made.
const nowhere = '00000000-0000-0000-0000-000000000000' as ItemId

export function readAs(clause: Body<'clause'>, language: Language, names: Names): string {
  return fillNames(clauseText(clause, language, language), names, language)
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
