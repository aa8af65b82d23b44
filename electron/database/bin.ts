/** Deleted things: thirty days in the bin, then gone for good. */
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem } from '../../shared/item.ts'
import { noteSaved } from './counters.ts'
import { purgeImports } from './imports.ts'
import { findRow, getItem } from './items.ts'
import type { Db } from './open.ts'
import { requireOpenKind } from './own-calls.ts'
import { itemColumns, itemFromRow } from './rows.ts'
import type { ItemRow } from './rows.ts'
import { statement, transaction } from './statements.ts'
import { refreshIndex } from './word-index.ts'

const keptDays = 30

/** Everything beneath an item that is not itself in the bin, nor beneath something that is. */
const beneath = `WITH RECURSIVE beneath (id) AS (
    SELECT id FROM item WHERE parent_id = :id AND deleted_at IS NULL
    UNION ALL SELECT item.id FROM item JOIN beneath ON item.parent_id = beneath.id WHERE item.deleted_at IS NULL)`

/** Put an item into the bin; what stands beneath it disappears and comes back with it. */
export function deleteItem(db: Db, id: ItemId, now: Date): AnyItem {
  return transaction(db, () => {
    const row = findRow(db, id)
    if (row === undefined) throw new AppError('item.missing')
    requireOpenKind(row.kind)
    if (row.deleted_at === null) {
      statement(db, 'UPDATE item SET deleted_at = ? WHERE id = ?').run(now.toISOString(), id)
      statement(db, `${beneath} UPDATE item SET hidden = 1 WHERE id IN (SELECT id FROM beneath)`).run({ id })
      noteSaved(db, now)
    }
    return getItem(db, id)
  })
}

/** Take an item out of the bin, together with a parent that went there too: alone it could not be seen. */
export function restoreItem(db: Db, id: ItemId, now: Date): AnyItem {
  return transaction(db, () => {
    const row = findRow(db, id)
    if (row === undefined) throw new AppError('item.missing')
    if (row.deleted_at !== null) {
      statement(db, 'UPDATE item SET deleted_at = NULL WHERE id = ?').run(id)
      noteSaved(db, now)
    }
    const parent = row.parent_id === null ? undefined : findRow(db, row.parent_id)
    if (parent !== undefined && (parent.deleted_at !== null || parent.hidden === 1)) restoreItem(db, parent.id, now)
    statement(db, 'UPDATE item SET hidden = 0 WHERE id = ? AND hidden = 1').run(id)
    statement(db, `${beneath} UPDATE item SET hidden = 0 WHERE hidden = 1 AND id IN (SELECT id FROM beneath)`).run({ id })
    return getItem(db, id)
  })
}

/** Last deleted first. */
export function listBin(db: Db): AnyItem[] {
  return statement<ItemRow>(db, `SELECT ${itemColumns} FROM item WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, moment DESC`).all()
    .map(itemFromRow)
}

/** Remove for good, with everything beneath, its history and its links. @throws AppError `item.missing` when it is not in the bin. */
export function removeFromBin(db: Db, id: ItemId): void {
  transaction(db, () => {
    const removed = statement(db, 'DELETE FROM item WHERE id = ? AND deleted_at IS NOT NULL').run(id).changes
    if (removed === 0) throw new AppError('item.missing')
    refreshIndex(db)
  })
}

/** Also of imports that were taken out. Says how many items were in it. */
export function emptyBin(db: Db): number {
  return transaction(db, () => {
    const ids = statement<{ id: ItemId }>(db, 'SELECT id FROM item WHERE deleted_at IS NOT NULL').all()
    statement(db, 'DELETE FROM item WHERE deleted_at IS NOT NULL').run()
    const imported = purgeImports(db, null)
    refreshIndex(db)
    return ids.length + imported
  })
}

/** Remove what has lain in the bin for thirty days. */
export function purgeBin(db: Db, now: Date): void {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString()
  statement(db, 'DELETE FROM item WHERE deleted_at IS NOT NULL AND deleted_at < ?').run(before)
  purgeImports(db, before)
}
