import { useState } from 'react'
import type { Backup } from '../../shared/backup.ts'
import type { VaultStatus } from '../../shared/vault.ts'
import { call } from '../api.ts'
import { useWork } from '../frame/use-work.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import { LeafTitle } from './LeafTitle.tsx'
import { VaultDesk } from './VaultDesk.tsx'
import css from './Vault.module.css'

/** A new computer: the journal comes as its folder, or as a backup. */
export function HaveAlready({ onFolder, onBackup, onBack }: {
  /** The status then tells where it is. */
  onFolder: (status: VaultStatus) => void
  onBackup: (backup: Backup) => void
  onBack: () => void
}) {
  const t = useMessages()
  const errorText = useErrorText()
  const adding = useWork('backup-add')
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = async (act: () => Promise<void>) => {
    setProblem(null)
    try {
      await act()
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  const openFolder = () => attempt(async () => {
    const status = await call('vault.choose', { for: 'open' })
    if (status.state === 'locked') onFolder(status)
  })
  const takeBackup = () => attempt(async () => {
    const backup = await call('backup.add')
    if (backup !== null) onBackup(backup)
  })
  return (
    <VaultDesk wide>
      <LeafTitle>{t('have.title')}</LeafTitle>
      <p className={css.lead}>{t('have.text')}</p>
      <div className={css.form}>
        {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
        <div className={css.ways}>
          <Button look="outline" autoFocus onClick={() => void openFolder()}>{t('have.folder')}</Button>
          <Button look="outline" off={adding.running} onClick={() => void takeBackup()}>{t('have.backup')}</Button>
        </div>
        <WorkBar work={adding} words={t('restore.add.busy')} unit="bytes" />
        <div className={`${css.acts} ${css.bottom}`}><Button pull="start" onClick={onBack}>{t('act.back')}</Button></div>
      </div>
    </VaultDesk>
  )
}
