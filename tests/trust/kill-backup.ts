import { killRow } from './kill-job.ts'

export const row = killRow('kill-backup', 'A kill during a backup loses nothing, and what counts as a backup opens.', 50, 3, 'backup', 'backup-loose')
