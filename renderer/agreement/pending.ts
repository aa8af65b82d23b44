import type { ItemId } from '../../shared/ids.ts'
import { topicOf } from '../../shared/rules/clause-text.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { numbered } from './use-agreement.ts'
import type { AgreementOnScreen, ClauseItem } from './use-agreement.ts'

/** A clause on its way into the agreement: on the screen before the core has it, so that the keys of that moment have where to go. */
export type PendingClause = {
  item: ClauseItem
  /** Stands behind this one of its group, or first; left out, it is the last. */
  after?: ItemId | null | undefined
}

/** Those that the agreement does not hold yet. */
export function stillPending(agreement: AgreementOnScreen, pending: readonly PendingClause[]): readonly PendingClause[] {
  return pending.some(({ item }) => has(agreement, item.id)) ? pending.filter(({ item }) => !has(agreement, item.id)) : pending
}

/** The agreement as it is once they are in it. */
export function withPending(agreement: AgreementOnScreen, pending: readonly PendingClause[], names: Names): AgreementOnScreen {
  const waiting = stillPending(agreement, pending)
  if (waiting.length === 0) return agreement
  return {
    ...agreement,
    ...numbered(agreement.item.body.language, names, agreement.groups.map(({ group, clauses, open }) => {
      const here = waiting.filter(({ item }) => item.body.group === group)
      return {
        group, items: here.reduce(putIn, clauses.map(({ item }) => item)),
        open: open.filter((topic) => here.every(({ item }) => topicOf(item.body) !== topic)),
      }
    })),
  }
}

function putIn(items: readonly ClauseItem[], { item, after }: PendingClause): ClauseItem[] {
  return items.toSpliced(after === undefined ? items.length : items.findIndex(({ id }) => id === after) + 1, 0, item)
}

function has(agreement: AgreementOnScreen, id: ItemId): boolean {
  return agreement.all.some(({ item }) => item.id === id)
}
