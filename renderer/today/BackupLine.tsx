import { useNavigate } from '@tanstack/react-router'
import { useBackupStatus } from '../backups/use-backup-status.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import css from './Today.module.css'

/** The graver one first; the others stand in Settings. */
const worthALine = ['last-failed', 'low-space', 'second-missing'] as const

/** One calm line about the backups while something is the matter with them. */
export function BackupLine() {
  const t = useMessages()
  const navigate = useNavigate()
  const status = useBackupStatus()
  const remark = worthALine.find((one) => status?.remarks.includes(one))
  if (remark === undefined) return null
  return (
    <p className={css.backup}>
      {t(`today.backup.${remark}`)} <Button look="link" onClick={() => void navigate({ to: '/settings', search: { section: 'vault' } })}>{t('today.backup.look')}</Button>
    </p>
  )
}
