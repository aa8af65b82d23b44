import { useEffect, useState } from 'react'
import { call, onEvent } from '../api.ts'
import { useSaving } from '../editor/use-draft.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** The window was to be closed while words cannot be saved: one question, and whoever closes again has answered it. */
export function AskBeforeClosing() {
  const t = useMessages()
  const { status } = useSaving()
  const [asked, setAsked] = useState(false)
  const failed = status === 'failed'
  useEffect(() => onEvent('window.closing', () => setAsked(true)), [])
  useEffect(() => {
    if (!failed) return
    // A browser's own window is held only by a page that asks for it; its own box is never shown.
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [failed])
  if (!asked) return null
  const stay = () => setAsked(false)
  return (
    <Dialog
      title={t('closing.title')} onClose={stay}
      acts={<>
        <Button look="danger" onClick={() => void call('window.close')}>{t('closing.anyway')}</Button>
        <Button look="primary" autoFocus onClick={stay}>{t('closing.stay')}</Button>
      </>}
    >
      <p>{t('closing.text')}</p>
    </Dialog>
  )
}
