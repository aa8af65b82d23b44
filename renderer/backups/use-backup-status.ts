import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BackupStatus } from '../../shared/backup.ts'
import { onEvent } from '../api.ts'
import { useCall } from '../frame/data.ts'

/** How the backups stand. A stick comes and goes without a word, so it is asked anew on every look at the screen, and after each backup. */
export function useBackupStatus(): BackupStatus | undefined {
  const client = useQueryClient()
  const { data } = useCall('backup.status')
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: ['backup.status'] }, { cancelRefetch: false })
    ask()
    window.addEventListener('focus', ask)
    const deaf = onEvent('work.done', ({ id }) => { if (id === 'backup') ask() })
    return () => {
      window.removeEventListener('focus', ask)
      deaf()
    }
  }, [client])
  return data
}
