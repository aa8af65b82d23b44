/** The spine: making, reading, changing and ordering items of every kind. */
import type { Parsed } from '../../shared/contract.ts'
import { addDays, dayAt } from '../../shared/dates.ts'
import type { Day, Instant } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { AnyItem, EntrySort, Item, ItemKind, ItemOf, KindAndBody, Privacy } from '../../shared/item.ts'
import { titleOf, wordsOf } from '../../shared/rules/title.ts'
import { noteSaved } from './counters.ts'
import { firstMoment, freeMoment, isAtItsDay, momentOf } from './moments.ts'
import type { Db } from './open.ts'
import { requirePlainWrite } from './own-calls.ts'
import { insertRevision } from './revisions.ts'
import { bodyVersion, encodeBody, itemColumns, itemFromRow } from './rows.ts'
import type { ItemRow } from './rows.ts'
import { continueSitting, inSitting } from './sittings.ts'
import { statement, transaction } from './statements.ts'
import { keepTextLinks } from './text-links.ts'

const visible = 'deleted_at IS NULL AND hidden = 0'

export type NewItem = {
  id: ItemId
  spaceId: SpaceId
  parentId: ItemId | null
  content: KindAndBody
  onDate: Day | null
  privacy: Privacy
}

/**
 * Insert an item at the end of its siblings. Asked twice with the same id, it
 * answers with what is there.
 *
 * @throws AppError `item.missing` when its parent is not there, `input.invalid`
 * when space, parent and kind do not go together, or for a kind with calls of its own.
 */
export function createItem(db: Db, item: NewItem, now: Date): Item {
  return transaction(db, () => {
    const there = findRow(db, item.id)
    if (there === undefined) {
      requireFittingPlace(db, item)
      requirePlainWrite(null, item.content)
      insertItem(db, item, now)
    } else if (there.kind !== item.content.kind || there.space_id !== item.spaceId) {
      throw new AppError('input.invalid')
    }
    return readable(getItem(db, item.id))
  })
}

/** As {@link createItem}, for callers in a transaction who know that the place fits. */
export function insertItem(db: Db, item: NewItem, now: Date): void {
  insertRow(db, item, now.toISOString(), 0, now)
  keepTextLinks(db, item, item.content, now)
  noteSaved(db, now)
  continueSitting(db, item.id, now)
}

/** As {@link insertItem} for what was written elsewhere, at another time: out of sight until it is all in. */
export function insertUnseen(db: Db, item: NewItem, writtenAt: Instant, now: Date): void {
  insertRow(db, item, writtenAt, 1, now)
}

/** Also from the bin. @throws AppError `item.missing` */
export function getItem(db: Db, id: ItemId): AnyItem {
  const row = findRow(db, id)
  if (row === undefined) throw new AppError('item.missing')
  return itemFromRow(row)
}

/** An item of this kind that is not in the bin. @throws AppError `item.missing` */
export function getItemOf<K extends ItemKind>(db: Db, kind: K, id: ItemId): ItemOf<K> {
  const item = itemFromRow(presentRow(db, id))
  if (item.kind !== kind) throw new AppError('item.missing')
  // The kind was just compared; the compiler does not narrow by a generic one.
  return item as ItemOf<K>
}

/** Children in their order, or a space's items newest first. */
export function listItems(db: Db, query: Parsed<'item.list'>): AnyItem[] {
  if (typeof query.parentId === 'string') {
    return childrenOf(db, query.parentId, query.kinds)
      .filter((item) => item.spaceId === query.spaceId && fitsSort(item, query.sort))
      .slice(0, query.limit)
  }
  const below = query.before === undefined ? null : momentOf(db, query.before)
  return query.kinds
    .flatMap((kind) => newest(db, query, kind, below))
    .toSorted((a, b) => b.moment - a.moment)
    .slice(0, query.limit)
    .map(itemFromRow)
}

export function childrenOf(db: Db, parentId: ItemId, kinds?: readonly ItemKind[]): AnyItem[] {
  return statement<ItemRow>(db, `SELECT ${itemColumns} FROM item
    WHERE parent_id = ? AND ${visible} ORDER BY position, moment`).all(parentId)
    .filter((row) => kinds === undefined || kinds.some((kind) => kind === row.kind))
    .map(itemFromRow)
}

/** A space's items of these kinds about a stretch of days, both included, oldest first. */
export function itemsBetween(db: Db, spaceId: SpaceId, kinds: readonly ItemKind[], from: Day, to: Day): AnyItem[] {
  // A day that ran full spills over forwards; a month is room enough.
  const [start, stop] = [firstMoment(from), firstMoment(addDays(to, 31))]
  return kinds
    .flatMap((kind) => statement<ItemRow>(db, `SELECT ${itemColumns} FROM item
      WHERE space_id = ? AND kind = ? AND ${visible} ${isKeyedByDay(kind) ? 'AND moment >= ? AND moment < ?' : ''} AND on_date BETWEEN ? AND ?`)
      .all(spaceId, kind, ...(isKeyedByDay(kind) ? [start, stop] : []), from, to))
    .toSorted((a, b) => a.moment - b.moment)
    .map(itemFromRow)
}

/** Items of a kind in a state: open commitments, planned sessions, lines left for next time. */
export function itemsWithStatus<K extends ItemKind>(db: Db, spaceId: SpaceId, kind: K, status: string): ItemOf<K>[] {
  return statement<ItemRow>(db, `SELECT ${itemColumns} FROM item
    WHERE space_id = ? AND kind = ? AND status = ? AND ${visible} ORDER BY moment`).all(spaceId, kind, status)
    .map(itemFromRow)
    // An unreadable one has another kind and falls out; it stays in its list as text.
    .filter((item): item is ItemOf<K> => item.kind === kind)
}

/**
 * Replace an item's body, and its day if one is given. What was there before
 * this sitting goes into the history. The same words again change nothing.
 *
 * @throws AppError `item.changed` when it moved on from `revision`, `item.missing`,
 * `input.invalid` for another kind of body.
 */
export function saveItem(db: Db, change: Parsed<'item.save'>, now: Date): Item {
  return transaction(db, () => {
    const row = presentRow(db, change.id)
    if (row.kind !== change.content.kind) throw new AppError('input.invalid')
    requirePlainWrite(row, change.content)
    // The same words twice are no conflict: a page may save before it heard of its own draft.
    if (row.revision !== change.revision && row.body !== encodeBody(change.content)) throw new AppError('item.changed')
    return writeBody(db, row, change.content, change.onDate, now)
  })
}

/** Change a body whatever its revision, inside the caller's transaction. */
export function changeBody<K extends ItemKind>(db: Db, item: ItemOf<K>, change: Partial<ItemOf<K>['body']>, now: Date): ItemOf<K> {
  const row = presentRow(db, item.id)
  // Kind and body go together: the body is the item's own with some members replaced.
  const content = { kind: item.kind, body: { ...item.body, ...change } } as KindAndBody
  return writeBody(db, row, content, undefined, now) as ItemOf<K>
}

/** The label alone; the words stay at their revision. */
export function labelItem(db: Db, id: ItemId, privacy: Privacy, now: Date): Item {
  return transaction(db, () => {
    const row = presentRow(db, id)
    if (row.privacy !== privacy) {
      statement(db, 'UPDATE item SET privacy = ?, updated_at = ? WHERE moment = ?').run(privacy, now.toISOString(), row.moment)
      noteSaved(db, now)
    }
    return readable(getItem(db, id))
  })
}

/**
 * Put an item behind another of its kind under the same parent, or first.
 *
 * @throws AppError `input.invalid` when they are not siblings
 */
export function moveItem(db: Db, id: ItemId, after: ItemId | null): Item {
  return transaction(db, () => {
    const row = presentRow(db, id)
    if (row.parent_id === null || after === id) throw new AppError('input.invalid')
    const siblings = statement<{ id: ItemId; position: number }>(db, `SELECT id, position FROM item
      WHERE parent_id = ? AND kind = ? AND id <> ? ORDER BY position, moment`).all(row.parent_id, row.kind, id)
    const index = after === null ? 0 : siblings.findIndex((sibling) => sibling.id === after) + 1
    if (after !== null && index === 0) throw new AppError('input.invalid')
    const position = between(siblings[index - 1]?.position, siblings[index]?.position)
    if (position === null) renumber(db, siblings.toSpliced(index, 0, { id, position: 0 }))
    else setPosition(db, id, position)
    return readable(getItem(db, id))
  })
}

/** An item that is neither in the bin nor went there with its parent. @throws AppError `item.missing` */
export function presentRow(db: Db, id: ItemId): ItemRow {
  const row = findRow(db, id)
  if (row === undefined || row.deleted_at !== null || row.hidden === 1) throw new AppError('item.missing')
  return row
}

export function findRow(db: Db, id: ItemId): ItemRow | undefined {
  return statement<ItemRow>(db, `SELECT ${itemColumns} FROM item WHERE id = ?`).get(id)
}

/** @throws AppError `item.missing` for a body that cannot be read and so not be worked with. */
export function readable(item: AnyItem): Item {
  if (item.kind === 'unreadable') throw new AppError('item.missing')
  return item
}

/** Write a body over a row as it stands, inside the caller's transaction. */
export function writeBody(db: Db, row: ItemRow, content: KindAndBody, onDate: Day | null | undefined, now: Date): Item {
  const body = encodeBody(content)
  const day = dayFor(content, onDate === undefined ? row.on_date : onDate ?? (content.kind === 'entry' ? row.on_date : null))
  if (body !== row.body || day !== row.on_date) {
    if (!inSitting(db, row.id, now)) insertRevision(db, row)
    statement(db, `UPDATE item SET body = ?, body_version = ?, title = ?, words = ?, updated_at = ?, revision = revision + 1 WHERE moment = ?`)
      .run(body, bodyVersion, titleOf(content), wordsOf(content), now.toISOString(), row.moment)
    if (day !== row.on_date) setDay(db, row, day)
    if (body !== row.body) keepTextLinks(db, { id: row.id, spaceId: row.space_id }, content, now)
    noteSaved(db, now)
    continueSitting(db, row.id, now)
  }
  return readable(getItem(db, row.id))
}

function insertRow(db: Db, item: NewItem, createdAt: Instant, hidden: 0 | 1, now: Date): void {
  const day = dayFor(item.content, item.onDate ?? (item.content.kind === 'entry' || item.content.kind === 'agreement' ? dayAt(now) : null))
  statement(db, `INSERT INTO item (moment, id, space_id, parent_id, position, kind, body_version, title, body, words, privacy, on_date, created_at, updated_at, revision, hidden)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`).run(
    freeMoment(db, momentDay(item.content.kind, day, now)), item.id, item.spaceId, item.parentId, lastPosition(db, item.parentId) + 1,
    item.content.kind, bodyVersion, titleOf(item.content), encodeBody(item.content), wordsOf(item.content), item.privacy, day, createdAt, now.toISOString(), hidden)
}

function newest(db: Db, query: Parsed<'item.list'>, kind: ItemKind, below: number | null): ItemRow[] {
  if (query.sort !== undefined && kind !== 'entry') return []
  const conditions = [
    query.sort === undefined ? 'kind = :kind' : `kind = :kind AND sort = :sort`,
    ...(query.parentId === null ? ['parent_id IS NULL'] : []),
    ...(below === null ? [] : ['moment < :below']),
  ]
  return statement<ItemRow>(db, `SELECT ${itemColumns} FROM item
    WHERE space_id = :spaceId AND ${conditions.join(' AND ')} AND ${visible} ORDER BY moment DESC LIMIT :limit`)
    .all({
      spaceId: query.spaceId, kind, limit: query.limit,
      ...(query.sort === undefined ? {} : { sort: query.sort }), ...(below === null ? {} : { below }),
    })
}

function fitsSort(item: AnyItem, sort: EntrySort | undefined): boolean {
  return sort === undefined || (item.kind === 'entry' && item.body.sort === sort)
}

/** A session's day is when it is held, a commitment's when it is due, a review's when it is planned; the rest is as told. */
function dayFor(content: KindAndBody, told: Day | null): Day | null {
  switch (content.kind) {
    case 'session': return content.body.startsAt.slice(0, 10)
    case 'commitment': return content.body.due
    case 'agreement-review': return content.body.on
    default: return told
  }
}

/** Lists run by the day an entry or session is about; a commitment's by when it was made, not when it is due. */
function momentDay(kind: string, day: Day | null, made: Date): Day {
  return (isKeyedByDay(kind) ? day : null) ?? dayAt(made)
}

function isKeyedByDay(kind: string): boolean {
  return kind === 'entry' || kind === 'session'
}

function setDay(db: Db, row: ItemRow, day: Day | null): void {
  const wanted = momentDay(row.kind, day, new Date(row.created_at))
  const moment = isAtItsDay(row.moment, wanted) ? row.moment : freeMoment(db, wanted)
  statement(db, 'UPDATE item SET on_date = ?, moment = ? WHERE moment = ?').run(day, moment, row.moment)
}

/** Which kinds stand under which. */
const parentKinds: { [K in ItemKind]?: readonly (string | null)[] } = {
  'session': [null],
  'agreement': [null],
  'agenda-item': ['session'],
  'prep': ['session'],
  'answer': ['session'],
  'result': ['session'],
  'note': ['session', 'agenda-item'],
  'clause': ['agreement'],
  'commitment': ['session', null],
  'entry': [null],
  'path': [null],
  'exam': [null],
  'criterion': ['exam'],
  'candidate': ['exam'],
  'inquiry': ['exam'],
  'letter': ['candidate'],
  'boundary': ['agreement'],
  'ending-card': ['agreement'],
  'version': ['agreement'],
  'agreement-review': ['agreement'],
  'question': ['session'],
  'topic': [null],
  'story': [null],
}

function requireFittingPlace(db: Db, item: NewItem): void {
  const space = statement(db, 'SELECT 1 FROM space WHERE id = ?').get(item.spaceId)
  const parent = item.parentId === null ? null : presentRow(db, item.parentId)
  const fits = parentKinds[item.content.kind]?.includes(parent?.kind ?? null) ?? false
  if (space === undefined || !fits || (parent !== null && parent.space_id !== item.spaceId)) throw new AppError('input.invalid')
}

/** Positions closer than this leave no room to halve many times more. */
const narrow = 1e-6

function between(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 1 : after - 1
  if (after === undefined) return before + 1
  return after - before < narrow ? null : (before + after) / 2
}

function renumber(db: Db, siblings: ReadonlyArray<{ id: ItemId }>): void {
  siblings.forEach(({ id }, index) => { setPosition(db, id, index + 1) })
}

function setPosition(db: Db, id: ItemId, position: number): void {
  statement(db, 'UPDATE item SET position = ? WHERE id = ?').run(position, id)
}

function lastPosition(db: Db, parentId: ItemId | null): number {
  if (parentId === null) return 0
  return statement<{ last: number | null }>(db, 'SELECT max(position) AS last FROM item WHERE parent_id = ?').get(parentId)?.last ?? 0
}
