import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** A final act: what it is about, what it does, the verb again on its button; the safe one has the focus. */
export function SignDialog({ title, lines, act, busy, onAct, onClose }: {
  title: string
  lines: readonly string[]
  act: string
  busy: boolean
  onAct: () => void
  onClose: () => void
}) {
  const t = useMessages()
  return (
    <Dialog
      title={title} onClose={onClose} held={busy}
      acts={<><Button autoFocus off={busy} onClick={onClose}>{t('sign.act.not-yet')}</Button><Button look="primary" off={busy} onClick={onAct}>{act}</Button></>}
    >
      {lines.map((line) => <p key={line}>{line}</p>)}
    </Dialog>
  )
}
