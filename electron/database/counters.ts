import type { Db } from './open.ts'
import { statement } from './statements.ts'

/** Remember that something was written, inside the caller's transaction. */
export function noteSaved(db: Db, now: Date): void {
  statement(db, 'UPDATE vault SET saved_at = ?').run(now.toISOString())
}

/**
 * What the connection has written so far, of any sort: the search index counts
 * too. The same number before and after means that nothing was written between.
 */
export function changesSinceOpened(db: Db): number {
  return statement<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0
}

const housekeeping = new WeakMap<Db, number>()

/** Run work whose writing is no reason for a backup: the search index, where the person was. */
export function asHousekeeping<T>(db: Db, work: () => T): T {
  const before = changesSinceOpened(db)
  try {
    return work()
  } finally {
    if (db.open) housekeeping.set(db, (housekeeping.get(db) ?? 0) + changesSinceOpened(db) - before)
  }
}

/** As {@link changesSinceOpened}, housekeeping left out: more than before means that there is something new to back up. */
export function contentChanges(db: Db): number {
  return changesSinceOpened(db) - (housekeeping.get(db) ?? 0)
}

/** How many items of each kind there are, the bin left out. Reads a whole index: for `vault check`, not for a screen. */
export function countItems(db: Db): Record<string, number> {
  const rows = statement<{ kind: string; n: number }>(db,
    'SELECT kind, count(*) AS n FROM item WHERE deleted_at IS NULL AND hidden = 0 GROUP BY kind ORDER BY kind').all()
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}

/** How many rows were written through this connection since it was opened. */
export function totalChanges(db: Db): number {
  return statement<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0
}
