/**
 * The full-text index, brought up to date when somebody looks or leaves, not at
 * every save. Taking old words out of it for good (its `secure-delete`) edits
 * about a thousand places for a page of text and costs thirty times the save
 * itself; so saves only note, by trigger, which words the index still holds.
 */
import { AppError } from '../../shared/errors.ts'
import { asHousekeeping } from './counters.ts'
import { asExpected } from './failures.ts'
import type { Db } from './open.ts'
import { statement, transaction } from './statements.ts'

/** Small enough that a transaction's pages stay well inside the cache. */
const batch = 100

type Behind = { moment: number; indexed: string | null; words: string | null }

/** Bring the index up to date. Afterwards no word that was changed or deleted is left in it. */
export function refreshIndex(db: Db): void {
  while (refreshBatch(db, batch) === batch) { /* the next one */ }
}

/** A few rows of it, for those who let others pass in between; says whether there are more. */
export function refreshSome(db: Db, rows: number): boolean {
  return refreshBatch(db, rows) === rows
}

/** How many rows wait to be indexed anew. */
export function countBehind(db: Db): number {
  return statement<{ n: number }>(db, 'SELECT count(*) AS n FROM unindexed').get()?.n ?? 0
}

/** Empty the index, and note every row that belongs into it: taking many rows out of it one by one takes longer than beginning anew. */
export function beginIndexAnew(db: Db): void {
  asHousekeeping(db, () => { transaction(db, () => {
    statement(db, `INSERT INTO item_fts (item_fts) VALUES ('delete-all')`).run()
    statement(db, 'DELETE FROM unindexed').run()
    statement(db, 'INSERT INTO unindexed (moment, words) SELECT moment, NULL FROM item WHERE deleted_at IS NULL AND hidden = 0').run()
  }) })
}

/** As {@link refreshIndex}, for those who can go on without: a full disk must stop neither a search nor a lock. */
export function tryRefreshIndex(db: Db): void {
  try {
    refreshIndex(db)
  } catch (error) {
    if (!(asExpected(error) instanceof AppError)) throw error
  }
}

function refreshBatch(db: Db, rows: number): number {
  const behind = statement<Behind>(db, `SELECT unindexed.moment, unindexed.words AS indexed, item.words
    FROM unindexed LEFT JOIN item ON item.moment = unindexed.moment AND item.deleted_at IS NULL AND item.hidden = 0
    ORDER BY unindexed.moment LIMIT ?`).all(rows)
  if (behind.length === 0) return 0
  asHousekeeping(db, () => { transaction(db, () => {
    for (const { moment, indexed, words } of behind) {
      if (indexed !== words) {
        if (indexed !== null) statement(db, `INSERT INTO item_fts (item_fts, rowid, words) VALUES ('delete', ?, ?)`).run(moment, indexed)
        if (words !== null) statement(db, 'INSERT INTO item_fts (rowid, words) VALUES (?, ?)').run(moment, words)
      }
      statement(db, 'DELETE FROM unindexed WHERE moment = ?').run(moment)
    }
  }) })
  return behind.length
}
