/**
 * The search index holds nothing that the items do not: when it is found not to
 * fit them, it is built anew, and nobody has to be asked.
 */
import type { Db } from './open.ts'
import { statement } from './statements.ts'
import { beginIndexAnew, refreshIndex, refreshSome } from './word-index.ts'

/** Whether the index is sound in itself and holds exactly the items that can be seen. */
export function indexFits(db: Db): boolean {
  try {
    refreshIndex(db)
    // Its own look at the words would count those in the bin as missing: here it looks at its structure alone.
    statement(db, `INSERT INTO item_fts (item_fts) VALUES ('integrity-check')`).run()
    return statement<{ n: number }>(db, `SELECT count(*) AS n FROM (
      SELECT * FROM (SELECT moment FROM item WHERE deleted_at IS NULL AND hidden = 0 EXCEPT SELECT id FROM item_fts_docsize)
      UNION ALL
      SELECT * FROM (SELECT id FROM item_fts_docsize EXCEPT SELECT moment FROM item WHERE deleted_at IS NULL AND hidden = 0))`).get()?.n === 0
  } catch (error) {
    if (isIndexFault(error)) return false
    throw error
  }
}

/** SQLite's word for a full-text index that contradicts itself; the table's pages are another matter. */
export function isIndexFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT_VTAB'
}

/** Build the index anew, a few rows at a time so that saves pass in between. */
export async function mendIndex(db: Db, step: () => Promise<void>): Promise<void> {
  beginIndexAnew(db)
  while (db.open && refreshSome(db, 100)) await step()
}

/** Look something up in the index; one that is found at fault is built anew first. */
export function withIndex<T>(db: Db, look: () => T): T {
  try {
    return look()
  } catch (error) {
    if (!isIndexFault(error)) throw error
    beginIndexAnew(db)
    return look()
  }
}
