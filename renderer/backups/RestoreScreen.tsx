import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatLongMoment } from '../../shared/format-date.ts'
import { useAct, useCall } from '../frame/data.ts'
import { appWords } from '../frame/discreet.ts'
import { Screen } from '../frame/Screen.tsx'
import { useWork } from '../frame/use-work.ts'
import { useErrorText, useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty, SheetHead } from '../ui/Sheet.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import { AskPassphrase } from './AskPassphrase.tsx'
import { BackupList } from './BackupList.tsx'
import css from './Backups.module.css'
import { ItemsBack } from './ItemsBack.tsx'
import { useBackup } from './use-backup.ts'
import type { BackupRef } from './use-backup.ts'
import { WholeBack } from './WholeBack.tsx'
import { backupMoments, useBackupWords } from './words.ts'

/** Restoring from Settings: which backup, what it holds, and then one item, several or all of it. */
export function RestoreScreen() {
  const { id, place } = useSearch({ from: '/settings/restore' })
  return id === undefined || place === undefined ? <Choose /> : <Look key={`${place} ${id}`} backup={{ id, place }} />
}

function Choose() {
  const t = useMessages()
  const navigate = useNavigate()
  const act = useAct()
  const adding = useWork('backup-add')
  const { data: backups } = useCall('backup.list')
  const pick = ({ id, place }: BackupRef) => void navigate({ to: '/settings/restore', search: { id, place } })
  const add = async () => {
    const added = await act('backup.add')
    if (added !== null) pick(added)
  }
  return (
    <Screen wide>
      <div className={css.narrow}>
        <SheetHead title={t('restore.title')} back={{ label: t('restore.back'), go: () => void navigate({ to: '/settings', search: { section: 'vault' } }) }} />
        <p className={css.about} {...appWords}>{t('restore.about')}</p>
        <div className={css.groups} {...appWords}>
          {backups?.length === 0 && <Empty>{t('restore.none')}</Empty>}
          {backups !== undefined && <BackupList backups={backups} onPick={pick} />}
          {backups !== undefined && <div><Button pull="start" off={adding.running} onClick={() => void add()}>{t('restore.add')}</Button><WorkBar work={adding} words={t('restore.add.busy')} unit="bytes" /></div>}
        </div>
      </div>
    </Screen>
  )
}

function Look({ backup }: { backup: BackupRef }) {
  const t = useMessages()
  const language = useLanguage()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const { when, holds } = useBackupWords()
  const work = useWork('backup-check')
  const { reading, tryWith, stop } = useBackup(backup, false)
  const all = useCall('backup.list').data ?? []
  const known = all.findIndex(({ id, place }) => id === backup.id && place === backup.place)
  const client = useQueryClient()
  // What was read now counts as read.
  useEffect(() => { if (reading.at === 'read') void client.invalidateQueries({ queryKey: ['backup.list'] }) }, [client, reading])
  const moment = backupMoments(language, all)[known] ?? (reading.at === 'read' ? formatLongMoment(language, reading.content.made) : null)
  return (
    <Screen wide>
      <div className={css.narrow}>
        <SheetHead
          title={moment === null ? t('restore.title') : t('restore.one', { moment })}
          back={{ label: t('restore.back.list'), go: () => void navigate({ to: '/settings/restore', search: {} }) }}
        />
        {(reading.at === 'passphrase' || (reading.at === 'reading' && reading.typed)) && (
          <AskPassphrase refused={reading.at === 'passphrase' ? reading.refused : null} busy={reading.at === 'reading'} onTry={tryWith} />
        )}
        {reading.at === 'reading' && <WorkBar work={{ ...work, cancel: stop }} words={t('restore.reading')} />}
        {reading.at === 'failed' && <p role="alert" className={css.problem}>{errorText(reading.error)}</p>}
        {reading.at === 'read' && (
          <>
            <p className={css.about} role="status">
              {holds(reading.content)}{reading.content.savedAt !== null && ` ${t('restore.saved', { when: when(reading.content.savedAt) })}`}
            </p>
            <div className={css.groups}>
              <ItemsBack backup={backup} passphrase={reading.passphrase} />
              <WholeBack backup={backup} passphrase={reading.passphrase} when={when(reading.content.made)} />
            </div>
          </>
        )}
      </div>
    </Screen>
  )
}
