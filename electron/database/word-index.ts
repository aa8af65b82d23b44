/**
 * The full-text index, brought up to date when somebody looks or leaves, not at
 * every save. Taking old words out of it for good (its `secure-delete`) edits
 * about a thousand places for a page of text and costs thirty times the save
 * itself; so saves only note, by trigger, which words the index still holds.
 */
import { AppError } from '../../shared/errors.ts'
import { asExpected } from './failures.ts'
import type { Db } from './open.ts'
import { statement, transaction } from './statements.ts'

/** Small enough that a transaction's pages stay well inside the cache. */
const batch = 100

type Behind = { moment: number; indexed: string | null; words: string | null }

/** Bring the index up to date. Afterwards no word that was changed or deleted is left in it. */
export function refreshIndex(db: Db): void {
  while (refreshBatch(db) === batch) { /* the next one */ }
}

/** As {@link refreshIndex}, for those who can go on without: a full disk must stop neither a search nor a lock. */
export function tryRefreshIndex(db: Db): void {
  try {
    refreshIndex(db)
  } catch (error) {
    if (!(asExpected(error) instanceof AppError)) throw error
  }
}

function refreshBatch(db: Db): number {
  const behind = statement<Behind>(db, `SELECT unindexed.moment, unindexed.words AS indexed, item.words
    FROM unindexed LEFT JOIN item ON item.moment = unindexed.moment AND item.deleted_at IS NULL AND item.hidden = 0
    ORDER BY unindexed.moment LIMIT ${batch}`).all()
  if (behind.length === 0) return 0
  transaction(db, () => {
    for (const { moment, indexed, words } of behind) {
      if (indexed !== words) {
        if (indexed !== null) statement(db, `INSERT INTO item_fts (item_fts, rowid, words) VALUES ('delete', ?, ?)`).run(moment, indexed)
        if (words !== null) statement(db, 'INSERT INTO item_fts (rowid, words) VALUES (?, ?)').run(moment, words)
      }
      statement(db, 'DELETE FROM unindexed WHERE moment = ?').run(moment)
    }
  })
  return behind.length
}
