import { killRow } from './kill-job.ts'

export const row = killRow('kill-restore', 'A kill while a backup is put back leaves the vault as it was or put back, and what lay there is never overwritten.', 50, 3, 'restore', 'restore-over')
