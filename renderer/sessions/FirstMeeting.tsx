import { useNavigate } from '@tanstack/react-router'
import { call } from '../api.ts'
import { saveNow } from '../editor/drafts.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { useReaders } from '../path/readers.ts'
import { usePath } from '../path/use-path.ts'
import { Button } from '../ui/Button.tsx'
import { useUndo } from '../ui/undo.tsx'
import { formatDay } from '../../shared/format-date.ts'
import css from './Meeting.module.css'
import type { SessionItem } from './session-plan.ts'

/** Prepare a first meeting, and take that away again; each undoes the other. */
export function useFirstMeeting(session: SessionItem): { begin: () => Promise<void>; remove: () => Promise<void> } {
  const t = useMessages()
  const language = useLanguage()
  const { attempt } = useItemActs()
  const { did } = useUndo()
  const { id: sessionId } = session
  const takeAway = async () => {
    await saveNow()
    return call('meeting.remove', { sessionId })
  }
  return {
    async begin() {
      const done = await attempt(() => call('meeting.begin', { sessionId, language }))
      if (done !== null && done.made.length > 0) did(t('meeting.said.begun'), () => attempt(takeAway))
    },
    async remove() {
      const done = await attempt(takeAway)
      if (done === null) return
      did(t('meeting.said.removed'), () => attempt(async () => {
        await call('meeting.restore', { sessionId, items: done.removed })
        return true
      }))
    },
  }
}

/** Said once, before the first time the two meet; nobody has to take it. */
export function FirstMeeting({ session }: { session: SessionItem }) {
  const t = useMessages()
  const { begin } = useFirstMeeting(session)
  return (
    <section className={css.first} aria-labelledby="first-meeting">
      <h2 id="first-meeting" className={css.lead}>{t('meeting.first')}</h2>
      <p>{t('meeting.first.about', { minutes: session.body.minutes })}</p>
      <Button look="outline" onClick={() => void begin()}>{t('meeting.first.act')}</Button>
    </section>
  )
}

/** What mentoring is and is not, once more before one meets. */
export function PrimerLine() {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const path = usePath()
  const mine = useReaders(path).find((reader) => reader.mine)
  if (!path.ready) return null
  return (
    <p className={css.primer}>
      <span>{t('meeting.primer')} <Button look="link" onClick={() => void navigate({ to: '/path/primer' })}>{t('path.primer')}</Button></span>
      {mine !== undefined && mine.on !== null && <span className={css.read}>{t('path.primer.read.mine', { date: formatDay(language, mine.on) })}</span>}
    </p>
  )
}
