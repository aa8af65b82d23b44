import { useState } from 'react'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmCode } from './ConfirmCode.tsx'
import { RecoveryCode } from './FirstStart.tsx'
import { LeafTitle } from './LeafTitle.tsx'
import { VaultDesk } from './VaultDesk.tsx'
import css from './Vault.module.css'

type Step = { at: 'offer' } | { at: 'code' | 'ask back'; code: string }

/** The old sheet was just used: keep it, or make a new one while the proof still holds. */
export function AfterRecovery({ onDone }: { onDone: () => void }) {
  const t = useMessages()
  const [step, setStep] = useState<Step>({ at: 'offer' })
  switch (step.at) {
    case 'offer': return <Offer onKeep={onDone} onMade={(code) => setStep({ at: 'code', code })} />
    case 'code': return (
      <VaultDesk wide>
        <Head title={t('settings.sheet.ready')} text={t('settings.sheet.ready-text')} />
        <div className={css.form}>
          <RecoveryCode code={step.code} />
          <div className={`${css.acts} ${css.bottom}`}>
            <div className={css.actsEnd}><Button look="primary" onClick={() => setStep({ at: 'ask back', code: step.code })}>{t('recovery.written')}</Button></div>
          </div>
        </div>
      </VaultDesk>
    )
    case 'ask back': return (
      <VaultDesk wide>
        <Head title={t('confirm.title')} text={t('confirm.text')} />
        <ConfirmCode onDone={onDone} onBack={() => setStep({ at: 'code', code: step.code })} onLater={onDone} />
      </VaultDesk>
    )
  }
}

function Offer({ onKeep, onMade }: { onKeep: () => void; onMade: (code: string) => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const make = async () => {
    setBusy(true)
    try {
      onMade((await call('recovery.renew', { passphrase: null })).recoveryCode)
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }
  return (
    <VaultDesk wide>
      <Head title={t('after.title')} text={t('after.text')} />
      <div className={css.form}>
        {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
        <div className={`${css.acts} ${css.bottom}`}>
          <Button pull="start" onClick={onKeep} off={busy}>{t('after.keep')}</Button>
          <Button look="primary" onClick={() => void make()} off={busy}>{busy ? t('settings.sheet.busy') : t('after.new')}</Button>
        </div>
      </div>
    </VaultDesk>
  )
}

function Head({ title, text }: { title: string; text: string }) {
  return (
    <header>
      <LeafTitle>{title}</LeafTitle>
      <p className={css.lead}>{text}</p>
    </header>
  )
}
