/** How an item lies in its table, and how it is read back. */
import type { Day, Instant } from '../../shared/dates.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import { bodies } from '../../shared/item.ts'
import type { AnyItem, Item, ItemKind, KindAndBody, Privacy } from '../../shared/item.ts'

export type ItemRow = {
  moment: number
  id: ItemId
  space_id: SpaceId
  parent_id: ItemId | null
  position: number
  kind: string
  body_version: number
  title: string
  body: string
  words: string
  privacy: Privacy
  on_date: Day | null
  created_at: Instant
  updated_at: Instant
  revision: number
  deleted_at: Instant | null
  hidden: 0 | 1
}

export const itemColumns =
  'moment, id, space_id, parent_id, position, kind, body_version, title, body, words, privacy, on_date, created_at, updated_at, revision, deleted_at, hidden'

/** The form in which bodies are written now. */
export const bodyVersion = 1

export function isItemKind(kind: string): kind is ItemKind {
  return Object.hasOwn(bodies, kind)
}

/** The body as it is stored. @throws ZodError when it does not fit its kind. */
export function encodeBody(content: KindAndBody): string {
  return JSON.stringify(bodies[content.kind].parse(content.body))
}

/** Null when this version of the app cannot make sense of the body. */
export function decodeBody(kind: string, version: number, body: string): KindAndBody | null {
  if (!isItemKind(kind) || version !== bodyVersion) return null
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  const parsed = bodies[kind].safeParse(value)
  // The kind named the schema that the body just passed.
  return parsed.success ? { kind, body: parsed.data } as KindAndBody : null
}

/** An unreadable body comes back as text, so that one bad row never costs a list or a word. */
export function itemFromRow(row: ItemRow): AnyItem {
  const common = {
    id: row.id, spaceId: row.space_id, parentId: row.parent_id, position: row.position, title: row.title,
    privacy: row.privacy, onDate: row.on_date, createdAt: row.created_at, updatedAt: row.updated_at,
    revision: row.revision, deletedAt: row.deleted_at,
  }
  const content = decodeBody(row.kind, row.body_version, row.body)
  if (content === null) {
    return { ...common, kind: 'unreadable', was: row.kind, text: row.words === '' ? row.body : row.words }
  }
  // Kind and body were matched by decodeBody.
  return { ...common, ...content } as Item
}

export function contentOf(item: Item): KindAndBody {
  // An item's kind and body always go together.
  return { kind: item.kind, body: item.body } as KindAndBody
}
