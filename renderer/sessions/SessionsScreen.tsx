import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { useEffect } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { asHeading, formatMonth } from '../../shared/format-date.ts'
import { localTimeAt } from '../../shared/rules/days.ts'
import { Screen } from '../frame/Screen.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Empty, GroupHead, Rows, SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { useOneStop } from '../ui/use-one-stop.ts'
import { groupSessions, isOver } from './session-plan.ts'
import type { SessionItem } from './session-plan.ts'
import css from './Sessions.module.css'
import { useSessionActs, useSessionList } from './use-sessions.tsx'
import type { SessionActs } from './use-sessions.tsx'
import { detailsLine, movedFrom } from './words.ts'

/** The sessions to come, and those that were, by month. */
export function SessionsScreen() {
  const t = useMessages()
  const language = useLanguage()
  const data = useSessionList()
  const sessions = data ?? []
  const acts = useSessionActs(sessions)
  const navigate = useNavigate()
  const asked = useSearch({ from: '/sessions' }).new === 'session' && data !== undefined
  useEffect(() => {
    if (!asked) return
    acts.askPlan()
    void navigate({ to: '/sessions', replace: true })
    // Once per visit; what asking does then depends on nothing that changes meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])
  const now = new Date()
  const { ahead, past } = groupSessions(sessions, dayAt(now))
  const plan = (
    <Button look="primary" onClick={() => acts.askPlan()}><CalendarPlus size={20} strokeWidth={1.75} aria-hidden />{t('sessions.plan')}</Button>
  )
  return (
    <Screen wide foot={sessions.length > 0 ? <SheetFoot>{plan}</SheetFoot> : undefined}>
      <SheetHead title={t('place.sessions')} />
      {data !== undefined && sessions.length === 0 && <Empty act={plan}>{t('sessions.empty')}</Empty>}
      <div className={css.groups}>
        {ahead.length > 0 && (
          <section>
            <GroupHead>{t('sessions.ahead')}</GroupHead>
            <List label={t('sessions.ahead')} sessions={ahead} acts={acts} now={now} />
          </section>
        )}
        {past.map(({ month, sessions: list }) => (
          <section key={month}>
            <GroupHead>{asHeading(formatMonth(language, month))}</GroupHead>
            <List label={asHeading(formatMonth(language, month))} sessions={list} acts={acts} now={now} />
          </section>
        ))}
      </div>
      {acts.dialog}
    </Screen>
  )
}

function List({ label, sessions, acts, now }: { label: string; sessions: readonly SessionItem[]; acts: SessionActs; now: Date }) {
  const { stop, list } = useOneStop(sessions.map((session) => session.id))
  return (
    <div {...list}>
      <Rows label={label}>{sessions.map((session) => <SessionRow key={session.id} session={session} acts={acts} now={now} tabStop={stop(session.id)} />)}</Rows>
    </div>
  )
}

function SessionRow({ session, acts, now, tabStop }: { session: SessionItem; acts: SessionActs; now: Date; tabStop: boolean }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const { body } = session
  const open = () => void navigate({ to: '/sessions/$id', params: { id: session.id } })
  const state = body.status === 'running' ? t('sessions.running')
    : body.status === 'planned' && isOver(session, localTimeAt(now)) ? t('sessions.over') : ''
  const cancelled = body.status === 'cancelled'
  return (
    <li className={cancelled ? `${css.row} ${css.quiet}` : css.row} data-item={session.id}>
      <div>
        <p className={css.head}>
          <button type="button" className={css.name} tabIndex={tabStop ? 0 : -1} onClick={open}>{t('session.title', { n: body.number })}</button>
          {state !== '' && <span className={css.state}>{state}</span>}
        </p>
        <p className={css.line}>{[detailsLine(language, body, dayAt(now)), body.place].filter((part) => part !== '').join(' · ')}</p>
        {body.moves.length > 0 && <p className={css.line}>{t('sessions.moved', { dates: movedFrom(language, session) })}</p>}
        {cancelled && <p className={css.line}>{body.cancelled?.word ? t('sessions.cancelled.word', { word: body.cancelled.word }) : t('sessions.cancelled')}</p>}
      </div>
      <span className={css.menu}><RowMenu label={t('sessions.menu', { n: body.number })} acts={acts.menu(session, open)} tabStop={tabStop} /></span>
    </li>
  )
}
