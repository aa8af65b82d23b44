import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { isWeak, NewPassphrase } from './NewPassphrase.tsx'
import type { NewPassphraseState } from './NewPassphrase.tsx'
import { VaultDesk } from './VaultDesk.tsx'
import type { Opened } from './VaultGate.tsx'
import css from './Vault.module.css'

/** Forgotten passphrase: the recovery code, then a new passphrase at once. */
export function CannotGetIn({ onOpened, onBack }: { onOpened: (opened: Opened) => void; onBack: () => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const [chosen, setChosen] = useState<NewPassphraseState>({ passphrase: '', problem: null })
  const [tried, setTried] = useState(false)
  const [weak, setWeak] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const onChange = useCallback((state: NewPassphraseState) => setChosen(state), [])
  const open = async (anyway: boolean) => {
    setTried(true)
    if (busy || chosen.problem !== null) return
    setBusy(true)
    try {
      if (!anyway && await isWeak(chosen.passphrase)) {
        setWeak(chosen.passphrase)
        setBusy(false)
        return
      }
      onOpened({ notices: (await call('vault.recover', { code, newPassphrase: chosen.passphrase })).notices })
    } catch (error) {
      setBusy(false)
      setProblem(errorText(error))
      field.current?.focus()
    }
  }
  return (
    <VaultDesk wide>
      <h1 className={css.title}>{t('cannot.title')}</h1>
      <p className={css.lead}>{t('cannot.text')}</p>
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); void open(false) }}>
        <TextField label={t('recovery.code')} value={code} onChange={(event) => setCode(event.target.value)} error={problem} autoCapitalize="characters" ref={field} />
        <NewPassphrase onChange={onChange} showProblem={tried} label={t('cannot.new')} />
        <p className={css.hint}>{t('cannot.none')}</p>
        <div className={`${css.acts} ${css.bottom}`}>
          <Button pull="start" onClick={onBack} off={busy}>{t('act.back')}</Button>
          <div className={css.actsEnd}>
            {weak === chosen.passphrase && chosen.problem === null && !busy && <Button onClick={() => void open(true)}>{t('passphrase.anyway')}</Button>}
            <Button look="primary" type="submit" off={busy}>{busy ? t('unlock.busy') : t('cannot.act')}</Button>
          </div>
        </div>
      </form>
    </VaultDesk>
  )
}
