/** Everything one does with a session as a whole, from the list or from its own screen. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { call } from '../api.ts'
import { useCall } from '../frame/data.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { MenuAct } from '../ui/Menu.tsx'
import { useUndo } from '../ui/undo.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import { SessionDialog } from './SessionDialog.tsx'
import { usualDetails } from './session-plan.ts'
import type { SessionDetails, SessionItem } from './session-plan.ts'
import { whenLine } from './words.ts'

/** The sessions of this space, newest first; undefined before the first answer. */
export function useSessionList(): SessionItem[] | undefined {
  const space = useSpace()
  return useCall('item.list', { spaceId: space.id, kinds: ['session'], limit: 1000 }).data?.filter((item) => item.kind === 'session')
}

type Asked = { what: 'plan'; stay: boolean } | { what: 'change'; session: SessionItem } | { what: 'cancel'; session: SessionItem }

export type SessionActs = {
  /** Ask for a date; `stay` keeps the screen where it is. */
  askPlan: (stay?: boolean) => void
  plan: (details: SessionDetails, stay?: boolean) => Promise<void>
  start: (session: SessionItem) => void
  close: (session: SessionItem) => void
  menu: (session: SessionItem, open?: () => void) => MenuAct[]
  /** Where the dialogs stand; render it once. */
  dialog: ReactNode
}

export function useSessionActs(sessions: readonly SessionItem[]): SessionActs {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const navigate = useNavigate()
  const { did } = useUndo()
  const { attempt, remove, settle, change } = useItemActs()
  const [asked, setAsked] = useState<Asked | null>(null)
  const today = dayAt(new Date())
  const close = () => setAsked(null)

  const plan = async (details: SessionDetails, stay = false) => {
    const made = await attempt(() => call('session.plan', { spaceId: space.id, ...details }))
    if (made?.kind !== 'session') return
    if (!stay) await navigate({ to: '/sessions/$id', params: { id: made.id }, search: { mode: 'before' } })
    // After going there: arriving at a place clears the line.
    setTimeout(() => did(t('sessions.said.planned', { n: made.body.number }), () => attempt(async () => {
      await call('item.delete', made.id)
      if (!stay) await navigate({ to: '/sessions' })
    })), 0)
  }
  const alter = async (session: SessionItem, details: SessionDetails) => {
    const { number, status, startsAt } = session.body
    const { startsAt: newStart, ...rest } = details
    const moved = newStart !== startsAt
    // Only a planned one moves; on one that was held, another date is a correction.
    if (status === 'planned' && moved) {
      const done = await attempt(() => call('session.reschedule', { id: session.id, startsAt: newStart }))
      if (done?.kind !== 'session') return
      const said = t('sessions.said.moved', { n: number, day: whenLine(language, newStart, today) })
      await change(session, { startsAt: newStart, moves: done.body.moves, ...rest }, said)
    } else {
      await change(session, details, t('sessions.said.changed', { n: number }))
    }
  }
  const menu = (session: SessionItem, open?: () => void): MenuAct[] => {
    const { status, number } = session.body
    const n = { n: number }
    return [
      ...(open === undefined ? [] : [{ id: 'open', label: t('sessions.open'), act: open }]),
      ...(status === 'cancelled' ? [] : [{ id: 'change', label: t('sessions.move'), act: () => setAsked({ what: 'change', session }) }]),
      ...(status === 'planned' || status === 'running' ? [{ id: 'cancel', label: t('sessions.cancel'), act: () => setAsked({ what: 'cancel', session }) }] : []),
      ...(status === 'closed' || status === 'cancelled' ? [{
        id: 'reopen', label: t(status === 'closed' ? 'sessions.reopen' : 'sessions.replan'),
        act: () => void settle(
          () => call('session.reopen', session.id), t('sessions.said.reopened', n),
          () => (status === 'closed' ? call('session.close', session.id) : call('session.cancel', { id: session.id, word: session.body.cancelled?.word ?? '' })),
        ),
      }] : []),
      {
        id: 'remove', label: t('sessions.remove'), danger: true,
        act: () => void (async () => {
          await navigate({ to: '/sessions' })
          await remove(session.id, t('sessions.said.removed', n))
        })(),
      },
    ]
  }
  const dialog = asked === null ? null
    : asked.what === 'plan' ? <SessionDialog initial={usualDetails(sessions, today)} number={null} onClose={close} onDone={(details) => { close(); void plan(details, asked.stay) }} />
    : asked.what === 'change' ? <SessionDialog initial={asked.session.body} number={asked.session.body.number} onClose={close} onDone={(details) => { close(); void alter(asked.session, details) }} />
    : (
      <CancelDialog
        number={asked.session.body.number} onClose={close}
        onDone={(word) => {
          close()
          const { id, body: { number } } = asked.session
          void settle(() => call('session.cancel', { id, word }), t('sessions.said.cancelled', { n: number }), () => call('session.reopen', id))
        }}
      />
    )
  return {
    plan, menu, dialog,
    askPlan: (stay = false) => setAsked({ what: 'plan', stay }),
    start: (session) => void attempt(() => call('session.start', session.id)),
    close: (session) => void settle(() => call('session.close', session.id), t('sessions.said.closed', { n: session.body.number }), () => call('session.reopen', session.id)),
  }
}
