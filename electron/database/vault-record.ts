/** What the vault knows about itself, and small encrypted notes by name. */
import type { Db } from './open.ts'
import { statement } from './statements.ts'

export type VaultRecord = { createdAt: string; savedAt: string | null; generation: number }

export function vaultRecord(db: Db): VaultRecord {
  const row = statement<{ created_at: string; saved_at: string | null; generation: number }>(
    db, 'SELECT created_at, saved_at, generation FROM vault WHERE one = 1').get()
  if (row === undefined) throw new Error('a vault without its row')
  return { createdAt: row.created_at, savedAt: row.saved_at, generation: row.generation }
}

/**
 * Raise the generation for an unlock.
 *
 * @param known the highest generation this computer has seen of this vault
 * @returns the new generation, and whether an older vault was put back
 */
export function countUnlock(db: Db, known: number): { generation: number; older: boolean } {
  const before = vaultRecord(db).generation
  const generation = Math.max(before, known) + 1
  statement(db, 'UPDATE vault SET generation = ? WHERE one = 1').run(generation)
  return { generation, older: before < known }
}

export function readPreference(db: Db, name: string): string | null {
  return statement<{ value: string }>(db, 'SELECT value FROM preference WHERE name = ?').get(name)?.value ?? null
}

export function writePreference(db: Db, name: string, value: string): void {
  statement(db, 'INSERT INTO preference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value)
}

export function removePreference(db: Db, name: string): void {
  statement(db, 'DELETE FROM preference WHERE name = ?').run(name)
}
