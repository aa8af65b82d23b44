/** The ledger: what left, when, for whom. Never where to. */
import { ExportRecord } from '../../shared/exporting.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { Db } from './open.ts'
import { statement, transaction } from './statements.ts'

type ExportRow = {
  id: string; space_id: string; at: string; audience: string; audience_name: string
  format: string; language: string; title: string; item_count: number; hash: string
}

/** `itemIds` are the items that went out: an item is "shared" when it stands here, and nowhere else. */
export function insertExportRecord(db: Db, record: ExportRecord, itemIds: readonly ItemId[] = []): void {
  const row = ExportRecord.parse(record)
  transaction(db, () => {
    statement(db, `INSERT INTO export_record (id, space_id, at, audience, audience_name, format, language, title, item_count, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
      row.id, row.spaceId, row.at, row.audience, row.audienceName, row.format, row.language, row.title, row.itemCount, row.hash)
    for (const itemId of itemIds) {
      statement(db, 'INSERT OR IGNORE INTO export_item (export_id, item_id) VALUES (?, ?)').run(row.id, itemId)
    }
  })
}

/** Newest first. */
export function listExportRecords(db: Db, spaceId: SpaceId): ExportRecord[] {
  return statement<ExportRow>(db, 'SELECT * FROM export_record WHERE space_id = ? ORDER BY at DESC, rowid DESC').all(spaceId).map(recordOf)
}

/** The copies with this item in them, newest first. What went out stays true when the item is gone. */
export function recordsHolding(db: Db, itemId: ItemId): ExportRecord[] {
  return statement<ExportRow>(db, `SELECT export_record.* FROM export_item JOIN export_record ON export_record.id = export_item.export_id
    WHERE export_item.item_id = ? ORDER BY at DESC, export_record.rowid DESC`).all(itemId).map(recordOf)
}

function recordOf(row: ExportRow): ExportRecord {
  return ExportRecord.parse({
    id: row.id, spaceId: row.space_id, at: row.at, audience: row.audience, audienceName: row.audience_name,
    format: row.format, language: row.language, title: row.title, itemCount: row.item_count, hash: row.hash,
  })
}

export function hasExportRecord(db: Db, spaceId: SpaceId): boolean {
  return statement(db, 'SELECT 1 FROM export_record WHERE space_id = ? LIMIT 1').get(spaceId) !== undefined
}

/** Everything in a space, the bin too. */
export function countItemsOfSpace(db: Db, spaceId: SpaceId): number {
  return statement<{ n: number }>(db, 'SELECT count(*) AS n FROM item WHERE space_id = ?').get(spaceId)?.n ?? 0
}
