/** Every row of `npm run trust`, in the groups that run beside each other. */
import { row as flipsDatabase } from './flips-database.ts'
import { row as killSaves } from './kill-saves.ts'
import { row as fuzzCalls } from './fuzz-calls.ts'
import { row as powerLoss } from './power-loss.ts'
import type { Row } from './row.ts'

/** Processes killed at any moment. */
export const killRows: readonly Row[] = [killSaves]

/** Bytes that are not what was written. */
export const damageRows: readonly Row[] = [flipsDatabase]

/** Disks and folders that fail, and clocks that jump. */
export const diskRows: readonly Row[] = [powerLoss]

/** Input that nobody of good will would send. */
export const inputRows: readonly Row[] = [fuzzCalls]

export const trustRows: readonly Row[] = [...killRows, ...damageRows, ...diskRows, ...inputRows]
