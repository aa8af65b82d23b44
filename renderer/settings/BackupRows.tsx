import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BackupStatus } from '../../shared/backup.ts'
import { AppError } from '../../shared/errors.ts'
import { call } from '../api.ts'
import { useBackupStatus } from '../backups/use-backup-status.ts'
import { useBackupWords } from '../backups/words.ts'
import { useAct } from '../frame/data.ts'
import { useLongAct } from '../frame/use-long-act.ts'
import { useErrorText, useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { GroupHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import css from './Settings.module.css'

/** Where backups go, whether they are whole, and the ways to use them. */
export function BackupRows() {
  const t = useMessages()
  const navigate = useNavigate()
  const status = useBackupStatus()
  const { work, act } = useLongAct('backup')
  const [busy, setBusy] = useState(false)
  if (status === undefined) return null
  const make = async () => {
    setBusy(true)
    await act(() => call('backup.make'), () => t('backup.done'))
    setBusy(false)
  }
  return (
    <div>
      <GroupHead>{t('backup.head')}</GroupHead>
      <div className={css.rows}>
        <FolderRow status={status} />
        <SecondRow status={status} />
        <div className={css.row}>
          <span className={css.name}>{t('backup.keep')}</span>
          <div>
            <p>{t('backup.keep.text')}</p>
            <p className={css.caption}>{t('backup.keep.when')}</p>
          </div>
        </div>
      </div>
      <WorkBar work={work} words={t('backup.busy')} unit="bytes" />
      <div className={css.buttons}>
        <Button look="outline" off={busy} onClick={() => void make()}>{t('backup.now')}</Button>
        <Button look="outline" onClick={() => void navigate({ to: '/settings/restore' })}>{t('backup.restore')}</Button>
      </div>
    </div>
  )
}

function FolderRow({ status }: { status: BackupStatus }) {
  const t = useMessages()
  const language = useLanguage()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const { when, holds } = useBackupWords()
  const { work, act } = useLongAct('backup-check')
  const [checked, setChecked] = useState<{ of: string; words: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const { last, freeBytes, remarks } = status
  const check = async () => {
    if (last === null) return
    setBusy(true)
    setChecked(null)
    const { id, place } = last
    await act(async () => {
      try {
        setChecked({ of: id, words: t('backup.check.done', { holds: holds(await call('backup.check', { id, place, passphrase: null })) }) })
      } catch (error) {
        // Made before the keys were changed: the next screen asks for its passphrase.
        if (error instanceof AppError && error.code === 'vault.wrong-passphrase') await navigate({ to: '/settings/restore', search: { id, place } })
        else if (error instanceof AppError && error.code === 'backup.damaged') setChecked({ of: id, words: errorText(error) })
        else throw error
      }
    }, () => null)
    setBusy(false)
  }
  return (
    <div className={css.row}>
      <span className={css.name}>{t('backup.folder')}</span>
      <div>
        <p>{status.folder}</p>
        <p className={css.caption}>{last === null ? t('backup.none') : t(last.verified ? 'backup.last' : 'backup.last.unread', { when: when(last.made) })}</p>
        {remarks.includes('last-failed') && <p className={css.remark}>{t('backup.remark.last-failed')}</p>}
        {remarks.includes('low-space') && <p className={css.remark}>{t('backup.remark.low-space', { size: formatBytes(language, freeBytes ?? 0) })}</p>}
        {remarks.includes('first-in-vault') && status.second === null && <p className={css.remark}>{t('backup.remark.inside')}</p>}
        <WorkBar work={work} words={t('backup.check.busy')} />
        <p role="status" className={css.found}>{checked !== null && checked.of === last?.id ? checked.words : ''}</p>
      </div>
      {last !== null && <span className={css.end}><Button pull="end" off={busy} onClick={() => void check()}>{t('backup.check')}</Button></span>}
    </div>
  )
}

function SecondRow({ status: { second, remarks } }: { status: BackupStatus }) {
  const t = useMessages()
  const act = useAct()
  const { did } = useUndo()
  const { when } = useBackupWords()
  const choose = async () => {
    const next = await act('backup.mirror', { forget: false })
    if (next !== null && next.second !== null && next.second.folder !== second?.folder) did(t('backup.second.chosen'))
  }
  const forget = async () => {
    if (await act('backup.mirror', { forget: true }) !== null) did(t('backup.second.forgotten'))
  }
  const seen = second?.lastSeen ?? null
  return (
    <div className={css.row}>
      <span className={css.name}>{t('backup.second')}</span>
      {second === null ? <p className={css.caption}>{t('backup.second.none')}</p> : (
        <div>
          <p>{second.folder}</p>
          {second.present
            ? <p className={css.caption}>{seen === null ? t('backup.second.never') : t('backup.second.seen', { when: when(seen) })}</p>
            : <p className={css.remark}>{seen === null ? t('backup.second.missing-never') : t('backup.second.missing', { when: when(seen) })}</p>}
          {remarks.includes('second-in-vault') && <p className={css.remark}>{t('backup.remark.second-in-vault')}</p>}
        </div>
      )}
      <span className={`${css.end} ${css.two}`}>
        {second !== null && <Button onClick={() => void forget()}>{t('backup.second.forget')}</Button>}
        <Button pull="end" onClick={() => void choose()}>{second === null ? t('backup.second.choose') : t('act.change')}</Button>
      </span>
    </div>
  )
}
