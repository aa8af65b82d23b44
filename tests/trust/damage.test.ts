/** Bytes that are not what was written. */
import { proveRows } from './prove.ts'
import { row as flipsDatabase } from './flips-database.ts'
import { row as flipsJournal } from './flips-journal.ts'
import { row as flipsKeys } from './flips-keys.ts'

proveRows([flipsDatabase, flipsJournal, flipsKeys])
