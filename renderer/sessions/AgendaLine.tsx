import { useId } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import type { MenuAct } from '../ui/Menu.tsx'
import { Reason } from './Reason.tsx'
import type { SessionItem } from './session-plan.ts'
import { MinutesField } from './MinutesField.tsx'
import css from './Session.module.css'

type Line = ItemOf<'agenda-item'>

/** One line of the agenda, written in place; it is made with its first letter. */
export function AgendaLine({ id, line, n, session, sessions, acts, onStep, onEnter, onLeaveEmpty, tick, grip, here = false }: {
  id: ItemId
  /** Null for a new line. */
  line: Line | null
  n: number
  session: SessionItem
  sessions: readonly SessionItem[]
  acts: readonly MenuAct[]
  onStep: (step: -1 | 1) => void
  onEnter: () => void
  onLeaveEmpty?: () => void
  tick?: ReactNode
  grip?: ReactNode
  /** What is being talked about. */
  here?: boolean
}) {
  const t = useMessages()
  const space = useSpace()
  const reasonId = useId()
  const { body, change, settle, made } = useAutosave<'agenda-item'>(line, {
    id, line: true, spaceId: space.id, parentId: session.id, kind: 'agenda-item', body: { text: '', minutes: null, outcome: 'open', reason: { rule: 'own' } },
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      if (made) onStep(event.key === 'ArrowUp' ? -1 : 1)
    }
  }
  return (
    <li className={[css.agendaLine, here && css.here].filter(Boolean).join(' ')} data-item={id} onKeyDown={onKeyDown} aria-current={here ? 'step' : undefined}>
      <span className={css.number} aria-hidden>{n}</span>
      {tick}
      <div className={css.lineWords}>
        <textarea
          className={body.outcome === 'dropped' ? `${css.lineText} ${css.settled}` : css.lineText} rows={1} value={body.text} maxLength={20_000} autoComplete="off" spellCheck={false} autoFocus={line === null && !made}
          aria-label={t('agenda.line', { n })} aria-describedby={reasonId} aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown" placeholder={t('agenda.add.hint')} data-part="text"
          onChange={(event) => change({ text: event.target.value.replace(/\n/g, ' ') })}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) { event.preventDefault(); onEnter() } }}
          onBlur={() => { settle(); if (body.text === '') onLeaveEmpty?.() }}
        />
        <p className={css.reason} id={reasonId}>
          <Reason reason={body.reason} sessions={sessions} />
          {body.outcome === 'next-time' && <> · {t('after.goes-on')}</>}
          {body.outcome === 'dropped' && <> · {t('after.dropped')}</>}
          {here && <> · <span className={css.hereWord}>{t('during.now')}</span></>}
        </p>
      </div>
      <MinutesField className={css.minutes} label={t('agenda.line.minutes', { n })} minutes={body.minutes} onChange={(minutes) => change({ minutes })} onBlur={settle} />
      <span className={css.lineMenu}><RowMenu label={t('agenda.menu', { n })} acts={acts} /></span>
      {grip}
    </li>
  )
}
