import { useState } from 'react'
import { formatTime } from '../../shared/format-date.ts'
import type { VaultFacts } from '../../shared/vault.ts'
import { call } from '../api.ts'
import { saveNow } from '../editor/drafts.ts'
import { useCall } from '../frame/data.ts'
import { useLongAct } from '../frame/use-long-act.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { WorkBar } from '../ui/WorkBar.tsx'
import css from './Settings.module.css'

/** Where the vault lies, and a way to take it elsewhere with its backups. */
export function PlaceRow({ facts }: { facts: VaultFacts }) {
  const t = useMessages()
  const language = useLanguage()
  const { work, act } = useLongAct('move')
  const { data: status } = useCall('backup.status')
  const [busy, setBusy] = useState(false)
  const move = async () => {
    setBusy(true)
    await act(async () => {
      await saveNow()
      return call('vault.move')
    }, (moved) => moved === null ? null : t('move.done', { folder: moved.folder }))
    setBusy(false)
  }
  return (
    <div className={css.row}>
      <span className={css.name}>{t('settings.place')}</span>
      <div>
        <p>{facts.folder}</p>
        <p className={css.caption}>{t('settings.place.size', { size: formatBytes(language, facts.bytes), time: formatTime(language, facts.savedAt ?? facts.createdAt) })}</p>
        {status?.remarks.includes('vault-in-cloud') && <p className={css.remark}>{t('backup.remark.vault-in-cloud')}</p>}
        <WorkBar work={work} words={t('move.busy')} unit="bytes" />
      </div>
      <span className={css.end}><Button pull="end" off={busy} onClick={() => void move()}>{t('move.act')}</Button></span>
    </div>
  )
}
