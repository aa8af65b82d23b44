/** Processes killed at any moment. */
import { proveRows } from './prove.ts'
import { row as killBackup } from './kill-backup.ts'
import { row as killImport } from './kill-import.ts'
import { row as killKeys } from './kill-keys.ts'
import { row as killMigration } from './kill-migration.ts'
import { row as killMove } from './kill-move.ts'
import { row as killRestore } from './kill-restore.ts'
import { row as killSaves } from './kill-saves.ts'
import { row as killSlots } from './kill-slots.ts'

proveRows([killSaves, killKeys, killSlots, killMigration, killBackup, killRestore, killMove, killImport])
