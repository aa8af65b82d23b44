import { killRow } from './kill-job.ts'

export const row = killRow('kill-import', 'A kill during an import leaves all of it or nothing.', 50, 3, 'import', 'import-loose')
