import type { Day } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { ItemId, LinkId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Link, LinkType } from '../../shared/link.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { findRow, presentRow } from './items.ts'
import type { Db } from './open.ts'
import { getSpace } from './spaces.ts'
import { statement, transaction } from './statements.ts'

type LinkRow = {
  id: LinkId; type: LinkType; outgoing: 0 | 1
  other_id: ItemId; parent_id: ItemId | null; kind: string; title: string; on_date: Day | null
}

const end = (mine: 'from_id' | 'to_id', other: 'from_id' | 'to_id') => `
  SELECT link.id AS id, link.type, ${mine === 'from_id' ? 1 : 0} AS outgoing, link.created_at AS created_at,
    item.id AS other_id, item.parent_id, item.kind, item.title, item.on_date
  FROM link JOIN item ON item.id = link.${other}
  WHERE link.${mine} = :id AND item.deleted_at IS NULL AND item.hidden = 0`

/** Both directions, oldest first; an end in the bin is left out. @throws AppError `item.missing` */
export function listLinks(db: Db, id: ItemId, language: Language): Link[] {
  const item = findRow(db, id)
  if (item === undefined) throw new AppError('item.missing')
  const names = partyNames(getSpace(db, item.space_id))
  return statement<LinkRow>(db, `${end('from_id', 'to_id')} UNION ALL ${end('to_id', 'from_id')} ORDER BY created_at, id`).all({ id })
    .map((row) => ({
      id: row.id, type: row.type, outgoing: row.outgoing === 1,
      other: { id: row.other_id, parentId: row.parent_id, kind: row.kind, title: fillNames(row.title, names, language), onDate: row.on_date },
    }))
}

/** Link two items of one space; the same link twice is one. @throws AppError `item.missing`, `input.invalid` */
export function addLink(db: Db, id: LinkId, link: { from: ItemId; to: ItemId; type: LinkType }, now: Date): void {
  transaction(db, () => {
    const [from, to] = [presentRow(db, link.from), presentRow(db, link.to)]
    // Spaces are never mixed.
    if (from.id === to.id || from.space_id !== to.space_id) throw new AppError('input.invalid')
    statement(db, 'INSERT OR IGNORE INTO link (id, from_id, to_id, type, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(id, link.from, link.to, link.type, now.toISOString())
  })
}

/** @throws AppError `item.missing` */
export function removeLink(db: Db, id: LinkId): void {
  if (statement(db, 'DELETE FROM link WHERE id = ?').run(id).changes === 0) throw new AppError('item.missing')
}
