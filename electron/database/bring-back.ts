/**
 * Single items out of an older copy of this database: which of them differ from
 * now, and putting some of them back. What is there now is never changed.
 */
import type { ItemId } from '../../shared/ids.ts'
import type { ItemKind } from '../../shared/item.ts'
import { keepSealed, sealedText } from './cards.ts'
import { noteSaved } from './counters.ts'
import { findRow } from './items.ts'
import { momentLike } from './moments.ts'
import { readSchemaVersion } from './migrations/migrate.ts'
import type { Db } from './open.ts'
import { isNeverTwice, isSealedCard } from './own-calls.ts'
import { insertRevision } from './revisions.ts'
import { isItemKind, itemColumns } from './rows.ts'
import type { ItemRow } from './rows.ts'
import { statement, transaction } from './statements.ts'

const visible = 'deleted_at IS NULL AND hidden = 0'
/** Compared in one go; small enough that a save waits for a few milliseconds at most. */
const batch = 200
/** The schema that knows of seals. */
const sealedSince = 4

export type Difference = { row: ItemRow & { kind: ItemKind }; now: 'gone' | 'in-bin' | 'changed'; wordsNow: string | null }

/**
 * What differs, in steps of a few hundred items: after each one others may pass.
 * Items of this version's kinds only, and of those that could be seen; what was
 * signed comes back where it is gone, and never a second time.
 */
export function* differences(db: Db, copy: Db): Generator<Difference[]> {
  let below = Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = statement<ItemRow>(copy, `SELECT ${itemColumns} FROM item WHERE moment < ? AND ${visible} ORDER BY moment DESC LIMIT ${batch}`).all(below)
    yield rows.flatMap((row) => differenceOf(db, row))
    const last = rows.at(-1)
    if (last === undefined) return
    below = last.moment
  }
}

function differenceOf(db: Db, row: ItemRow): Difference[] {
  const { kind } = row
  if (!isItemKind(kind)) return []
  const known = { ...row, kind }
  const now = findRow(db, row.id)
  if (now === undefined) return [{ row: known, now: 'gone', wordsNow: null }]
  // An older copy may hold, open, what was sealed since: it is not shown here, nor brought back.
  if (isNeverTwice(now)) return []
  if (!isVisible(now)) return [{ row: known, now: 'in-bin', wordsNow: now.words }]
  return now.body === row.body && now.on_date === row.on_date ? [] : [{ row: known, now: 'changed', wordsNow: now.words }]
}

/** How many items {@link differences} will look at. */
export function countVisible(copy: Db): number {
  return statement<{ n: number }>(copy, `SELECT count(*) AS n FROM item WHERE ${visible}`).get()?.n ?? 0
}

/**
 * Put items of a copy into the vault. What is gone comes back as itself, with
 * its history and everything beneath it, and with the parents it needs; beside
 * what is still there, changed or in the bin, it is put as an item of its own.
 *
 * @returns what came in, parents before what stands beneath them
 */
export function bringBack(db: Db, copy: Db, ids: readonly ItemId[], now: Date): ItemId[] {
  return transaction(db, () => {
    const brought = new Map<ItemId, ItemId>()
    const tops: ItemId[] = []
    for (const id of ids) bring({ db, copy, now, brought, tops }, id)
    bringLinks(db, copy, brought)
    if (tops.length > 0) noteSaved(db, now)
    return tops
  })
}

type Bringing = { db: Db; copy: Db; now: Date; brought: Map<ItemId, ItemId>; tops: ItemId[] }

function bring(work: Bringing, id: ItemId): void {
  const row = findRow(work.copy, id)
  if (row === undefined || !isVisible(row) || work.brought.has(id) || isNeverTwice(findRow(work.db, id))) return
  const { parent_id: parentId } = row
  if (parentId !== null && !isThere(work.db, work.brought.get(parentId) ?? parentId)) {
    // Alone it could not be seen; its parent brings everything beneath it.
    bring(work, parentId)
    return
  }
  work.tops.push(insertCopy(work, row, parentId === null ? null : work.brought.get(parentId) ?? parentId))
}

function insertCopy(work: Bringing, row: ItemRow, parentId: ItemId | null): ItemId {
  const { db, copy, now, brought } = work
  const there = findRow(db, row.id)
  // Made the same way as every other id.
  const id = there === undefined ? row.id : crypto.randomUUID() as ItemId
  bringSpace(db, copy, row)
  statement(db, `INSERT INTO item (${itemColumns}) VALUES (${itemColumns.replaceAll(/\w+/g, '?')})`).run(
    momentLike(db, row.moment), id, row.space_id, parentId, row.position, row.kind, row.body_version, row.title, row.body, row.words, row.privacy,
    row.on_date, row.created_at, there === undefined ? row.updated_at : now.toISOString(), there === undefined ? row.revision : 1, null, 0)
  brought.set(row.id, id)
  bringSeal(db, copy, row, id)
  if (there === undefined) {
    const history = statement<Parameters<typeof insertRevision>[1]>(copy,
      'SELECT item_id AS id, revision, at AS updated_at, body_version, body FROM revision WHERE item_id = ?').all(row.id)
    for (const revision of history) insertRevision(db, revision)
  }
  // Beside one that stands there, what is beneath it stands there too.
  if (there === undefined || !isVisible(there)) {
    const children = statement<ItemRow>(copy, `SELECT ${itemColumns} FROM item WHERE parent_id = ? AND ${visible} ORDER BY position, moment`).all(row.id)
    for (const child of children) if (!brought.has(child.id) && !isNeverTwice(findRow(db, child.id))) insertCopy(work, child, id)
  }
  return id
}

function bringSeal(db: Db, copy: Db, row: ItemRow, id: ItemId): void {
  if (!isSealedCard(row) || readSchemaVersion(copy) < sealedSince) return
  const text = sealedText(copy, row.id)
  if (text !== null) keepSealed(db, id, text)
}

/** A relationship that is gone comes back with the first of its items. */
function bringSpace(db: Db, copy: Db, { space_id }: ItemRow): void {
  if (statement(db, 'SELECT 1 FROM space WHERE id = ?').get(space_id) !== undefined) return
  const space = statement<Record<string, string>>(copy, 'SELECT * FROM space WHERE id = ?').get(space_id) ?? {}
  // An older copy has fewer columns; the others have their defaults.
  const names = Object.keys(space).filter((name) => /^[a-z_]+$/.test(name))
  statement(db, `INSERT INTO space (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...names.map((name) => space[name]))
}

type LinkRow = { id: string; from_id: ItemId; to_id: ItemId; type: string; created_at: string }

function bringLinks(db: Db, copy: Db, brought: ReadonlyMap<ItemId, ItemId>): void {
  for (const [was, is] of brought) {
    for (const link of statement<LinkRow>(copy, 'SELECT id, from_id, to_id, type, created_at FROM link WHERE from_id = ? OR to_id = ?').all(was, was)) {
      const [from, to] = [brought.get(link.from_id) ?? link.from_id, brought.get(link.to_id) ?? link.to_id]
      if (findRow(db, from) === undefined || findRow(db, to) === undefined) continue
      statement(db, 'INSERT OR IGNORE INTO link (id, from_id, to_id, type, created_at) VALUES (?, ?, ?, ?, ?)')
        .run(was === is ? link.id : crypto.randomUUID(), from, to, link.type, link.created_at)
    }
  }
}

function isVisible(row: ItemRow): boolean {
  return row.deleted_at === null && row.hidden === 0
}

function isThere(db: Db, id: ItemId): boolean {
  const row = findRow(db, id)
  return row !== undefined && isVisible(row)
}
