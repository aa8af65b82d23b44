/** Bytes that are not what was written. */
import { row as flipsBackup } from './flips-backup.ts'
import { row as flipsDatabase } from './flips-database.ts'
import { row as flipsDump } from './flips-dump.ts'
import { row as flipsJournal } from './flips-journal.ts'
import { row as flipsKeys } from './flips-keys.ts'
import { proveRows } from './prove.ts'

proveRows([flipsDatabase, flipsJournal, flipsKeys, flipsBackup, flipsDump])
