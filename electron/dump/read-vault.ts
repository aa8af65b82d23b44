/** Everything a person keeps, read from an open database record by record. */
import { ExportRecord } from '../../shared/exporting.ts'
import type { ExportRecordId, ItemId, LinkId, SpaceId } from '../../shared/ids.ts'
import type { LinkType } from '../../shared/link.ts'
import { sealedText } from '../database/cards.ts'
import { schemaVersion } from '../database/migrations/migrate.ts'
import type { Db } from '../database/open.ts'
import { decodeBody, itemColumns } from '../database/rows.ts'
import type { ItemRow } from '../database/rows.ts'
import { listSpaces } from '../database/spaces.ts'
import { statement } from '../database/statements.ts'
import { readPreference } from '../database/vault-record.ts'
import { bodyToRecord, dumpFormat, dumpVersion, recordNames } from '../../shared/dump-records.ts'
import type { DumpRecord, ItemRecord, LedgerRecord, LinkRecord, RecordName, RevisionRecord } from '../../shared/dump-records.ts'

/**
 * Hidden at the top is an import that is not finished or was taken out again:
 * nothing that anybody has.
 */
const nobodys = 'item.parent_id IS NULL AND item.hidden = 1 AND item.deleted_at IS NULL'
const isSomebodys = (column: string) => `NOT EXISTS (SELECT 1 FROM item WHERE item.id = ${column} AND ${nobodys})`

/** From the top down, each level in the order of time: a parent always comes before what stands under it. */
const levels = `WITH RECURSIVE level (id, depth) AS (
    SELECT id, 0 FROM item WHERE parent_id IS NULL AND NOT (${nobodys})
    UNION ALL SELECT item.id, depth + 1 FROM item JOIN level ON item.parent_id = level.id)`

/** How many records there are: what progress is measured against. */
export function countRecords(db: Db): number {
  return statement<{ n: number }>(db, `SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM revision) + (SELECT count(*) FROM link)
    + (SELECT count(*) FROM space) + (SELECT count(*) FROM export_record) AS n`).get()?.n ?? 0
}

export function countAllItems(db: Db): number {
  return statement<{ n: number }>(db, 'SELECT count(*) AS n FROM item').get()?.n ?? 0
}

/** The lines of `journal.json`, each with its line break. */
export function* journalLines(db: Db, made: Date): Generator<string> {
  const head = { format: dumpFormat, v: holdsSeals(db) ? dumpVersion : 1, schema: schemaVersion, made: made.toISOString() }
  yield `${JSON.stringify(head).slice(0, -1)},\n`
  for (const [index, name] of recordNames.entries()) {
    yield `"${name}":[`
    let before = '\n'
    for (const record of readers[name](db)) {
      yield `${before}${JSON.stringify(record)}`
      before = ',\n'
    }
    yield index === recordNames.length - 1 ? '\n]}\n' : '\n],\n'
  }
}

const readers: { [N in RecordName]: (db: Db) => Iterable<Extract<DumpRecord, { name: N }>['record']> } = {
  spaces: listSpaces,
  * preferences(db) {
    const value = readPreference(db, 'me')
    if (value !== null) yield { name: 'me', value }
  },
  * items(db) {
    for (const row of statement<ItemRow>(db, `${levels} SELECT ${itemColumns.split(', ').map((column) => `item.${column}`).join(', ')}
      FROM level JOIN item ON item.id = level.id ORDER BY level.depth, item.moment`).iterate()) {
      const sealed = row.kind === 'ending-card' ? sealedText(db, row.id) : null
      yield sealed === null ? itemRecord(row) : { ...itemRecord(row), sealed: Buffer.from(sealed).toString('base64') }
    }
  },
  * revisions(db) {
    type Row = { item_id: ItemId; revision: number; at: string; body_version: number; body: string }
    for (const row of statement<Row>(db, `SELECT item_id, revision, at, body_version, body
      FROM revision WHERE ${isSomebodys('revision.item_id')} ORDER BY item_id, revision`).iterate()) {
      const record: RevisionRecord = { item: row.item_id, revision: row.revision, at: row.at, v: row.body_version, body: bodyToRecord(row.body) }
      yield record
    }
  },
  * links(db) {
    type Row = { id: LinkId; from_id: ItemId; to_id: ItemId; type: LinkType; created_at: string }
    for (const row of statement<Row>(db, `SELECT id, from_id, to_id, type, created_at
      FROM link WHERE ${isSomebodys('link.from_id')} AND ${isSomebodys('link.to_id')} ORDER BY created_at, id`).iterate()) {
      const record: LinkRecord = { id: row.id, from: row.from_id, to: row.to_id, type: row.type, createdAt: row.created_at }
      yield record
    }
  },
  * exports(db) {
    type Row = {
      id: ExportRecordId; space_id: SpaceId; at: string; audience: string; audience_name: string
      format: string; language: string; title: string; item_count: number; hash: string
    }
    const items = statement<{ item_id: ItemId }>(db, 'SELECT item_id FROM export_item WHERE export_id = ? ORDER BY item_id')
    for (const row of statement<Row>(db, 'SELECT * FROM export_record ORDER BY at, id').all()) {
      const record: LedgerRecord = {
        ...ExportRecord.parse({
          id: row.id, spaceId: row.space_id, at: row.at, audience: row.audience, audienceName: row.audience_name,
          format: row.format, language: row.language, title: row.title, itemCount: row.item_count, hash: row.hash,
        }),
        items: items.all(row.id).map(({ item_id }) => item_id),
      }
      yield record
    }
  },
}

function holdsSeals(db: Db): boolean {
  return statement(db, 'SELECT 1 FROM sealed LIMIT 1').get() !== undefined
}

export function itemRecord(row: ItemRow): ItemRecord {
  const readable = decodeBody(row.kind, row.body_version, row.body) !== null
  return {
    id: row.id, space: row.space_id, parent: row.parent_id, position: row.position, moment: row.moment,
    kind: row.kind, v: row.body_version, title: row.title, body: bodyToRecord(row.body), ...(readable ? {} : { words: row.words }),
    privacy: row.privacy, onDate: row.on_date, createdAt: row.created_at, updatedAt: row.updated_at,
    revision: row.revision, deletedAt: row.deleted_at, hidden: row.hidden === 1,
  }
}
