/** Path and the search for a mentor: begun once for each space, like the agreement. */
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { ItemKind, ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { GivenCriterion } from '../../shared/path.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'
import { createItem, getItemOf, insertItem } from './items.ts'
import type { Db } from './open.ts'
import { itemColumns, itemFromRow } from './rows.ts'
import type { ItemRow } from './rows.ts'
import { statement, transaction } from './statements.ts'

/** What the path keeps in this space; begun already: that one. */
export function beginPath(db: Db, spaceId: SpaceId, newId: () => ItemId, now: Date): ItemOf<'path'> {
  return transaction(db, () => {
    const there = findPath(db, spaceId)
    if (there !== null) return there
    const id = newId()
    createItem(db, { id, spaceId, parentId: null, onDate: null, privacy: 'private', content: { kind: 'path', body: { phase: null, ticks: [], read: [] } } }, now)
    return getItemOf(db, 'path', id)
  })
}

/** Null before anything was ticked or read, and where it cannot be made sense of. */
export function findPath(db: Db, spaceId: SpaceId): ItemOf<'path'> | null {
  const row = newest(db, spaceId, 'path')
  const item = row === undefined ? null : itemFromRow(row)
  return item?.kind === 'path' ? item : null
}

/** The search for a mentor, with the four criteria that are offered (S4.12); begun already: that one. */
export function beginExam(db: Db, spaceId: SpaceId, language: Language, newId: () => ItemId, now: Date): ItemOf<'exam'> {
  return transaction(db, () => {
    const there = findExamId(db, spaceId)
    if (there !== null) return getItemOf(db, 'exam', there)
    const id = newId()
    createItem(db, {
      id, spaceId, parentId: null, onDate: null, privacy: 'private',
      content: { kind: 'exam', body: { keep: '', stop: '', start: '', strengths: '', weaknesses: '', helps: [], help: '', looking: null } },
    }, now)
    for (const given of GivenCriterion.options) {
      insertItem(db, {
        id: newId(), spaceId, parentId: id, onDate: null, privacy: 'private',
        content: { kind: 'criterion', body: { text: pathTexts[language].criteria[given], given, weight: 'much' } },
      }, now)
    }
    return getItemOf(db, 'exam', id)
  })
}

/** Null where nobody is looked for. */
export function findExamId(db: Db, spaceId: SpaceId): ItemId | null {
  return newest(db, spaceId, 'exam')?.id ?? null
}

function newest(db: Db, spaceId: SpaceId, kind: ItemKind): ItemRow | undefined {
  return statement<ItemRow>(db, `SELECT ${itemColumns} FROM item
    WHERE space_id = ? AND kind = ? AND deleted_at IS NULL AND hidden = 0 ORDER BY moment DESC LIMIT 1`).get(spaceId, kind)
}
