import { useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { AfterRecovery } from './AfterRecovery.tsx'
import { LeafTitle } from './LeafTitle.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { useNewPassphrase } from './use-new-passphrase.ts'
import { VaultDesk } from './VaultDesk.tsx'
import type { Opened } from './VaultGate.tsx'
import css from './Vault.module.css'

/** Forgotten passphrase: the recovery code, a new passphrase at once, then the offer of a new sheet. */
export function CannotGetIn({ onOpened, onBack, onBackup }: { onOpened: (opened: Opened) => void; onBack: () => void; onBackup: () => void }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  return opened === null
    ? <OpenWithCode onRecovered={setOpened} onBack={onBack} onBackup={onBackup} />
    : <AfterRecovery onDone={() => onOpened(opened)} />
}

function OpenWithCode({ onRecovered, onBack, onBackup }: { onRecovered: (opened: Opened) => void; onBack: () => void; onBackup: () => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const { choose, busy, mayInsist, fields } = useNewPassphrase(async (newPassphrase) => {
    try {
      onRecovered({ notices: (await call('vault.recover', { code, newPassphrase })).notices })
    } catch (error) {
      setProblem(errorText(error))
      field.current?.focus()
    }
  })
  return (
    <VaultDesk wide>
      <LeafTitle>{t('cannot.title')}</LeafTitle>
      <p className={css.lead}>{t('cannot.text')}</p>
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); void choose(false) }}>
        <TextField label={t('recovery.code')} value={code} onChange={(event) => setCode(event.target.value)} error={problem} autoCapitalize="characters" ref={field} />
        <NewPassphrase {...fields} label={t('cannot.new')} />
        <div className={css.hint}>
          <p>{t('cannot.backup')} <Button look="link" onClick={onBackup}>{t('unlock.backup')}</Button></p>
          <p>{t('cannot.none')}</p>
        </div>
        <div className={`${css.acts} ${css.bottom}`}>
          <Button pull="start" onClick={onBack} off={busy}>{t('act.back')}</Button>
          <div className={css.actsEnd}>
            {mayInsist && <Button onClick={() => void choose(true)}>{t('passphrase.anyway')}</Button>}
            <Button look="primary" type="submit" off={busy}>{busy ? t('unlock.busy') : t('cannot.act')}</Button>
          </div>
        </div>
      </form>
    </VaultDesk>
  )
}
