import { useEffect, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { minutesSince } from './agenda.ts'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'

const lookEveryMs = 5_000

/** Whole minutes of the planned length; still, and never read out by itself. */
export function Timer({ session }: { session: SessionItem }) {
  const t = useMessages()
  const { status, startedAt, closedAt, minutes } = session.body
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    if (status !== 'running') return
    const timer = setInterval(() => setNow(new Date()), lookEveryMs)
    return () => clearInterval(timer)
  }, [status])
  if (startedAt === null) return status === 'planned' ? <p className={css.timerLine}>{t('during.not-begun', { minutes })}</p> : null
  if (closedAt !== null) return <p className={css.timerLine}>{t('during.took', { now: minutesSince(startedAt, new Date(closedAt)), of: minutes })}</p>
  return <p className={css.timer} role="timer" aria-live="off" aria-label={t('during.timer.label')}>{t('during.timer', { now: minutesSince(startedAt, now), minutes })}</p>
}
