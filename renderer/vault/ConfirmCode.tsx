import { useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import css from './Vault.module.css'

/** Ask the recovery code back in full; it may be put off, with a reminder on Today. */
export function ConfirmCode({ onDone, onBack, onLater }: { onDone: () => void; onBack: () => void; onLater?: () => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const confirm = async () => {
    try {
      await call('recovery.confirm', { code })
      onDone()
    } catch (error) {
      setProblem(errorText(error))
      field.current?.focus()
    }
  }
  return (
    <form className={css.form} onSubmit={(event) => { event.preventDefault(); void confirm() }}>
      <TextField label={t('recovery.code')} value={code} onChange={(event) => setCode(event.target.value)} error={problem} autoCapitalize="characters" ref={field} />
      <div className={`${css.acts} ${css.bottom}`}>
        <Button pull="start" onClick={onBack}>{t('act.back')}</Button>
        <div className={css.actsEnd}>
          {onLater !== undefined && <Button onClick={onLater}>{t('confirm.later')}</Button>}
          <Button look="primary" type="submit">{t('act.go-on')}</Button>
        </div>
      </div>
    </form>
  )
}
