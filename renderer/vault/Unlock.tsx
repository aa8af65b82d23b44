import { useEffect, useRef, useState } from 'react'
import type { VaultStatus } from '../../shared/vault.ts'
import { AppError } from '../../shared/errors.ts'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { VaultDesk } from './VaultDesk.tsx'
import type { Opened } from './VaultGate.tsx'
import css from './Vault.module.css'

/** The lock screen: no name, no count, no preview. */
export function Unlock({ status, onStatus, onOpened, onCannot, onNew, onBackup }: {
  status: VaultStatus
  onStatus: (status: VaultStatus) => void
  onOpened: (opened: Opened) => void
  onCannot: () => void
  onNew: () => void
  onBackup: () => void
}) {
  const t = useMessages()
  const errorText = useErrorText()
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState(status.state === 'missing' ? t('unlock.missing') : null)
  /** No passphrase helps any more: the way on is a backup. */
  const [broken, setBroken] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const unlock = async () => {
    if (busy) return
    if (passphrase === '') {
      setProblem(t('passphrase.empty'))
      field.current?.focus()
      return
    }
    setBusy(true)
    try {
      onOpened({ notices: (await call('vault.unlock', { passphrase })).notices })
    } catch (error) {
      setBusy(false)
      setBroken(error instanceof AppError && ['vault.damaged', 'vault.keys-damaged'].includes(error.code))
      setProblem(errorText(error))
      field.current?.select()
    }
  }
  const another = async () => {
    try {
      onStatus(await call('vault.choose', { for: 'open' }))
      setProblem(null)
      field.current?.focus()
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <VaultDesk>
      <h1 className={css.title}>{t('app.name')}</h1>
      <div className={css.where}>
        <span className={css.folder}>{status.folder}</span>
        <Button look="link" onClick={() => void another()}>{t('unlock.another')}</Button>
      </div>
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); void unlock() }}>
        {problem !== null && (
          <div className={css.problem}>
            <p role="alert">{problem}</p>
            {broken && <Button look="outline" onClick={onBackup}>{t('unlock.backup')}</Button>}
          </div>
        )}
        <PassphraseField label={t('passphrase.label')} value={passphrase} onChange={setPassphrase} ref={field} />
        <div className={css.acts}>
          <Button look="primary" type="submit" off={busy}>{busy ? t('unlock.busy') : t('unlock.act')}</Button>
          <span className={css.hint}>{t('unlock.time', { seconds: Math.max(1, Math.round((status.unlockMs ?? 1000) / 1000)) })}</span>
        </div>
        <div className={`${css.links} ${css.bottom}`}>
          <Button look="link" onClick={onCannot}>{t('unlock.cannot')}</Button>
          <Button look="link" onClick={onBackup}>{t('unlock.backup')}</Button>
          <Button look="link" onClick={onNew}>{t('unlock.new')}</Button>
        </div>
      </form>
    </VaultDesk>
  )
}
