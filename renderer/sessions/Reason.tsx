import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOfMoment, formatShortDay } from '../../shared/format-date.ts'
import type { AgendaReason } from '../../shared/item.ts'
import type { ItemId } from '../../shared/ids.ts'
import { useCall } from '../frame/data.ts'
import { usePartyLabel, useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import type { SessionItem } from './session-plan.ts'

/** Why a line stands on the agenda, with the way to where it came from. */
export function Reason({ reason, sessions }: { reason: AgendaReason; sessions: readonly SessionItem[] }) {
  const t = useMessages()
  if (reason.rule === 'own') return <>{t('reason.own')}</>
  if (reason.rule === 'part') return <>{t('reason.part')}</>
  if (reason.rule === 'bank') return <FromBank from={reason.from} />
  if (reason.rule === 'raised') return <Raised from={reason.from} />
  return <FromSession rule={reason.rule} from={reason.from} sessions={sessions} />
}

function FromBank({ from }: { from: ItemId }): ReactNode {
  const t = useMessages()
  const { data } = useCall('item.get', from)
  return t(data?.kind === 'story' ? 'reason.bank.story' : 'reason.bank.topic')
}

function Raised({ from }: { from: ItemId }): ReactNode {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const { data } = useCall('item.get', from)
  if (data === undefined || data.deletedAt !== null) return t('reason.raised.gone')
  return (
    <>{t('reason.raised')} <Button look="link" onClick={() => void navigate({ to: '/journal/$id', params: { id: from } })}>
      {formatShortDay(language, data.onDate ?? dayOfMoment(data.createdAt))}
    </Button></>
  )
}

function FromSession({ rule, from, sessions }: { rule: 'carried' | 'asked'; from: ItemId; sessions: readonly SessionItem[] }): ReactNode {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const label = usePartyLabel()
  const navigate = useNavigate()
  const { data } = useCall('item.get', from)
  const session = sessions.find((one) => one.id === data?.parentId)
  if (data === undefined || data.deletedAt !== null || session === undefined) return t(`reason.${rule}.gone`)
  const n = session.body.number
  const who = data.kind === 'answer' ? data.body.who : 'both'
  const words = rule === 'carried' ? t('reason.carried', { n }) : who === space.role ? t('reason.asked.you', { n }) : t('reason.asked', { n, name: label(who) })
  return (
    <>{words} <Button look="link" onClick={() => void navigate({ to: '/sessions/$id', params: { id: session.id }, search: { mode: rule === 'asked' ? 'after' : 'before' }, hash: from })}>
      {formatShortDay(language, dayOfMoment(session.body.startsAt))}
    </Button></>
  )
}
