import { Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Strength } from '../../shared/vault.ts'
import { call } from '../api.ts'
import { secret } from '../copies.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import css from './Vault.module.css'

export type NewPassphraseState = {
  passphrase: string
  /** Null when the two fields agree and the choice may go through. */
  problem: string | null
}

/** Weak words need a second, deliberate click. Asked at the moment of choosing: the meter may lag behind the keys. */
export async function isWeak(passphrase: string): Promise<boolean> {
  return (await call('passphrase.rate', { passphrase })).strength === 'weak'
}

/** Choose a passphrase: a suggestion, a meter in words, typed twice. */
export function NewPassphrase({ onChange, showProblem, label, autoFocus = false }: {
  onChange: (state: NewPassphraseState) => void
  /** Say what is missing: after a first try to go on. */
  showProblem: boolean
  label?: string
  autoFocus?: boolean
}) {
  const t = useMessages()
  const [suggestion, setSuggestion] = useState('')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [taken, setTaken] = useState(false)
  const [strength, setStrength] = useState<Strength | null>(null)

  const suggest = async () => setSuggestion((await call('passphrase.suggest')).passphrase)
  useEffect(() => { void suggest() }, [])
  useEffect(() => {
    let current = true
    if (first === '') setStrength(null)
    else void call('passphrase.rate', { passphrase: first }).then((rated) => { if (current) setStrength(rated.strength) })
    return () => { current = false }
  }, [first])

  const problem = first === '' ? t('passphrase.empty') : first !== second ? t('passphrase.differ') : null
  useEffect(() => onChange({ passphrase: first, problem }), [onChange, first, problem])

  const use = () => { setFirst(suggestion); setSecond(suggestion); setTaken(true) }
  return (
    <>
      <div className={css.suggestion}>
        <div>
          <p className={css.hint}>{t('passphrase.suggestion')}</p>
          <p className={css.words} lang="en" {...secret}>{suggestion}</p>
        </div>
        <div className={css.actsEnd}>
          <Button onClick={() => void suggest()}>{t('passphrase.another')}</Button>
          <Button look="outline" onClick={use}>{t('passphrase.use')}</Button>
        </div>
      </div>
      <PassphraseField
        key={taken ? 'taken' : 'typed'} label={label ?? t('passphrase.label')} value={first} onChange={setFirst} shown={taken} autoFocus={autoFocus && !taken}
        error={showProblem && first === '' ? t('passphrase.empty') : undefined}
      />
      <p className={css.meter} role="status">
        {strength !== null && (
          <>
            {strength === 'strong' && <Check size={18} strokeWidth={1.75} className={css.strongWord} aria-hidden />}
            <span><span className={`${css.strong} ${css[`${strength}Word`]}`}>{t(`passphrase.${strength}`)}</span> {t(`passphrase.${strength}.text`)}</span>
          </>
        )}
      </p>
      <PassphraseField
        label={t('passphrase.again')} value={second} onChange={setSecond} shown={taken}
        error={showProblem && first !== '' && first !== second ? t('passphrase.differ') : undefined}
      />
    </>
  )
}
