import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { AppError } from '../../shared/errors.ts'
import { appWords } from '../frame/discreet.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import css from './Backups.module.css'

/** The passphrase of a backup that the open vault's key does not fit. */
export function AskPassphrase({ refused, busy = false, onTry, start }: {
  refused: unknown
  busy?: boolean
  onTry: (passphrase: string) => void
  /** Left of the main button. */
  start?: ReactNode
}) {
  const t = useMessages()
  const errorText = useErrorText()
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const error = refused instanceof AppError && refused.code === 'vault.wrong-passphrase' ? t('restore.passphrase.wrong')
    : refused !== null ? errorText(refused) : tried && passphrase === '' ? t('settings.passphrase.current-empty') : undefined
  useEffect(() => { if (refused !== null) field.current?.select() }, [refused])
  const look = () => {
    setTried(true)
    if (passphrase === '') field.current?.focus()
    else if (!busy) onTry(passphrase)
  }
  return (
    <form className={css.form} {...appWords} onSubmit={(event) => { event.preventDefault(); look() }}>
      <p>{t('restore.passphrase.text')}</p>
      <PassphraseField label={t('restore.passphrase')} value={passphrase} onChange={setPassphrase} error={error} ref={field} autoFocus />
      <div className={css.acts}>
        {start !== undefined && <span className={css.start}>{start}</span>}
        <Button look="primary" type="submit" off={busy}>{busy ? t('restore.reading') : t('restore.look')}</Button>
      </div>
    </form>
  )
}
