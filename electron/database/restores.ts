/**
 * A copy of everything, put back among what is here. Nothing here is ever
 * changed: what is missing comes in under its own id, other words come in
 * beside the present ones. Each step is small; all of them hang on one import
 * record, by which they are taken out again.
 */
import { createHash } from 'node:crypto'
import type { DumpRecord, ItemRecord, LedgerRecord, LinkRecord, RevisionRecord } from '../../shared/dump-records.ts'
import { ItemId, LinkId } from '../../shared/ids.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { ImportId } from '../../shared/importing.ts'
import { titleOf, wordsOf } from '../../shared/rules/title.ts'
import { Space } from '../../shared/space.ts'
import { keepSealed, sealedText } from './cards.ts'
import { noteSaved } from './counters.ts'
import { insertExportRecord } from './export-records.ts'
import { findRow } from './items.ts'
import { momentLike } from './moments.ts'
import type { Db } from './open.ts'
import { insertRevision } from './revisions.ts'
import { decodeBody } from './rows.ts'
import { createSpace, listSpaces, updateSpace } from './spaces.ts'
import { statement, transaction } from './statements.ts'
import { readPreference, writePreference } from './vault-record.ts'

export type Restore = {
  readonly id: ImportId
  /** Whether its import record is there: from the first space on. */
  begun: boolean
  added: number
  beside: number
  same: number
  /** Under which id an item of the file is here, where it came in. */
  readonly came: Map<ItemId, ItemId>
}

/** How a row of `import_item` says what it is; imports of other formats have fingerprints that are hashes. */
const marks = { item: 'dump:item', space: 'dump:space', ledger: 'dump:ledger', emptied: 'dump:emptied' } as const

export function beginRestore(): Restore {
  return { id: ImportId.parse(crypto.randomUUID()), begun: false, added: 0, beside: 0, same: 0, came: new Map() }
}

/** Take in some records, in the order of the file, in one transaction. Bodies are text as it is stored. */
export function restoreSome(db: Db, restore: Restore, records: readonly DumpRecord[], now: Date): void {
  transaction(db, () => {
    for (const one of records) {
      switch (one.name) {
        case 'spaces': restoreSpace(db, restore, one.record, now); break
        case 'preferences': if (readPreference(db, one.record.name) === null) writePreference(db, one.record.name, one.record.value); break
        case 'items': restoreItem(db, restore, one.record); break
        case 'revisions': restoreRevision(db, restore, one.record); break
        case 'links': restoreLink(db, restore, one.record); break
        case 'exports': restoreLedger(db, restore, one.record); break
      }
    }
  })
}

/** From now on it counts as done; the answer undoes it, null when nothing came in. */
export function endRestore(db: Db, restore: Restore, now: Date): ImportId | null {
  return transaction(db, () => {
    if (!restore.begun) return null
    const something = statement(db, 'SELECT 1 FROM import_item WHERE import_id = ? LIMIT 1').get(restore.id) !== undefined
    if (something) {
      statement(db, `UPDATE import_record SET state = 'there', item_count = ? WHERE id = ?`).run(restore.added + restore.beside, restore.id)
      noteSaved(db, now)
    } else statement(db, 'DELETE FROM import_record WHERE id = ?').run(restore.id)
    return something ? restore.id : null
  })
}

/**
 * Take some of it out again for good: from below, and nothing that was changed
 * since or that has something under it that stays. Null when no more can go.
 */
export function unrestoreSome(db: Db, id: string, rows: number): number | null {
  return transaction(db, () => {
    const some = statement<{ item_id: ItemId }>(db, `SELECT import_item.item_id FROM import_item JOIN item ON item.id = import_item.item_id
      WHERE import_id = ? AND fingerprint = '${marks.item} ' || item.revision || ' ' || item.updated_at
        AND NOT EXISTS (SELECT 1 FROM item AS child WHERE child.parent_id = item.id) LIMIT ?`).all(id, rows)
    for (const { item_id: itemId } of some) {
      statement(db, 'DELETE FROM item WHERE id = ?').run(itemId)
      statement(db, 'DELETE FROM import_item WHERE import_id = ? AND item_id = ?').run(id, itemId)
    }
    return some.length === 0 ? null : some.length
  })
}

/** The last step of it: ledger rows, spaces with nothing left in them, the record itself. */
export function endUnrestore(db: Db, id: string, now: Date | null): void {
  transaction(db, () => {
    const marked = (mark: string) => statement<{ item_id: string; fingerprint: string }>(db,
      `SELECT item_id, fingerprint FROM import_item WHERE import_id = ? AND substr(fingerprint, 1, length(?)) = ?`).all(id, mark, mark)
    const [ledger, spaces, emptied] = [marked(marks.ledger), marked(marks.space), marked(marks.emptied)]
    for (const { item_id: record } of ledger) {
      statement(db, 'DELETE FROM export_item WHERE export_id = ?').run(record)
      statement(db, 'DELETE FROM export_record WHERE id = ?').run(record)
    }
    for (const { fingerprint } of emptied) insertSpace(db, Space.parse(JSON.parse(fingerprint.slice(marks.emptied.length))))
    statement(db, 'DELETE FROM import_record WHERE id = ?').run(id)
    for (const { item_id: space } of spaces) if (isEmptySpace(db, space)) statement(db, 'DELETE FROM space WHERE id = ?').run(space)
    if (now !== null) noteSaved(db, now)
  })
}

/** Take out what was never finished, inside the caller's transaction. */
export function unrestore(db: Db, id: string): void {
  while (unrestoreSome(db, id, 500) !== null) { /* the next ones */ }
  endUnrestore(db, id, null)
}

/** Whether this is the record of a copy put back. */
export function isRestore(db: Db, id: string): boolean {
  return statement(db, `SELECT 1 FROM import_record WHERE id = ? AND format = 'dump'`).get(id) !== undefined
}

function restoreSpace(db: Db, restore: Restore, space: Space, now: Date): void {
  const emptied = restore.begun ? [] : emptySpacesOfNewVault(db)
  for (const { id } of emptied) statement(db, 'DELETE FROM space WHERE id = ?').run(id)
  const missing = statement(db, 'SELECT 1 FROM space WHERE id = ?').get(space.id) === undefined
  if (missing) insertSpace(db, space)
  if (!restore.begun) {
    statement(db, `INSERT INTO import_record (id, space_id, at, format, item_count, state, out_at) VALUES (?, ?, ?, 'dump', 0, 'adding', NULL)`)
      .run(restore.id, space.id, now.toISOString())
    restore.begun = true
  }
  if (missing) mark(db, restore, space.id, marks.space)
  for (const one of emptied) if (one.id !== space.id) mark(db, restore, one.id, `${marks.emptied}${JSON.stringify(one)}`)
}

/** The space of a vault in which nothing was written yet makes room for those of the file, or the two would stand side by side. */
function emptySpacesOfNewVault(db: Db): Space[] {
  const spaces = listSpaces(db)
  return spaces.every(({ id }) => isEmptySpace(db, id)) ? spaces : []
}

function isEmptySpace(db: Db, id: string): boolean {
  return ['item', 'export_record', 'import_record'].every((table) => statement(db, `SELECT 1 FROM ${table} WHERE space_id = ? LIMIT 1`).get(id) === undefined)
}

function insertSpace(db: Db, { id, createdAt, ...draft }: Space): void {
  if (statement(db, 'SELECT 1 FROM space WHERE id = ?').get(id) !== undefined) return
  createSpace(db, id, draft, new Date(createdAt))
  updateSpace(db, { id, ...draft }, new Date(createdAt))
}

function restoreItem(db: Db, restore: Restore, record: ItemRecord): void {
  const id = freeId(db, record)
  if (id === null) {
    restore.same += 1
    return
  }
  const parentId = record.parent === null ? null : placeOf(db, restore, record.parent)
  const parent = parentId === null ? undefined : findRow(db, parentId)
  const body = String(record.body)
  const content = decodeBody(record.kind, record.v, body)
  statement(db, `INSERT INTO item (moment, id, space_id, parent_id, position, kind, body_version, title, body, words, privacy, on_date, created_at, updated_at, revision, deleted_at, hidden)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    momentLike(db, record.moment), id, record.space, parentId, record.position, record.kind, record.v,
    content === null ? record.title : titleOf(content), body, content === null ? record.words ?? '' : wordsOf(content),
    record.privacy, record.onDate, record.createdAt, record.updatedAt, record.revision, record.deletedAt,
    // Nothing is out of sight but beneath what is.
    record.hidden && parent !== undefined && (parent.deleted_at !== null || parent.hidden === 1) ? 1 : 0)
  const sealed = sealedIn(record)
  if (sealed !== null) keepSealed(db, id, sealed)
  mark(db, restore, id, `${marks.item} ${record.revision} ${record.updatedAt}`)
  restore.came.set(record.id, id)
  if (id === record.id) restore.added += 1
  else restore.beside += 1
}

/**
 * Its own id where that is free; another where it has other words here; null
 * where it is here already. The other id follows from the words, so that the
 * same file put back twice adds them once.
 */
function freeId(db: Db, record: ItemRecord): ItemId | null {
  for (let number = 0; ; number += 1) {
    const id = number === 0 ? record.id : idBeside(record, number)
    const row = findRow(db, id)
    if (row === undefined) return id
    const sameWords = row.kind === record.kind && row.body_version === record.v && row.body === record.body && row.on_date === record.onDate && sealedText(db, id) === sealedIn(record)
    const outOfSight = row.deleted_at !== null || row.hidden === 1
    const wanted = record.deletedAt === null && !record.hidden
    if (sameWords && !(outOfSight && wanted)) return null
  }
}

function idBeside(record: ItemRecord, number: number): ItemId {
  const hex = createHash('sha256').update(JSON.stringify(['beside', record.id, record.kind, record.v, record.body, record.onDate, number, ...(record.sealed === undefined ? [] : [record.sealed])])).digest('hex')
  // A UUID of the version for one's own making.
  return ItemId.parse(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`)
}

/** Only a card has a seal. */
function sealedIn({ kind, sealed }: ItemRecord): string | null {
  return kind === 'ending-card' && sealed !== undefined ? Buffer.from(sealed, 'base64').toString() : null
}

/** Where a parent of the file is here: what came in beside it, or the present one. */
function placeOf(db: Db, restore: Restore, id: ItemId): ItemId {
  const came = restore.came.get(id)
  if (came === undefined) return id
  const row = findRow(db, id)
  return row === undefined || row.deleted_at !== null || row.hidden === 1 ? came : id
}

function restoreRevision(db: Db, restore: Restore, record: RevisionRecord): void {
  const id = restore.came.get(record.item)
  if (id !== undefined) insertRevision(db, { id, revision: record.revision, updated_at: record.at, body_version: record.v, body: String(record.body) })
}

/** Between two that were here all the time, a missing link was taken away by somebody. */
function restoreLink(db: Db, restore: Restore, record: LinkRecord): void {
  if (!restore.came.has(record.from) && !restore.came.has(record.to)) return
  const [from, to] = [restore.came.get(record.from) ?? record.from, restore.came.get(record.to) ?? record.to]
  const taken = statement(db, 'SELECT 1 FROM link WHERE id = ?').get(record.id) !== undefined
  statement(db, 'INSERT OR IGNORE INTO link (id, from_id, to_id, type, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(taken ? LinkId.parse(crypto.randomUUID()) : record.id, from, to, record.type, record.createdAt)
}

function restoreLedger(db: Db, restore: Restore, { items, ...record }: LedgerRecord): void {
  if (statement(db, 'SELECT 1 FROM export_record WHERE id = ?').get(record.id) !== undefined) return
  insertExportRecord(db, record, items)
  mark(db, restore, record.id, marks.ledger)
}

function mark(db: Db, restore: Restore, id: string | SpaceId, what: string): void {
  statement(db, 'INSERT OR IGNORE INTO import_item (import_id, item_id, fingerprint, source) VALUES (?, ?, ?, NULL)').run(restore.id, id, what)
}
