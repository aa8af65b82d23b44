import type { Db } from './open.ts'
import type { ItemRow } from './rows.ts'
import { statement } from './statements.ts'

/** Keep a row as it stands, inside the caller's transaction. */
export function insertRevision(db: Db, row: Pick<ItemRow, 'id' | 'revision' | 'updated_at' | 'body_version' | 'body'>): void {
  statement(db, 'INSERT OR IGNORE INTO revision (item_id, revision, at, body_version, body) VALUES (?, ?, ?, ?, ?)')
    .run(row.id, row.revision, row.updated_at, row.body_version, row.body)
}
