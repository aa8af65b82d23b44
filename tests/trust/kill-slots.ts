import { killRow } from './kill-job.ts'

export const row = killRow('kill-slots', 'A kill while a way in is opened, closed or made dearer locks nobody out, and revives none that was closed.', 60, 4, 'slots', 'slots-in-place')
