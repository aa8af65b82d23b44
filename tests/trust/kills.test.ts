/** Processes killed at any moment. */
import { proveRows } from './prove.ts'
import { row as killKeys } from './kill-keys.ts'
import { row as killMigration } from './kill-migration.ts'
import { row as killSaves } from './kill-saves.ts'

proveRows([killKeys, killMigration, killSaves])
