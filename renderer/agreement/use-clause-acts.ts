import type { ItemId } from '../../shared/ids.ts'
import type { ClauseGroup } from '../../shared/agreement.ts'
import { sampleText } from '../../shared/rules/clause-text.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { call } from '../api.ts'
import { replaceDraft, saveNow } from '../editor/drafts.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { stepTarget } from './use-agreement.ts'
import type { AgreementOnScreen, ClauseItem, NumberedClause } from './use-agreement.ts'

/** What can be done with a clause, each act with its undo. */
export function useClauseActs(agreement: AgreementOnScreen, names: Names) {
  const t = useMessages()
  const { attempt, change, move, remove } = useItemActs()
  const { did } = useUndo()
  const { language } = agreement.item.body
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
  const writeTexts = async ({ id }: ClauseItem, texts: ClauseItem['body']['texts']) => {
    await saveNow()
    const now = await call('item.get', id)
    if (now.kind === 'clause') await call('item.save', { id, revision: now.revision, content: { kind: 'clause', body: { ...now.body, texts } } })
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
    put,
    async step(clause: NumberedClause, step: 1 | -1) {
      const target = stepTarget(groupOf(clause), clause.item.id, step)
      if (target !== null) await move(clause.item.id, target.after, standsBehind(clause), t('agreement.did.moved', { number: clause.number + step }))
    },
    async toGroup(clause: NumberedClause, group: ClauseGroup) {
      await put(clause, group, agreement.groups.find((candidate) => candidate.group === group)?.clauses.at(-1)?.item.id ?? null)
    },
    async remove({ item, number }: NumberedClause) {
      await remove(item.id, t(item.body.group === 'ending' && item.body.sample !== null ? 'agreement.did.removed-ending' : 'agreement.did.removed', { number }))
    },
    async clear({ item, number }: NumberedClause, clear: boolean) {
      await change<'clause'>(item, { clear }, t(clear ? 'agreement.did.clear' : 'agreement.did.unclear', { number }))
    },
    async useSample({ item, number }: NumberedClause) {
      const sample = sampleText(item.body, language)
      if (sample !== null) await change<'clause'>(item, { texts: { ...item.body.texts, [language]: sample } }, t('agreement.did.sample', { number }))
    },
    /** The words went to the core while they were typed; this says so. An emptied clause is a removed one. */
    async changed({ item, number }: NumberedClause, text: string) {
      if (text !== '') await change<'clause'>(item, { texts: { ...item.body.texts, [language]: text } }, t('agreement.did.changed', { number }))
      // Into the bin go the words it had, not an empty line.
      else if (await attempt(async () => { await writeTexts(item, item.body.texts); return true }) !== null) await remove(item.id, t('agreement.did.removed', { number }))
    },
    async added(id: ItemId, text: string) {
      const number = await attempt(async () => {
        await saveNow()
        if (text !== '') return numberOf(id)
        await call('item.delete', id)
        return 0
      })
      if (number !== null && number > 0) did(t('agreement.did.added', { number }), () => attempt(() => call('item.delete', id)))
    },
    sampleOf: ({ item }: NumberedClause) => {
      const sample = sampleText(item.body, language)
      return sample === null ? null : fillNames(sample, names, language)
    },
  }
}

export type ClauseActs = ReturnType<typeof useClauseActs>
