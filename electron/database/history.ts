/** What stood in an item before each sitting. */
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Item, KindAndBody, Revision } from '../../shared/item.ts'
import { titleOf, wordsOf } from '../../shared/rules/title.ts'
import { findRow, presentRow, writeBody } from './items.ts'
import type { Db } from './open.ts'
import { isSealedCard, requireOpenKind, requirePlainWrite } from './own-calls.ts'
import { insertRevision } from './revisions.ts'
import { bodyVersion, decodeBody, encodeBody } from './rows.ts'
import { endSitting } from './sittings.ts'
import { statement, transaction } from './statements.ts'
import { refreshIndex } from './word-index.ts'

type RevisionRow = { revision: number; at: string; body_version: number; body: string }

/**
 * Keep words that could not be saved because the item had moved on, so that a
 * lock in the middle of choosing loses neither text. They take the number in
 * between; whoever still holds the item's revision is told that it changed.
 */
export function keepRefused(db: Db, id: ItemId, content: KindAndBody, now: Date): void {
  transaction(db, () => {
    const row = findRow(db, id)
    const body = encodeBody(content)
    // Beneath a seal lies no history.
    if (row === undefined || row.kind !== content.kind || row.body === body || isSealedCard(row)) return
    statement(db, 'UPDATE item SET revision = revision + 1 WHERE moment = ?').run(row.moment)
    insertRevision(db, { ...row, updated_at: now.toISOString(), body_version: bodyVersion, body })
  })
}

/** Newest first. @throws AppError `item.missing` */
export function listRevisions(db: Db, id: ItemId): Revision[] {
  const item = findRow(db, id)
  if (item === undefined) throw new AppError('item.missing')
  return statement<RevisionRow>(db, 'SELECT revision, at, body_version, body FROM revision WHERE item_id = ? ORDER BY revision DESC').all(id)
    .map((row) => {
      const content = decodeBody(item.kind, row.body_version, row.body)
      return {
        revision: row.revision, at: row.at, content,
        title: content === null ? '' : titleOf(content), words: content === null ? row.body : wordsOf(content),
      }
    })
}

/** Bring an earlier state back; the present one goes into the history first. @throws AppError `item.missing` */
export function restoreRevision(db: Db, id: ItemId, revision: number, now: Date): Item {
  return transaction(db, () => {
    const row = presentRow(db, id)
    requireOpenKind(row.kind)
    const earlier = statement<RevisionRow>(db, 'SELECT revision, at, body_version, body FROM revision WHERE item_id = ? AND revision = ?').get(id, revision)
    const content = earlier === undefined ? null : decodeBody(row.kind, earlier.body_version, earlier.body)
    if (content === null) throw new AppError('item.missing')
    requirePlainWrite(row, content)
    endSitting(db, id)
    const item = writeBody(db, row, content, undefined, now)
    endSitting(db, id)
    return item
  })
}

/** Forget every earlier state; the pages they stood on are overwritten. Says how many. */
export function forgetRevisions(db: Db, id: ItemId): number {
  return transaction(db, () => {
    if (findRow(db, id) === undefined) throw new AppError('item.missing')
    // The index may still hold words of an earlier state.
    refreshIndex(db)
    return statement(db, 'DELETE FROM revision WHERE item_id = ?').run(id).changes
  })
}

/**
 * Of the states from `from` up to `to`, keep the last of each item's days.
 * Both are instants at midnight, so a stretch is thinned once and not looked at again.
 */
export function thinRevisions(db: Db, from: string, to: string): void {
  statement(db, `DELETE FROM revision WHERE at >= :from AND at < :to AND EXISTS (
    SELECT 1 FROM revision AS later
    WHERE later.item_id = revision.item_id AND later.revision > revision.revision
      AND substr(later.at, 1, 10) = substr(revision.at, 1, 10))`).run({ from, to })
}
