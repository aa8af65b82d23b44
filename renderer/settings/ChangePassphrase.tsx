import { useCallback, useRef, useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import { call } from '../api.ts'
import { useAct } from '../frame/data.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useUndo } from '../ui/undo.tsx'
import { isWeak, NewPassphrase } from '../vault/NewPassphrase.tsx'
import type { NewPassphraseState } from '../vault/NewPassphrase.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import css from './Settings.module.css'

/** Put a new passphrase in place of the current one, and say what that does not reach. */
export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const act = useAct()
  const { did } = useUndo()
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState<NewPassphraseState>({ passphrase: '', problem: null })
  const [tried, setTried] = useState(false)
  const [weak, setWeak] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | undefined>(undefined)
  const [failure, setFailure] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const onChange = useCallback((state: NewPassphraseState) => setChosen(state), [])
  const change = async (anyway: boolean) => {
    setTried(true)
    if (busy || current === '' || chosen.problem !== null) return
    setBusy(true)
    setRefused(undefined)
    setFailure(null)
    try {
      // Asked anew: the meter may not have heard of the last letter yet.
      if (!anyway && await isWeak(chosen.passphrase)) {
        setWeak(chosen.passphrase)
        setBusy(false)
        return
      }
      await call('passphrase.change', { current, next: chosen.passphrase })
    } catch (error) {
      setBusy(false)
      if (error instanceof AppError && error.code === 'vault.wrong-passphrase') {
        setRefused(errorText(error))
        field.current?.select()
      } else setFailure(errorText(error))
      return
    }
    // Reads everything anew: the row says since when.
    await act('vault.facts')
    did(t('settings.passphrase.changed'))
    onClose()
  }
  return (
    <Dialog
      title={t('settings.passphrase.title')} onClose={onClose} held={busy} onSubmit={() => void change(false)}
      acts={(
        <>
          <Button onClick={onClose} off={busy}>{t('act.cancel')}</Button>
          {weak === chosen.passphrase && chosen.problem === null && !busy && <Button onClick={() => void change(true)}>{t('passphrase.anyway')}</Button>}
          <Button look="primary" type="submit" off={busy}>{busy ? t('settings.passphrase.busy') : t('settings.passphrase.act')}</Button>
        </>
      )}
    >
      <p>{t('settings.passphrase.copies')}</p>
      {failure !== null && <p role="alert" className={css.problem}>{failure}</p>}
      <PassphraseField
        label={t('settings.passphrase.current')} value={current} onChange={setCurrent} autoFocus ref={field}
        error={refused ?? (tried && current === '' ? t('settings.passphrase.current-empty') : undefined)}
      />
      <NewPassphrase onChange={onChange} showProblem={tried} label={t('cannot.new')} />
    </Dialog>
  )
}
