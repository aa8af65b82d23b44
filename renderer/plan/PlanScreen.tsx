import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChevronRight, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { dayOfMoment } from '../../shared/format-date.ts'
import type { ItemOf, Party } from '../../shared/item.ts'
import { compareCommitments } from '../../shared/rules/commitments.ts'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { usePartyLabel, useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { nextPlanned } from '../sessions/session-plan.ts'
import { Button } from '../ui/Button.tsx'
import { Empty, GroupHead, Rows, SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { useOneStop } from '../ui/use-one-stop.ts'
import { CommitmentRow } from './CommitmentRow.tsx'
import css from './Plan.module.css'
import { useCommitments } from './use-commitments.tsx'
import type { Commitments } from './use-commitments.tsx'

type Commitment = ItemOf<'commitment'>

/** What each of the two has taken on, side by side and alike. */
export function PlanScreen() {
  const t = useMessages()
  const space = useSpace()
  const navigate = useNavigate()
  const { new: asked } = useSearch({ strict: false })
  const { data } = useCall('item.list', { spaceId: space.id, kinds: ['commitment'], limit: 1000 })
  const sessions = (useCall('item.list', { spaceId: space.id, kinds: ['session'], limit: 1000 }).data ?? []).filter((item) => item.kind === 'session')
  const next = nextPlanned(sessions, null)
  const commitments = useCommitments(dayAt(new Date()), next === null ? null : dayOfMoment(next.body.startsAt), () => {
    if (asked !== undefined) void navigate({ to: '/plan', replace: true })
  })
  const { ask } = commitments
  useEffect(() => {
    if (asked === 'commitment') ask()
    // Asked once per visit; what `ask` does then depends on nothing that changes meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])
  const all = (data ?? []).filter((item) => item.kind === 'commitment')
  const sessionOf = (item: Commitment) => {
    const from = sessions.find((session) => session.id === item.parentId)
    return from === undefined ? undefined : { number: from.body.number, go: () => void navigate({ to: '/sessions/$id', params: { id: from.id }, search: { mode: 'after' } }) }
  }
  const both = all.filter((item) => item.body.who === 'both')
  const column = (who: Party) => <Column key={who} who={who} items={all.filter((item) => item.body.who === who)} commitments={commitments} sessionOf={sessionOf} />
  const add = <Button look="primary" onClick={() => ask()} aria-keyshortcuts="Control+Shift+K"><Plus size={20} strokeWidth={1.75} aria-hidden />{t('plan.add')}</Button>
  const unreadable = (data ?? []).filter((item) => item.kind === 'unreadable')
  return (
    <Screen wide foot={all.length > 0 ? <SheetFoot>{add}</SheetFoot> : undefined}>
      <SheetHead title={t('place.plan')} />
      {data !== undefined && all.length === 0 && <Empty act={add}>{t('plan.empty')}</Empty>}
      {all.length > 0 && (
        <div className={css.columns}>
          {column('mentor')}
          {column('mentee')}
          {both.length > 0 && <div className={css.both}>{column('both')}</div>}
        </div>
      )}
      {unreadable.map((item) => <p key={item.id}>{item.text}</p>)}
      {commitments.dialog}
    </Screen>
  )
}

type Shown = { items: Commitment[]; commitments: Commitments; sessionOf: (item: Commitment) => { number: number; go: () => void } | undefined }

function List({ label, items, commitments, sessionOf }: Shown & { label: string }) {
  const { stop, list } = useOneStop(items.map((item) => item.id))
  return (
    <div {...list}>
      <Rows label={label}>
        {items.map((item) => <CommitmentRow key={item.id} item={item} commitments={commitments} session={sessionOf(item)} tabStop={stop(item.id)} />)}
      </Rows>
    </div>
  )
}

function Column({ who, items, commitments, sessionOf }: Shown & { who: Party }) {
  const t = useMessages()
  const label = usePartyLabel()
  const name = who === 'both' ? t('plan.both') : label(who)
  const open = items.filter((item) => item.body.status === 'open').toSorted(compareCommitments)
  const settled = items.filter((item) => item.body.status !== 'open').toSorted((a, b) => ((a.body.settledAt ?? '') < (b.body.settledAt ?? '') ? 1 : -1))
  return (
    <section aria-label={name}>
      <GroupHead>{name}</GroupHead>
      {open.length === 0 ? <p className={css.nothing}>{t('plan.nothing-open')}</p> : <List label={name} items={open} commitments={commitments} sessionOf={sessionOf} />}
      {settled.length > 0 && (
        <details className={css.settled}>
          <summary className={css.settledHead}>{t('plan.settled')} <span className={css.count}>{settled.length}</span><ChevronRight size={20} strokeWidth={1.75} aria-hidden /></summary>
          <List label={`${name}, ${t('plan.settled')}`} items={settled} commitments={commitments} sessionOf={sessionOf} />
        </details>
      )}
    </section>
  )
}
