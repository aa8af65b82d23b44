/** Every row of `npm run trust`, in the groups that run beside each other. */
import { row as diskFull } from './disk-full.ts'
import { row as flipsDatabase } from './flips-database.ts'
import { row as flipsJournal } from './flips-journal.ts'
import { row as flipsKeys } from './flips-keys.ts'
import { row as fuzzCalls } from './fuzz-calls.ts'
import { row as killKeys } from './kill-keys.ts'
import { row as killMigration } from './kill-migration.ts'
import { row as killSaves } from './kill-saves.ts'
import { row as powerLoss } from './power-loss.ts'
import { row as syncFails } from './sync-fails.ts'
import type { Row } from './row.ts'

/** Processes killed at any moment. */
export const killRows: readonly Row[] = [killSaves, killKeys, killMigration]

/** Bytes that are not what was written. */
export const damageRows: readonly Row[] = [flipsDatabase, flipsJournal, flipsKeys]

/** Disks and folders that fail, and clocks that jump. */
export const diskRows: readonly Row[] = [powerLoss, diskFull, syncFails]

/** Input that nobody of good will would send. */
export const inputRows: readonly Row[] = [fuzzCalls]

export const trustRows: readonly Row[] = [...killRows, ...damageRows, ...diskRows, ...inputRows]
