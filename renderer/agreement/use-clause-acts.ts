import { useRef } from 'react'
import { dayOfMoment, formatDayOfMonth } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ClauseGroup, ClauseTopic, ConfidenceRule } from '../../shared/agreement.ts'
import { languageWords } from '../../shared/language.ts'
import type { Language } from '../../shared/language.ts'
import { clauseParts } from '../../shared/rules/clause-parts.ts'
import { sampleText, sampleWords, topicOf, writtenIn } from '../../shared/rules/clause-text.ts'
import { confidenceText } from '../../shared/rules/confidence-text.ts'
import { catalogue } from '../../shared/texts/clauses.ts'
import type { SampleId } from '../../shared/texts/clauses.ts'
import { endingClause } from '../../shared/texts/texts.ts'
import { call } from '../api.ts'
import { beginDraft, bodyOf, changeDraft, forgetDraft, keptDraft, replaceDraft, saveNow } from '../editor/drafts.ts'
import type { Keeper } from '../editor/drafts.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { makeClause } from './new-clause.ts'
import type { ClauseOrder } from './new-clause.ts'
import type { PendingClause } from './pending.ts'
import { placeForTopic } from './use-agreement.ts'
import type { AgreementOnScreen, ClauseItem, NumberedClause } from './use-agreement.ts'
import { useClauseOrder } from './use-clause-order.ts'

/** What can be done with a clause, each act with its undo. */
export function useClauseActs(agreement: AgreementOnScreen) {
  const t = useMessages()
  const screenLanguage = useLanguage()
  const { attempt, change, remove } = useItemActs()
  const { did } = useUndo()
  const order = useClauseOrder(agreement)
  const { language } = agreement.item.body
  const { spaceId, id: parentId } = agreement.item
  /** An act that still writes words: another field of the same clause opens on what it leaves. */
  const writing = useRef<Promise<unknown> | null>(null)
  const adding = useRef<Promise<unknown>>(Promise.resolve())

  /** Replace its words in one language, whatever the others became meanwhile. Null: none in that one. */
  const write = async ({ id }: ClauseItem, into: Language, text: string | null) => {
    await saveNow()
    const now = await call('item.get', id)
    if (now.kind !== 'clause') return
    const texts = { ...now.body.texts }
    if (text === null) delete texts[into]
    else texts[into] = text
    replaceDraft(await call('item.save', { id, revision: now.revision, content: { kind: 'clause', body: { ...now.body, texts } } }))
  }
  const make = async (id: ItemId, clause: Omit<ClauseOrder, 'spaceId' | 'language' | 'id'>) => {
    const number = await attempt(async () => {
      await makeClause({ spaceId, language, id, ...clause })
      return order.numberOf(id)
    })
    if (number !== null) did(t('agreement.did.added', { number }), () => attempt(() => call('item.delete', id)))
  }
  /** Clauses for what one does not hold, behind it. */
  const makeRest = async (behind: ItemId, group: ClauseGroup, into: Language, rest: readonly string[]) => {
    const made: ItemId[] = []
    for (const text of rest) {
      const id = newItemId()
      await makeClause({ spaceId, group, text, language: into, id, after: made.at(-1) ?? behind })
      made.push(id)
    }
    return made
  }
  const unmake = async (ids: readonly ItemId[]) => { for (const id of ids) await call('item.delete', id) }
  /** Where its words still stand, in a sentence; empty where nowhere. */
  const stillIn = async (id: ItemId) => {
    const [copy] = await call('export.holding', id)
    if (copy !== undefined) return t('clause.still.copy', { day: formatDayOfMonth(screenLanguage, dayOfMoment(copy.at)) })
    const versions = await call('item.list', { spaceId, kinds: ['version'], parentId, limit: 1000 })
    const numbers = versions.flatMap((item) => (item.kind === 'version' && item.body.clauses.some((clause) => clause.id === id) ? [item.body.number] : []))
    return numbers.length === 0 ? '' : t('clause.still.version', { version: Math.max(...numbers) })
  }
  const take = async ({ item, number }: NumberedClause) => {
    // What cannot be looked up keeps no clause from going.
    const still = await stillIn(item.id).catch(() => '')
    const said = topicOf(item.body) === 'no-fault' ? t('agreement.did.removed-ending') : t('agreement.did.removed', { number })
    await remove(item.id, [said, still].filter(Boolean).join(' '))
  }
  const rewrite = async ({ item, number }: NumberedClause, into: Language, typed: string) => {
    const before = item.body.texts[into] ?? null
    const others = writtenIn(item.body).filter((other) => other !== into && item.body.texts[other]?.trim() !== '')
    if (typed === '') {
      const done = await attempt(async () => { await write(item, into, others.length === 0 ? before : null); return true })
      // Emptied in its only language it is a removed one; into the bin go the words it had.
      if (done !== null && others.length === 0) await take({ item, number, text: '' })
      else if (done !== null) did(t('clause.did.language-gone', { number, language: languageWords[screenLanguage][into] }), () => attempt(() => write(item, into, before)))
      return
    }
    const [first = '', ...rest] = clauseParts(typed)
    const made = await attempt(async () => {
      await write(item, into, first)
      return makeRest(item.id, item.body.group, into, rest)
    })
    if (made === null) return
    const said = rest.length > 0 ? t('clause.did.split', { number: number + 1 }) : into === language ? t('agreement.did.changed', { number }) : t('clause.did.language', { number, language: languageWords[screenLanguage][into] })
    did(said, () => attempt(async () => { await unmake(made); await write(item, into, before) }))
  }

  return {
    ...order,
    remove: take,
    async clear({ item, number }: NumberedClause, clear: boolean) {
      await change<'clause'>(item, { clear }, t(clear ? 'agreement.did.clear' : 'agreement.did.unclear', { number }))
    },
    /** Back to the words it was given, by its rule or its sample. */
    async useGiven({ item, number }: NumberedClause) {
      const given = sampleText(item.body, language)
      if (given !== null) await change<'clause'>(item, { texts: { [language]: given } }, t('agreement.did.sample', { number }))
    },
    /** The words of another sample in place of its own, in every language. */
    async takeSample({ item, number }: NumberedClause, sample: SampleId) {
      await change<'clause'>(item, { sample, texts: { [language]: sampleWords(sample, language) } }, t('clause.did.sample', { number }))
    },
    async addSample(id: ItemId, group: ClauseGroup, sample: SampleId) {
      await make(id, { group, sample, text: { [language]: sampleWords(sample, language) } })
    },
    /** A clause about a matter, from its first sample: there at once for whoever types on, and made meanwhile. */
    addTopic(id: ItemId, group: ClauseGroup, topic: ClauseTopic): PendingClause | null {
      const sample = topic === 'no-fault' ? endingClause.id : catalogue.find((one) => 'topic' in one && one.topic === topic)?.id
      if (sample === undefined) return null
      const after = placeForTopic(agreement.groups.find((one) => one.group === group)?.clauses ?? [], group, topic)
      const content = { kind: 'clause', body: { group, sample, topic, texts: { [language]: sampleWords(sample, language) }, clear: false } } as const
      const keeper = beginDraft({ id, spaceId, parentId, onDate: null, privacy: 'private' }, content)
      // Its first words are there already: they make it.
      changeDraft(keeper, content)
      // Calls keep their order: it is made when this asks.
      const placed = after === undefined ? null : call('item.move', { id, after })
      // One after the other: what was added last is undone first.
      adding.current = adding.current.then(async () => {
        const number = await attempt(async () => { await placed; return order.numberOf(id) })
        if (number !== null) did(t('agreement.did.added', { number }), () => attempt(() => call('item.delete', id)))
      })
      // Said by the act that waits for it.
      placed?.catch(() => undefined)
      return { item: asItem(keeper, agreement), after }
    },
    /** One that was just written, before the core has it. */
    written(id: ItemId): PendingClause | null {
      const keeper = keptDraft(id)
      return keeper === null ? null : { item: asItem(keeper, agreement) }
    },
    async addRule(id: ItemId, rule: ConfidenceRule) {
      await make(id, { group: 'confidence', confidence: rule, text: { [language]: confidenceText(rule, language) } })
    },
    /** Words that followed the rule follow the new one; words of one's own stay. */
    async changeRule({ item, number }: NumberedClause, confidence: ConfidenceRule) {
      const { texts } = item.body
      const follows = writtenIn(item.body).filter((written) => texts[written] === sampleText(item.body, written))
      const next = Object.fromEntries(writtenIn(item.body).map((written) => [written, follows.includes(written) ? confidenceText(confidence, written) : texts[written]]))
      await change<'clause'>(item, { confidence, texts: next }, t('clause.did.rule', { number }))
    },
    /** The clause as it is once nothing is under way any more; null where nothing is. */
    writing: (item: ClauseItem): Promise<ClauseItem> | null => writing.current?.then(async () => {
      const now = await call('item.get', item.id)
      return now.kind === 'clause' ? now : item
    }) ?? null,
    /** The words went to the core while they were typed; this says so. */
    async changed(clause: NumberedClause, into: Language, typed: string) {
      // One after the other: two languages of a clause are written in one item.
      const act = (writing.current ?? Promise.resolve()).catch(() => undefined).then(() => rewrite(clause, into, typed))
      writing.current = act
      await act.finally(() => { if (writing.current === act) writing.current = null })
    },
    async added(id: ItemId, group: ClauseGroup, typed: string) {
      const made = await attempt(async () => {
        await saveNow()
        if (typed === '') {
          forgetDraft(id)
          await call('item.delete', id)
          return null
        }
        return makeRest(id, group, language, clauseParts(typed).slice(1))
      })
      if (made === null) return
      const number = await attempt(() => order.numberOf(id))
      if (number === null) return
      did(made.length > 0 ? t('clause.did.split', { number: number + 1 }) : t('agreement.did.added', { number }), () => attempt(() => unmake([...made, id])))
    },
  }
}

function asItem(keeper: Keeper, { item: { spaceId, id, updatedAt } }: AgreementOnScreen): ClauseItem {
  return {
    id: keeper.id, spaceId, parentId: id, position: 0, title: '', privacy: 'private', onDate: null, createdAt: updatedAt, updatedAt, revision: Math.max(1, keeper.revision), deletedAt: null,
    kind: 'clause', body: bodyOf<'clause'>(keeper),
  }
}

export type ClauseActs = ReturnType<typeof useClauseActs>
