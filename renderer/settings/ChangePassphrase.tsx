import { useRef, useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import { call } from '../api.ts'
import { useAct } from '../frame/data.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useUndo } from '../ui/undo.tsx'
import { NewPassphrase } from '../vault/NewPassphrase.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { useNewPassphrase } from '../vault/use-new-passphrase.ts'
import css from './Settings.module.css'

/** Put a new passphrase in place of the current one, and say what that does not reach. */
export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const act = useAct()
  const { did } = useUndo()
  const [current, setCurrent] = useState('')
  const [refused, setRefused] = useState<string | undefined>(undefined)
  const [failure, setFailure] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const { choose, busy, tried, mayInsist, fields } = useNewPassphrase(async (next) => {
    setRefused(undefined)
    setFailure(null)
    try {
      await call('passphrase.change', { current, next })
    } catch (error) {
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
  }, current !== '')
  return (
    <Dialog
      title={t('settings.passphrase.title')} onClose={onClose} held={busy} onSubmit={() => void choose(false)}
      acts={(
        <>
          <Button onClick={onClose} off={busy}>{t('act.cancel')}</Button>
          {mayInsist && <Button onClick={() => void choose(true)}>{t('passphrase.anyway')}</Button>}
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
      <NewPassphrase {...fields} label={t('cannot.new')} />
    </Dialog>
  )
}
