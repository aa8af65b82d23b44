import { killRow } from './kill-job.ts'

export const row = killRow('kill-keys', 'A kill while a passphrase or recovery sheet is changed locks nobody out, and revives no old secret.', 60, 4, 'keys', 'keys-in-place')
