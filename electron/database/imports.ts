/**
 * What came in from elsewhere, and how it goes again. Rows are written in small
 * steps and out of sight, so that a save never waits; one change of the import's
 * state then decides for all of them, whatever cuts the work off.
 */
import type { Instant } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import { ItemId } from '../../shared/ids.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { ImportRecord } from '../../shared/importing.ts'
import type { EntryMark, ImportFormat, ImportId, ImportedEntry } from '../../shared/importing.ts'
import type { KindAndBody } from '../../shared/item.ts'
import { noteSaved } from './counters.ts'
import { insertUnseen } from './items.ts'
import type { Db } from './open.ts'
import { unrestore } from './restores.ts'
import { getSpace } from './spaces.ts'
import { statement, transaction } from './statements.ts'

type State = 'adding' | 'showing' | 'there' | 'hiding' | 'out'
type RecordRow = { id: ImportId; space_id: SpaceId; at: Instant; format: ImportFormat; item_count: number; state: State; out_at: Instant | null; present: number }

const present = 'item.deleted_at IS NULL AND item.hidden = 0'
const itemsOf = 'SELECT item_id FROM import_item WHERE import_id = :id'

/** @throws AppError `item.missing` when the space is not there */
export function beginImport(db: Db, record: { id: ImportId; spaceId: SpaceId; format: ImportFormat }, now: Date): void {
  transaction(db, () => {
    getSpace(db, record.spaceId)
    statement(db, `INSERT INTO import_record (id, space_id, at, format, item_count, state, out_at) VALUES (?, ?, ?, ?, 0, 'adding', NULL)`)
      .run(record.id, record.spaceId, now.toISOString(), record.format)
  })
}

/** Add entries from `start` on for about so long, in one transaction; says where to go on. */
export function addEntries(
  db: Db, record: { id: ImportId; spaceId: SpaceId }, entries: readonly ImportedEntry[], start: number, now: Date, forMs: number,
): number {
  const until = performance.now() + forMs
  return transaction(db, () => {
    let next = start
    do {
      const entry = entries[next]
      if (entry === undefined) break
      const id = orderedId(now, next)
      insertUnseen(db, {
        id, spaceId: record.spaceId, parentId: null, content: contentOf(entry), onDate: entry.day, privacy: 'private',
      }, entry.at ?? now.toISOString(), now)
      statement(db, 'INSERT INTO import_item (import_id, item_id, fingerprint, source) VALUES (?, ?, ?, ?)')
        .run(record.id, id, entry.fingerprint, entry.source)
      next += 1
    } while (performance.now() < until)
    return next
  })
}

/**
 * An id (UUID, version 7) that sorts behind those before it: rows that come in
 * together lie together in every index, and a step writes few pages.
 */
function orderedId(now: Date, nth: number): ItemId {
  const time = (now.getTime() + (nth >> 12)).toString(16).padStart(12, '0')
  return ItemId.parse(`${time.slice(0, 8)}-${time.slice(8)}-7${(nth & 0xfff).toString(16).padStart(3, '0')}-${crypto.randomUUID().slice(19)}`)
}

function contentOf({ text, tags }: ImportedEntry): KindAndBody {
  return { kind: 'entry', body: { sort: 'reflection', prompt: null, text, raise: false, ...(tags.length > 0 && { tags }) } }
}

/** From here on it is decided: everything shows, or goes, or comes back, also when a kill comes in between. */
export function decide(db: Db, id: ImportId, state: 'showing' | 'hiding', now: Date): void {
  transaction(db, () => {
    statement(db, 'UPDATE import_record SET state = ?, out_at = ? WHERE id = ?').run(state, state === 'hiding' ? now.toISOString() : null, id)
    noteSaved(db, now)
  })
}

/** Show or hide a few of its entries, those after `after`; null when that was the last. */
export function moveSome(db: Db, id: ImportId, to: 'showing' | 'hiding', after: string, rows: number): string | null {
  return transaction(db, () => {
    const some = statement<{ item_id: string }>(db, 'SELECT item_id FROM import_item WHERE import_id = ? AND item_id > ? ORDER BY item_id LIMIT ?').all(id, after, rows)
    for (const { item_id: itemId } of some) setHidden(db, itemId, to)
    return some.length < rows ? null : some.at(-1)?.item_id ?? null
  })
}

/** What was removed by hand meanwhile lies in the bin by itself, and stays there. */
function setHidden(db: Db, itemId: string, to: 'showing' | 'hiding'): void {
  const [want, is] = to === 'hiding' ? [1, 0] : [0, 1]
  statement(db, 'UPDATE item SET hidden = ? WHERE id = ? AND hidden = ? AND deleted_at IS NULL').run(want, itemId, is)
}

/** The last step of {@link decide}. */
export function settle(db: Db, id: ImportId): void {
  transaction(db, () => {
    statement(db, `UPDATE import_record SET item_count = (SELECT count(*) FROM import_item WHERE import_id = import_record.id),
      state = CASE state WHEN 'showing' THEN 'there' WHEN 'hiding' THEN 'out' ELSE state END WHERE id = ?`).run(id)
  })
}

/** Take a few entries of an import that was cancelled out for good; false when none is left and the import is forgotten. */
export function dropSome(db: Db, id: ImportId, rows: number): boolean {
  return transaction(db, () => {
    const some = statement<{ item_id: string }>(db, 'SELECT item_id FROM import_item WHERE import_id = ? LIMIT ?').all(id, rows)
    for (const { item_id: itemId } of some) {
      statement(db, 'DELETE FROM item WHERE id = ?').run(itemId)
      statement(db, 'DELETE FROM import_item WHERE import_id = ? AND item_id = ?').run(id, itemId)
    }
    if (some.length === rows) return true
    statement(db, 'DELETE FROM import_record WHERE id = ?').run(id)
    return false
  })
}

/** Finish what a kill or a lock cut off. Inside the caller's transaction. */
export function settleImports(db: Db): void {
  const open = statement<{ id: ImportId; state: State; format: ImportFormat }>(db, `SELECT id, state, format FROM import_record WHERE state IN ('adding', 'showing', 'hiding')`).all()
  for (const { id, state, format } of open) {
    if (state === 'adding' && format === 'dump') {
      // Spaces and ledger rows came in with it too.
      unrestore(db, id)
    } else if (state === 'adding') {
      statement(db, `DELETE FROM item WHERE id IN (${itemsOf})`).run({ id })
      statement(db, 'DELETE FROM import_record WHERE id = ?').run(id)
    } else {
      for (const { item_id: itemId } of statement<{ item_id: string }>(db, itemsOf).all({ id })) setHidden(db, itemId, state === 'hiding' ? 'hiding' : 'showing')
      settle(db, id)
    }
  }
}

/** Which of these marks belong to an entry that came in before and is still here. */
export function isKnown(db: Db, mark: EntryMark): boolean {
  const has = (column: 'fingerprint' | 'source', value: string) =>
    statement(db, `SELECT 1 FROM import_item JOIN item ON item.id = import_item.item_id WHERE import_item.${column} = ? AND ${present} LIMIT 1`).get(value) !== undefined
  return has('fingerprint', mark.fingerprint) || (mark.source !== null && has('source', mark.source))
}

/** Newest first. */
export function listImports(db: Db): ImportRecord[] {
  return statement<RecordRow>(db, `${records} WHERE state <> 'adding' ORDER BY at DESC, rowid DESC`).all().map(fromRow)
}

/** @throws AppError `item.missing` */
export function getImport(db: Db, id: ImportId): ImportRecord {
  const row = statement<RecordRow>(db, `${records} WHERE id = ? AND state <> 'adding'`).get(id)
  if (row === undefined) throw new AppError('item.missing')
  return fromRow(row)
}

/** How many of its entries that are here were changed since. */
export function countChanged(db: Db, id: ImportId): number {
  return statement<{ n: number }>(db, `SELECT count(*) AS n FROM import_item JOIN item ON item.id = import_item.item_id
    WHERE import_id = ? AND ${present} AND item.revision > 1`).get(id)?.n ?? 0
}

/** Remove imports for good that were taken out before this instant (null: whenever); says how many entries. Inside the caller's transaction. */
export function purgeImports(db: Db, before: Instant | null): number {
  const due = statement<{ id: ImportId }>(db, `SELECT id FROM import_record WHERE state = 'out' AND (:before IS NULL OR out_at < :before)`).all({ before })
  let removed = 0
  for (const { id } of due) {
    removed += statement(db, `DELETE FROM item WHERE hidden = 1 AND deleted_at IS NULL AND id IN (${itemsOf})`).run({ id }).changes
    statement(db, 'DELETE FROM import_record WHERE id = ?').run(id)
  }
  return removed
}

const records = `SELECT *, (SELECT count(*) FROM import_item JOIN item ON item.id = import_item.item_id
  WHERE import_id = import_record.id AND ${present}) AS present FROM import_record`

function fromRow(row: RecordRow): ImportRecord {
  return ImportRecord.parse({
    id: row.id, spaceId: row.space_id, at: row.at, format: row.format, count: row.item_count, present: row.present, outAt: row.out_at,
  })
}
