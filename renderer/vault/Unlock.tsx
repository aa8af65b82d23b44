import { useEffect, useRef, useState } from 'react'
import type { VaultStatus } from '../../shared/vault.ts'
import { AppError } from '../../shared/errors.ts'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { LeafTitle } from './LeafTitle.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { useWait } from './use-wait.ts'
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
  const [busy, setBusy] = useState<'passphrase' | 'keychain' | null>(null)
  const { left, wait } = useWait()
  const [problem, setProblem] = useState(status.state === 'missing' ? t('unlock.missing') : null)
  /** No passphrase helps any more: the way on is a backup. */
  const [broken, setBroken] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const hasPassphrase = status.ways.length === 0 || status.ways.includes('passphrase')
  useEffect(() => field.current?.focus(), [])
  useEffect(() => wait(status.waitSeconds), [status, wait])

  const unlock = async () => {
    if (busy !== null || left > 0) return
    if (passphrase === '') {
      setProblem(t('passphrase.empty'))
      field.current?.focus()
      return
    }
    await open('passphrase')
  }
  const open = async (way: 'passphrase' | 'keychain') => {
    if (busy !== null) return
    setBusy(way)
    try {
      const { notices } = await (way === 'keychain' ? call('keychain.unlock') : call('vault.unlock', { passphrase }))
      onOpened({ notices })
    } catch (error) {
      setBusy(null)
      const code = error instanceof AppError ? error.code : null
      setBroken(code === 'vault.damaged' || code === 'vault.keys-damaged')
      setProblem(errorText(error))
      field.current?.select()
      if (code === 'vault.wrong-passphrase' || code === 'vault.wait') wait((await call('vault.status')).waitSeconds)
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
      <LeafTitle>{t('app.name')}</LeafTitle>
      <div className={css.where}>
        <span className={css.folder}>{status.folder}</span>
        <Button look="link" onClick={() => void another()}>{t('unlock.another')}</Button>
      </div>
      {status.keptAs !== null && <p className={css.lead}>{t('unlock.restored')} {t('restore.kept', { name: status.keptAs })}</p>}
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); if (hasPassphrase) void unlock(); else onCannot() }}>
        {problem !== null && (
          <div className={css.problem}>
            <p role="alert">{problem}</p>
            {broken && <Button look="outline" onClick={onBackup}>{t('unlock.backup')}</Button>}
          </div>
        )}
        {hasPassphrase ? (
          <>
            <PassphraseField label={t('passphrase.label')} value={passphrase} onChange={setPassphrase} ref={field} />
            <div className={css.acts}>
              <Button look="primary" type="submit" off={busy !== null || left > 0}>{busy === 'passphrase' ? t('unlock.busy') : t('unlock.act')}</Button>
              {/* A timer is not read out each second; that there is one is. */}
              <span className={css.hint} role={left > 0 ? 'timer' : undefined}>
                {left > 0 ? t('unlock.wait', { seconds: left }) : t('unlock.time', { seconds: Math.max(1, Math.round((status.unlockMs ?? 1000) / 1000)) })}
              </span>
              <span className="visually-hidden" role="status">{left > 0 ? t('unlock.wait.said') : ''}</span>
            </div>
          </>
        ) : (
          <>
            <p>{t('unlock.sheet-only')}</p>
            <div className={css.acts}><Button look="primary" type="submit" autoFocus>{t('cannot.act')}</Button></div>
          </>
        )}
        {status.keychain && (
          <div className={css.acts}>
            <Button look="outline" onClick={() => void open('keychain')} off={busy !== null}>{busy === 'keychain' ? t('unlock.keychain.busy') : t('unlock.keychain')}</Button>
          </div>
        )}
        <div className={`${css.links} ${css.bottom}`}>
          <Button look="link" onClick={onCannot}>{t('unlock.cannot')}</Button>
          <Button look="link" onClick={onBackup}>{t('unlock.backup')}</Button>
          <Button look="link" onClick={onNew}>{t('unlock.new')}</Button>
        </div>
      </form>
    </VaultDesk>
  )
}
