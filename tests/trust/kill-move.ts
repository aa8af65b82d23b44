import { killRow } from './kill-job.ts'

export const row = killRow('kill-move', 'A kill while the vault is moved leaves it whole where the app looks for it.', 40, 2, 'move', 'move-hasty')
