import type { Db } from './open.ts'
import { statement } from './statements.ts'

/** Remember that something was written, inside the caller's transaction. */
export function noteSaved(db: Db, now: Date): void {
  statement(db, 'UPDATE vault SET saved_at = ?').run(now.toISOString())
}

/** How many items of each kind there are, the bin left out. Reads a whole index: for `vault check`, not for a screen. */
export function countItems(db: Db): Record<string, number> {
  const rows = statement<{ kind: string; n: number }>(db,
    'SELECT kind, count(*) AS n FROM item WHERE deleted_at IS NULL AND hidden = 0 GROUP BY kind ORDER BY kind').all()
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}
