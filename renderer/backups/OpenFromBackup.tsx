import { useEffect, useState } from 'react'
import type { Backup } from '../../shared/backup.ts'
import { formatLongMoment } from '../../shared/format-date.ts'
import type { VaultStatus } from '../../shared/vault.ts'
import { call } from '../api.ts'
import { useWork } from '../frame/use-work.ts'
import { useErrorText, useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import { LeafTitle } from '../vault/LeafTitle.tsx'
import { VaultDesk } from '../vault/VaultDesk.tsx'
import vault from '../vault/Vault.module.css'
import { AskPassphrase } from './AskPassphrase.tsx'
import { BackupList } from './BackupList.tsx'
import css from './Backups.module.css'
import { useBackup } from './use-backup.ts'
import { useBackupWords } from './words.ts'

type Step =
  | { at: 'list' }
  | { at: 'look'; backup: Backup; moment: string }
  | { at: 'back'; made: string; keptAs: string | null; passphrase: string }

/** While the vault is locked, or damaged, or gone: which backup, what it holds, and the journal back from it. */
export function OpenFromBackup({ status, first, onOpen, onBack }: {
  status: VaultStatus
  /** A backup that was just brought here from elsewhere. */
  first: Backup | null
  /** The journal is back: open it with this passphrase. */
  onOpen: (passphrase: string) => Promise<void>
  onBack: () => void
}) {
  const language = useLanguage()
  const [step, setStep] = useState<Step>(first === null ? { at: 'list' } : { at: 'look', backup: first, moment: formatLongMoment(language, first.made) })
  switch (step.at) {
    case 'list': return <ListLeaf status={status} onPick={(backup, moment) => setStep({ at: 'look', backup, moment })} onBack={onBack} />
    case 'look': return (
      <LookLeaf
        key={step.backup.id} status={status} backup={step.backup} moment={step.moment} onBack={() => setStep({ at: 'list' })}
        onRestored={(keptAs, made, passphrase) => setStep({ at: 'back', keptAs, made, passphrase })}
      />
    )
    case 'back': return <BackLeaf {...step} onOpen={() => onOpen(step.passphrase)} />
  }
}

function ListLeaf({ status, onPick, onBack }: { status: VaultStatus; onPick: (backup: Backup, moment: string) => void; onBack: () => void }) {
  const t = useMessages()
  const language = useLanguage()
  const errorText = useErrorText()
  const adding = useWork('backup-add')
  const [backups, setBackups] = useState<readonly Backup[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    call('backup.list').then((found) => { if (current) setBackups(found) }, () => { if (current) setBackups([]) })
    return () => { current = false }
  }, [])
  const add = async () => {
    setProblem(null)
    try {
      const added = await call('backup.add')
      if (added !== null) onPick(added, formatLongMoment(language, added.made))
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <VaultDesk wide>
      <LeafTitle>{t('restore.locked.title')}</LeafTitle>
      <p className={vault.lead}>{t(status.state === 'locked' ? 'restore.locked.text' : 'restore.locked.fresh')}</p>
      <div className={vault.form}>
        {problem !== null && <p role="alert" className={vault.problem}>{problem}</p>}
        {backups?.length === 0 && <p className={css.soft}>{t('restore.locked.none')}</p>}
        {backups !== null && backups.length > 0 && <div className={css.scroll}><BackupList backups={backups} onPick={onPick} /></div>}
        <WorkBar work={adding} words={t('restore.add.busy')} unit="bytes" />
        <div className={`${vault.acts} ${vault.bottom}`}>
          <Button pull="start" onClick={onBack}>{t('act.back')}</Button>
          <Button look="outline" off={adding.running} onClick={() => void add()}>{t('restore.add')}</Button>
        </div>
      </div>
    </VaultDesk>
  )
}

function LookLeaf({ status, backup, moment, onBack, onRestored }: {
  status: VaultStatus
  backup: Backup
  moment: string
  onBack: () => void
  onRestored: (keptAs: string | null, made: string, passphrase: string) => void
}) {
  const t = useMessages()
  const errorText = useErrorText()
  const { when, holds } = useBackupWords()
  const { id, place } = backup
  const { reading, tryWith, stop } = useBackup(backup, true)
  const looking = useWork('backup-check')
  const restoring = useWork('restore')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const restore = async (passphrase: string) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      onRestored((await call('backup.restore', { id, place, passphrase })).keptAs, backup.made, passphrase)
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }
  const back = <Button pull="start" off={busy} onClick={onBack} autoFocus={reading.at === 'failed'}>{t('act.back')}</Button>
  return (
    <VaultDesk wide>
      <LeafTitle>{t('restore.one', { moment })}</LeafTitle>
      {/* Stays while it is read, so that a refused passphrase can be mended. */}
      {(reading.at === 'passphrase' || reading.at === 'reading') && (
        <>
          <AskPassphrase refused={reading.at === 'passphrase' ? reading.refused : null} busy={reading.at === 'reading'} onTry={tryWith} start={back} />
          <WorkBar work={{ ...looking, cancel: stop }} words={t('restore.reading')} />
        </>
      )}
      {reading.at === 'failed' && (
        <div className={vault.form}>
          <p role="alert" className={vault.problem}>{errorText(reading.error)}</p>
          <div className={`${vault.acts} ${vault.bottom}`}>{back}</div>
        </div>
      )}
      {reading.at === 'read' && (
        <div className={vault.form}>
          <p role="status">{holds(reading.content)}{reading.content.savedAt !== null && ` ${t('restore.saved', { when: when(reading.content.savedAt) })}`}</p>
          <p className={css.soft}>{status.state === 'locked' ? t('restore.whole.text') : t('restore.fresh', { folder: status.folder })}</p>
          {problem !== null && <p role="alert" className={vault.problem}>{problem}</p>}
          {busy && <WorkBar work={restoring} words={t('restore.whole.busy')} unit="bytes" />}
          <div className={`${vault.acts} ${vault.bottom}`}>
            {back}
            <Button look="primary" autoFocus off={busy} onClick={() => void restore(reading.passphrase ?? '')}>{busy ? t('restore.whole.busy') : t('restore.whole.do')}</Button>
          </div>
        </div>
      )}
    </VaultDesk>
  )
}

function BackLeaf({ made, keptAs, onOpen }: { made: string; keptAs: string | null; onOpen: () => Promise<void> }) {
  const t = useMessages()
  const errorText = useErrorText()
  const { when } = useBackupWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async () => {
    setBusy(true)
    try {
      await onOpen()
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }
  return (
    <VaultDesk wide>
      <LeafTitle>{t('restore.locked.done')}</LeafTitle>
      <div className={vault.form}>
        <p role="status">{t('restore.locked.done-text', { when: when(made) })}{keptAs !== null && ` ${t('restore.kept', { name: keptAs })}`}</p>
        {problem !== null && <p role="alert" className={vault.problem}>{problem}</p>}
        <div className={`${vault.acts} ${vault.bottom}`}>
          <div className={vault.actsEnd}><Button look="primary" autoFocus off={busy} onClick={() => void open()}>{busy ? t('unlock.busy') : t('restore.open')}</Button></div>
        </div>
      </div>
    </VaultDesk>
  )
}
