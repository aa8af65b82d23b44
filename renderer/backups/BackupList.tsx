import type { Backup, BackupPlace } from '../../shared/backup.ts'
import { asHeading } from '../../shared/format-date.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { GroupHead } from '../ui/Sheet.tsx'
import { useOneStop } from '../ui/use-one-stop.ts'
import css from './Backups.module.css'
import { backupMoments } from './words.ts'

/** `moment`: when it was made, as the list says it. */
type OnPick = (backup: Backup, moment: string) => void

/** Backups by place, newest first. One stop for Tab, arrows inside. */
export function BackupList({ backups, onPick }: { backups: readonly Backup[]; onPick: OnPick }) {
  const t = useMessages()
  const places = (['beside', 'second'] as const).filter((place) => backups.some((backup) => backup.place === place))
  return places.map((place) => (
    <div key={place}>
      <GroupHead id={`backups-${place}`}>{t(`restore.${place}`)}</GroupHead>
      <Group place={place} backups={backups.filter((backup) => backup.place === place)} onPick={onPick} />
    </div>
  ))
}

function Group({ place, backups, onPick }: { place: BackupPlace; backups: readonly Backup[]; onPick: OnPick }) {
  const t = useMessages()
  const language = useLanguage()
  const { stop, list } = useOneStop(backups.map(({ id }) => id))
  const moments = backupMoments(language, backups)
  return (
    <ul className={css.list} aria-labelledby={`backups-${place}`} {...list}>
      {backups.map((backup, index) => (
        <li key={backup.id} data-item={backup.id}>
          <button type="button" className={css.pick} tabIndex={stop(backup.id) ? 0 : -1} onClick={() => onPick(backup, moments[index] ?? '')}>
            <span className={css.day}>{asHeading(moments[index] ?? '')}</span>
            <span className={css.facts}>{formatBytes(language, backup.bytes)} · {t(backup.verified ? 'restore.read' : 'restore.unread')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
