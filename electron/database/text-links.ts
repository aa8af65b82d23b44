/**
 * Links that stand in a text. The text is what is true: at every write the links
 * of type "see" that begin at an entry or a note are made what it holds, so that
 * an undo, a restored version and a pasted text need no care of their own.
 */
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { KindAndBody } from '../../shared/item.ts'
import { linkedItems } from '../../shared/item-link.ts'
import type { Db } from './open.ts'
import { statement } from './statements.ts'

/** Inside the caller's transaction. A link to what is gone, or belongs to another space, is none. */
export function keepTextLinks(db: Db, from: { id: ItemId; spaceId: SpaceId }, content: KindAndBody, now: Date): void {
  if (content.kind !== 'entry' && content.kind !== 'note') return
  const wanted = new Set(linkedItems(content.body.text))
  for (const link of statement<{ id: string; to_id: ItemId }>(db, `SELECT id, to_id FROM link WHERE from_id = ? AND type = 'see'`).all(from.id)) {
    if (!wanted.delete(link.to_id)) statement(db, 'DELETE FROM link WHERE id = ?').run(link.id)
  }
  for (const to of wanted) {
    statement(db, `INSERT OR IGNORE INTO link (id, from_id, to_id, type, created_at) SELECT ?, ?, id, 'see', ? FROM item WHERE id = ? AND space_id = ? AND id <> ?`)
      .run(crypto.randomUUID(), from.id, now.toISOString(), to, from.spaceId, from.id)
  }
}
