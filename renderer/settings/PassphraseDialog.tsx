import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { AppError } from '../../shared/errors.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import css from './Settings.module.css'

/** Something that only who knows the passphrase may do: what it means, the passphrase, the act. */
export function PassphraseDialog({ title, children, act, busyAct, danger = false, onAct, onClose }: {
  title: string
  children: ReactNode
  act: string
  /** What the button says meanwhile. */
  busyAct: string
  danger?: boolean
  /** A refusal is said here; afterwards `onAct` closes the dialog or shows the next one. */
  onAct: (passphrase: string) => Promise<void>
  onClose: () => void
}) {
  const t = useMessages()
  const errorText = useErrorText()
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | undefined>(undefined)
  const [failure, setFailure] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const run = async () => {
    setTried(true)
    if (busy || passphrase === '') return
    setBusy(true)
    setRefused(undefined)
    setFailure(null)
    try {
      await onAct(passphrase)
    } catch (error) {
      setBusy(false)
      if (error instanceof AppError && error.code === 'vault.wrong-passphrase') {
        setRefused(errorText(error))
        field.current?.select()
      } else setFailure(errorText(error))
    }
  }
  return (
    <Dialog
      title={title} onClose={onClose} held={busy} onSubmit={() => void run()}
      acts={(
        <>
          <Button onClick={onClose} off={busy}>{t('act.cancel')}</Button>
          <Button look={danger ? 'danger' : 'primary'} type="submit" off={busy}>{busy ? busyAct : act}</Button>
        </>
      )}
    >
      {children}
      {failure !== null && <p role="alert" className={css.problem}>{failure}</p>}
      <PassphraseField
        label={t('passphrase.label')} value={passphrase} onChange={setPassphrase} autoFocus ref={field}
        error={refused ?? (tried && passphrase === '' ? t('settings.passphrase.current-empty') : undefined)}
      />
    </Dialog>
  )
}
