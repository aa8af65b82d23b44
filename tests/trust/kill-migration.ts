import { killRow } from './kill-job.ts'

export const row = killRow('kill-migration', 'A kill while a vault is brought up to date leaves the old one or the new one, whole.', 60, 4, 'migration', 'migration-loose')
