import { useState } from 'react'
import type { Backup } from '../../shared/backup.ts'
import type { VaultStatus } from '../../shared/vault.ts'
import { call } from '../api.ts'
import { secret } from '../copies.ts'
import { useErrorText, useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { ConfirmCode } from './ConfirmCode.tsx'
import { HaveAlready } from './HaveAlready.tsx'
import { LeafTitle } from './LeafTitle.tsx'
import { TwoChairs } from './TwoChairs.tsx'
import { useNewPassphrase } from './use-new-passphrase.ts'
import { VaultDesk } from './VaultDesk.tsx'
import type { Opened } from './VaultGate.tsx'
import css from './Vault.module.css'

type Step = { at: 'welcome' } | { at: 'have' } | { at: 'passphrase' } | { at: 'recovery'; code: string } | { at: 'confirm'; code: string }

/** First start, four leaves; the fifth (who) needs an open vault and follows in `WhoLeaf`. */
export function FirstStart({ status, onStatus, onOpened, onHave, onBackup }: {
  status: VaultStatus
  onStatus: (status: VaultStatus) => void
  onOpened: (opened: Opened) => void
  /** "I have a journal already": the status then tells where it is. */
  onHave: () => void
  /** It comes as a backup, which was copied here. */
  onBackup: (backup: Backup) => void
}) {
  const [step, setStep] = useState<Step>({ at: 'welcome' })
  const opened = () => onOpened({ notices: [] })
  switch (step.at) {
    case 'welcome': return <Welcome status={status} onStatus={onStatus} onStart={() => setStep({ at: 'passphrase' })} onHave={() => setStep({ at: 'have' })} />
    case 'have': return <HaveAlready onFolder={(found) => { onStatus(found); onHave() }} onBackup={onBackup} onBack={() => setStep({ at: 'welcome' })} />
    case 'passphrase': return <ChoosePassphrase onBack={() => setStep({ at: 'welcome' })} onMade={(code) => setStep({ at: 'recovery', code })} />
    case 'recovery': return <RecoverySheet code={step.code} onWritten={() => setStep({ at: 'confirm', code: step.code })} />
    case 'confirm': return (
      <VaultDesk wide>
        <Head n={4} title="confirm.title" text="confirm.text" />
        <ConfirmCode onDone={opened} onBack={() => setStep({ at: 'recovery', code: step.code })} onLater={opened} />
      </VaultDesk>
    )
  }
}

function Head({ n, title, text }: { n: number; title: 'passphrase.title' | 'recovery.title' | 'confirm.title'; text: 'passphrase.text' | 'recovery.text' | 'confirm.text' }) {
  const t = useMessages()
  return (
    <header>
      <p className={css.step}>{t('step', { n, of: 5 })}</p>
      <LeafTitle>{t(title)}</LeafTitle>
      <p className={css.lead}>{t(text)}</p>
    </header>
  )
}

function Welcome({ status, onStatus, onStart, onHave }: { status: VaultStatus; onStatus: (status: VaultStatus) => void; onStart: () => void; onHave: () => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [problem, setProblem] = useState<string | null>(null)
  const change = async () => {
    try {
      onStatus(await call('vault.choose', { for: 'create' }))
      setProblem(null)
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <VaultDesk wide>
      <TwoChairs />
      <LeafTitle>{t('welcome.title')}</LeafTitle>
      <p className={css.lead}>{t('welcome.text')}</p>
      <div className={css.form}>
        {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
        <div>
          <p>{t('welcome.place')}</p>
          <div className={css.where}>
            <span className={css.folder}>{status.folder}</span>
            <Button look="link" onClick={() => void change()}>{t('folder.change')}</Button>
          </div>
        </div>
        <div className={`${css.acts} ${css.bottom}`}>
          <Button pull="start" onClick={onHave}>{t('welcome.have')}</Button>
          <Button look="primary" onClick={onStart} autoFocus>{t('welcome.start')}</Button>
        </div>
      </div>
    </VaultDesk>
  )
}

function ChoosePassphrase({ onBack, onMade }: { onBack: () => void; onMade: (code: string) => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [failure, setFailure] = useState<string | null>(null)
  const { choose, busy, mayInsist, fields } = useNewPassphrase(async (passphrase) => {
    try {
      onMade((await call('vault.create', { passphrase, me: '' })).recoveryCode)
    } catch (error) {
      setFailure(errorText(error))
    }
  })
  return (
    <VaultDesk wide>
      <Head n={2} title="passphrase.title" text="passphrase.text" />
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); void choose(false) }}>
        {failure !== null && <p role="alert" className={css.problem}>{failure}</p>}
        <NewPassphrase {...fields} autoFocus />
        <div className={`${css.acts} ${css.bottom}`}>
          <Button pull="start" onClick={onBack} off={busy}>{t('act.back')}</Button>
          <div className={css.actsEnd}>
            {mayInsist && <Button onClick={() => void choose(true)}>{t('passphrase.anyway')}</Button>}
            <Button look="primary" type="submit" off={busy}>{busy ? t('passphrase.making') : t('act.go-on')}</Button>
          </div>
        </div>
      </form>
    </VaultDesk>
  )
}

function RecoverySheet({ code, onWritten }: { code: string; onWritten: () => void }) {
  const t = useMessages()
  return (
    <VaultDesk wide>
      <Head n={3} title="recovery.title" text="recovery.text" />
      <div className={css.form}>
        <RecoveryCode code={code} />
        <div className={`${css.acts} ${css.bottom}`}>
          <div className={css.actsEnd}><Button look="primary" onClick={onWritten}>{t('recovery.written')}</Button></div>
        </div>
      </div>
    </VaultDesk>
  )
}

/** The code in eight groups, with the ways to get it onto paper. */
export function RecoveryCode({ code }: { code: string }) {
  const t = useMessages()
  const errorText = useErrorText()
  const language = useLanguage()
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = async (act: () => Promise<string | null>) => {
    try {
      setProblem(null)
      setSaid(await act())
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <>
      <div className={css.code} {...secret} role="group" aria-label={t('recovery.code')}>
        {code.split('-').map((group, index) => <span key={index}>{group}</span>)}
      </div>
      {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
      <div>
        <div className={css.acts}>
          <div className={css.actsEnd}>
            <Button look="outline" onClick={() => void attempt(async () => { await call('recovery.print', { code, language }); return t('recovery.printed') })}>{t('recovery.print')}</Button>
            <Button look="outline" onClick={() => void attempt(async () => (await call('recovery.save', { code, language })).saved ? t('recovery.saved') : null)}>{t('recovery.save')}</Button>
          </div>
        </div>
        <p className={css.hint} role="status">{said ?? t('recovery.save.hint')}</p>
      </div>
    </>
  )
}
