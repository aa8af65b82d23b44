/** What the vault knows about itself, and small encrypted notes by name. */
import { randomBytes } from 'node:crypto'
import type { Db } from './open.ts'
import { statement, transaction } from './statements.ts'

export type VaultRecord = { createdAt: string; savedAt: string | null; generation: number }

export function vaultRecord(db: Db): VaultRecord {
  const row = statement<{ created_at: string; saved_at: string | null; generation: number }>(
    db, 'SELECT created_at, saved_at, generation FROM vault WHERE one = 1').get()
  if (row === undefined) throw new Error('a vault without its row')
  return { createdAt: row.created_at, savedAt: row.saved_at, generation: row.generation }
}

/** What one unlock left in the vault: its generation, and a number that no other unlock anywhere has. */
export type UnlockMark = { generation: number; mark: string }

/** Ten unlocks a day for three months: nobody keeps two copies apart for longer without a notice. */
const marksKept = 1_000

/**
 * Raise the generation for an unlock, and leave a mark.
 *
 * @param known the highest generation this computer has seen of this vault
 * @param marks those that the latest unlocks on this computer left, oldest first
 * @returns the new mark, and what is strange: an older vault was put back, or it
 * was written elsewhere from a copy that lacks what was written here
 */
export function countUnlock(db: Db, known: number, marks: readonly UnlockMark[] = []): UnlockMark & { older: boolean; elsewhere: boolean } {
  const before = vaultRecord(db).generation
  const elsewhere = lacksOurMark(db, before, marks)
  const [generation, mark] = [Math.max(before, known) + 1, randomBytes(8).toString('hex')]
  transaction(db, () => {
    statement(db, 'UPDATE vault SET generation = ? WHERE one = 1').run(generation)
    statement(db, 'INSERT INTO unlock_mark (generation, mark) VALUES (?, ?)').run(generation, mark)
    statement(db, 'DELETE FROM unlock_mark WHERE generation <= ?').run(generation - marksKept)
  })
  return { generation, mark, elsewhere, older: before < known && !elsewhere }
}

/** Our latest unlock that a vault of this age must have seen: it bears another mark, or none. */
function lacksOurMark(db: Db, before: number, marks: readonly UnlockMark[]): boolean {
  const ours = marks.findLast(({ generation }) => generation <= before)
  if (ours === undefined || ours.generation <= before - marksKept) return false
  const there = statement<{ mark: string }>(db, 'SELECT mark FROM unlock_mark WHERE generation = ?').get(ours.generation)
  return there?.mark !== ours.mark
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
