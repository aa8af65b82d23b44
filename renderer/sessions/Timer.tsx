import { useEffect, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { minutesSince } from './agenda.ts'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'

const lookEveryMs = 5_000

/** Whole minutes since it began, while it runs; null before and after. */
export function useElapsed({ body: { status, startedAt } }: SessionItem): number | null {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    if (status !== 'running') return
    const timer = setInterval(() => setNow(new Date()), lookEveryMs)
    return () => clearInterval(timer)
  }, [status])
  return status === 'running' && startedAt !== null ? minutesSince(startedAt, now) : null
}

/** Whole minutes of the planned length; still, and never read out by itself. */
export function Timer({ session }: { session: SessionItem }) {
  const t = useMessages()
  const elapsed = useElapsed(session)
  const { status, startedAt, closedAt, minutes } = session.body
  if (startedAt === null) return status === 'planned' ? <p className={css.timerLine}>{t('during.not-begun', { minutes })}</p> : null
  if (closedAt !== null) return <p className={css.timerLine}>{t('during.took', { now: minutesSince(startedAt, new Date(closedAt)), of: minutes })}</p>
  return <p className={css.timer} role="timer" aria-live="off" aria-label={t('during.timer.label')}>{t('during.timer', { now: elapsed ?? minutesSince(startedAt, new Date()), minutes })}</p>
}
