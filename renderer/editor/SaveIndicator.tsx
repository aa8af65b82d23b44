import { useEffect, useState } from 'react'
import { formatTime } from '../../shared/format-date.ts'
import type { Instant } from '../../shared/dates.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { saveNow } from './drafts.ts'
import { useSaving } from './use-draft.ts'

/**
 * "Saving…", "Saved 21:14": text, quiet, not spoken. Ctrl+S writes at once and
 * says so aloud. One per screen; `before` is when the item was last saved.
 */
export function SaveIndicator({ before = null }: { before?: Instant | null }) {
  const t = useMessages()
  const language = useLanguage()
  const { status, savedAt } = useSaving()
  const [said, setSaid] = useState('')
  const at = savedAt ?? before
  const sentence = status === 'saving' ? t('save.saving') : status === 'failed' || status === 'refused' || at === null ? '' : t('save.saved', { time: formatTime(language, at) })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void saveNow().finally(() => setAsked((count) => count + 1))
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => {
    // A failure speaks for itself.
    if (asked > 0 && (status === 'saved' || status === 'idle')) setSaid(at === null ? '' : t('save.saved', { time: formatTime(language, at) }))
    // Said when asked for, not at every save.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])
  return (
    <>
      <span>{sentence}</span>
      {/* The count makes the same sentence speak twice. */}
      <span key={asked} className="visually-hidden" role="status">{said}</span>
    </>
  )
}
