/** Everything one does with a commitment, wherever it stands: Plan, an agenda, the read-back. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { dayAt } from '../../shared/dates.ts'
import type { Day } from '../../shared/dates.ts'
import { formatDayOfMonth } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Body, ItemOf } from '../../shared/item.ts'
import { call } from '../api.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { MenuAct } from '../ui/Menu.tsx'
import { CommitmentDialog } from './CommitmentDialog.tsx'
import type { CommitmentDetails } from './CommitmentDialog.tsx'
import { usualDue } from './due.ts'
import { SettleDialog } from './SettleDialog.tsx'
import type { Settlement } from './SettleDialog.tsx'

type Commitment = ItemOf<'commitment'>
type Asked =
  | { what: 'new'; details: CommitmentDetails; parentId: ItemId | null; source: ItemId | null }
  | { what: 'change'; item: Commitment }
  | { what: 'settle'; item: Commitment; begin: Settlement }

export type Commitments = {
  tick: (item: Commitment, done: boolean) => Promise<unknown>
  acts: (item: Commitment) => MenuAct[]
  ask: (details?: Partial<CommitmentDetails>, under?: { parentId: ItemId | null; source?: ItemId | null }) => void
  change: (item: Commitment) => void
  write: (details: CommitmentDetails, parentId: ItemId | null, source?: ItemId | null) => Promise<boolean>
  due: Day
  /** Where the dialogs stand; render it once. */
  dialog: ReactNode
}

/** `from` is the day that due dates are counted from, `nextSession` the day of the one to come. */
export function useCommitments(from: Day, nextSession: Day | null, onClosed?: () => void): Commitments {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const { change, remove, create } = useItemActs()
  const [asked, setAsked] = useState<Asked | null>(null)
  const today = dayAt(new Date())
  const due = usualDue(from < today ? today : from, nextSession)
  const close = () => { setAsked(null); onClosed?.() }

  const tick = (item: Commitment, done: boolean) => {
    const part: Partial<Body<'commitment'>> = done ? { status: 'done', settledAt: new Date().toISOString() } : { status: 'open', settledAt: null }
    return change(item, part, t(done ? 'commitment.said.done' : 'commitment.said.open', { text: item.body.text }))
  }
  const settle = (item: Commitment, how: Settlement, newDue: Day | null, word: string) => {
    const { text, earlierDates, due: oldDue } = item.body
    switch (how) {
      case 'done': return change(item, { status: 'done', settledAt: new Date().toISOString(), word }, t('commitment.said.done', { text }))
      case 'not-yet': return change(item, { status: 'open', settledAt: null, word }, t('commitment.said.not-yet', { text }))
      case 'drop': return change(item, { status: 'dropped', settledAt: new Date().toISOString(), word }, t('commitment.said.drop', { text }))
      case 'renegotiate': {
        const earlier = oldDue === null || oldDue === newDue ? earlierDates : [...earlierDates, oldDue].slice(-200)
        const date = newDue === null ? t('commitment.no-date') : formatDayOfMonth(language, newDue)
        return change(item, { status: 'open', settledAt: null, due: newDue, earlierDates: earlier, word }, t('commitment.said.renegotiate', { date, text }))
      }
    }
  }
  const write = async (details: CommitmentDetails, parentId: ItemId | null, source: ItemId | null = null) => {
    const id = newItemId()
    const body: Body<'commitment'> = { ...details, status: 'open', settledAt: null, word: '', earlierDates: [] }
    const made = await create({ id, spaceId: space.id, parentId, content: { kind: 'commitment', body } }, t('commitment.said.written'))
    if (made !== null && source !== null) await call('link.add', { from: id, to: source, type: 'from' }).catch(() => undefined)
    return made !== null
  }
  const acts = (item: Commitment): MenuAct[] => {
    const ask = (begin: Settlement) => () => setAsked({ what: 'settle', item, begin })
    return [
      ...(item.body.status === 'open' ? [
        { id: 'done', label: t('commitment.act.done'), act: () => void tick(item, true) },
        { id: 'not-yet', label: t('commitment.act.not-yet'), act: ask('not-yet') },
        { id: 'renegotiate', label: t('commitment.act.renegotiate'), act: ask('renegotiate') },
        { id: 'drop', label: t('commitment.act.drop'), act: ask('drop') },
      ] : [{ id: 'open', label: t('commitment.act.open'), act: () => void tick(item, false) }]),
      { id: 'change', label: t('commitment.act.change'), act: () => setAsked({ what: 'change', item }) },
      { id: 'remove', label: t('commitment.act.remove'), danger: true, act: () => void remove(item.id, t('commitment.said.removed')) },
    ]
  }
  const common = { from, today, nextSession, onClose: close }
  const dialog = asked === null ? null
    : asked.what === 'settle' ? (
      <SettleDialog {...common} item={asked.item} begin={asked.begin} onDone={(how, newDue, word) => { close(); void settle(asked.item, how, newDue, word) }} />
    ) : asked.what === 'change' ? (
      <CommitmentDialog
        {...common} editing initial={asked.item.body}
        onDone={(details) => {
          close()
          const { due: before, earlierDates } = asked.item.body
          const earlier = before === null || before === details.due ? earlierDates : [...earlierDates, before].slice(-200)
          void change(asked.item, { ...details, earlierDates: earlier }, t('commitment.said.changed'))
        }}
      />
    ) : (
      <CommitmentDialog {...common} initial={asked.details} onDone={(details) => { close(); void write(details, asked.parentId, asked.source) }} />
    )
  return {
    tick, acts, write, due, dialog,
    ask: (details, under) => setAsked({
      what: 'new', parentId: under?.parentId ?? null, source: under?.source ?? null,
      details: { text: '', who: space.role === 'mentor' ? 'mentor' : 'mentee', sort: null, due, ...details },
    }),
    change: (item) => setAsked({ what: 'change', item }),
  }
}
