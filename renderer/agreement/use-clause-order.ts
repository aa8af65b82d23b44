import type { ItemId } from '../../shared/ids.ts'
import type { ClauseGroup } from '../../shared/agreement.ts'
import { call } from '../api.ts'
import { replaceDraft, saveNow } from '../editor/drafts.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { stepTarget } from './use-agreement.ts'
import type { AgreementOnScreen, NumberedClause } from './use-agreement.ts'

/** Where a clause stands among the others, each move with its undo. */
export function useClauseOrder(agreement: AgreementOnScreen) {
  const t = useMessages()
  const { attempt, move } = useItemActs()
  const { did } = useUndo()
  const { spaceId, id: parentId } = agreement.item

  const groupOf = (clause: NumberedClause) => agreement.groups.find(({ group }) => group === clause.item.body.group)?.clauses ?? []
  /** Behind which clause of its group it stands; null is first, whatever the other groups hold. */
  const standsBehind = (clause: NumberedClause) => {
    const group = groupOf(clause)
    return group[group.indexOf(clause) - 1]?.item.id ?? null
  }
  /** The number that a clause has by now. */
  const numberOf = async (id: ItemId) => {
    const items = await call('item.list', { spaceId, kinds: ['clause'], parentId, limit: 1000 })
    return agreement.groups.flatMap(({ group }) => items.filter((item) => item.kind === 'clause' && item.body.group === group)).findIndex((item) => item.id === id) + 1
  }
  /** Into another group, behind one of its clauses. */
  const place = async (id: ItemId, group: ClauseGroup, after: ItemId | null) => {
    await saveNow()
    const now = await call('item.get', id)
    if (now.kind !== 'clause') return
    replaceDraft(await call('item.save', { id, revision: now.revision, content: { kind: 'clause', body: { ...now.body, group } } }))
    await call('item.move', { id, after })
  }
  /** Behind a clause of a group, or first in it. */
  const put = async (clause: NumberedClause, group: ClauseGroup, after: ItemId | null) => {
    const { id, body: { group: was } } = clause.item
    const behind = standsBehind(clause)
    const number = await attempt(async () => {
      if (group === was) await call('item.move', { id, after })
      else await place(id, group, after)
      return numberOf(id)
    })
    if (number !== null) did(t('agreement.did.moved', { number }), () => attempt<unknown>(() => (group === was ? call('item.move', { id, after: behind }) : place(id, was, behind))))
  }

  return {
    numberOf,
    put,
    async step(clause: NumberedClause, step: 1 | -1) {
      const target = stepTarget(groupOf(clause), clause.item.id, step)
      if (target !== null) await move(clause.item.id, target.after, standsBehind(clause), t('agreement.did.moved', { number: clause.number + step }))
    },
    async toGroup(clause: NumberedClause, group: ClauseGroup) {
      await put(clause, group, agreement.groups.find((candidate) => candidate.group === group)?.clauses.at(-1)?.item.id ?? null)
    },
  }
}
