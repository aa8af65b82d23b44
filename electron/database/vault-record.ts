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
const marksInVault = 1_000
/** As many as a computer remembers: enough to recognise an older copy that was put back. */
const marksRemembered = 16

export type CountedUnlock = {
  generation: number
  /** The vault's latest, this unlock's among them: for this computer to remember. */
  marks: UnlockMark[]
  /** An earlier state of what this computer knew was put back. */
  older: boolean
  /** It was written elsewhere, from a copy that lacks what was written here. */
  elsewhere: boolean
}

/**
 * Raise the generation for an unlock, and leave a mark.
 *
 * @param known the highest generation this computer has seen of this vault
 * @param marks what it remembers of the vault's marks, oldest first
 */
export function countUnlock(db: Db, known: number, marks: readonly UnlockMark[] = []): CountedUnlock {
  const before = vaultRecord(db).generation
  const found = compareMarks(db, before, known, marks)
  const generation = Math.max(before, known) + 1
  transaction(db, () => {
    statement(db, 'UPDATE vault SET generation = ? WHERE one = 1').run(generation)
    statement(db, 'INSERT INTO unlock_mark (generation, mark) VALUES (?, ?)').run(generation, randomBytes(8).toString('hex'))
    statement(db, 'DELETE FROM unlock_mark WHERE generation <= ?').run(generation - marksInVault)
  })
  const latest = statement<UnlockMark>(db, `SELECT generation, mark FROM unlock_mark ORDER BY generation DESC LIMIT ${marksRemembered}`).all()
  return { generation, marks: latest.toReversed(), older: found === 'older', elsewhere: found === 'elsewhere' }
}

/** What this vault is to the one that this computer knew: a later state of it, an earlier one, or another branch. */
function compareMarks(db: Db, before: number, known: number, marks: readonly UnlockMark[]): 'later' | 'older' | 'elsewhere' {
  const markOf = (generation: number) =>
    statement<{ mark: string }>(db, 'SELECT mark FROM unlock_mark WHERE generation = ?').get(generation)?.mark
  const [last, head] = [marks.at(-1), markOf(before)]
  // No marks on one of the sides: an earlier version of the app, or a first unlock here.
  if (last === undefined || head === undefined) return before < known ? 'older' : 'later'
  if (markOf(last.generation) === last.mark || last.generation <= before - marksInVault) return 'later'
  const ours = marks.some(({ generation, mark }) => generation === before && mark === head)
  const beyondMemory = marks.length >= marksRemembered && before < (marks[0]?.generation ?? 0)
  return ours || beyondMemory ? 'older' : 'elsewhere'
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
