import type { Parsed } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { noTerms, Space, SpaceTerms } from '../../shared/space.ts'
import type { SpaceDraft } from '../../shared/space.ts'
import { noteSaved } from './counters.ts'
import type { Db } from './open.ts'
import { statement, transaction } from './statements.ts'

type SpaceRow = { id: string; role: string; me: string; other: string; terms: string; created_at: string }

const columns = 'id, role, me, other, terms, created_at'

/** In the order in which they were made. */
export function listSpaces(db: Db): Space[] {
  return statement<SpaceRow>(db, `SELECT ${columns} FROM space ORDER BY created_at, id`).all().map(fromRow)
}

/** @throws AppError `item.missing` */
export function getSpace(db: Db, id: SpaceId): Space {
  const row = statement<SpaceRow>(db, `SELECT ${columns} FROM space WHERE id = ?`).get(id)
  if (row === undefined) throw new AppError('item.missing')
  return fromRow(row)
}

export function createSpace(db: Db, id: SpaceId, draft: SpaceDraft, now: Date): Space {
  return transaction(db, () => {
    statement(db, 'INSERT INTO space (id, role, me, other, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(id, draft.role, draft.me, draft.other, now.toISOString())
    noteSaved(db, now)
    return getSpace(db, id)
  })
}

export function updateSpace(db: Db, change: Parsed<'space.update'>, now: Date): Space {
  return transaction(db, () => {
    const before = getSpace(db, change.id)
    statement(db, 'UPDATE space SET role = ?, me = ?, other = ?, terms = ? WHERE id = ?')
      .run(change.role ?? before.role, change.me ?? before.me, change.other ?? before.other, JSON.stringify(change.terms ?? before.terms), change.id)
    noteSaved(db, now)
    return getSpace(db, change.id)
  })
}

/**
 * Take back a space that holds nothing.
 *
 * @throws AppError `item.missing`; `space.used` when something is in it, or when it is the only one
 */
export function removeSpace(db: Db, id: SpaceId): void {
  transaction(db, () => {
    getSpace(db, id)
    const used = statement(db, 'SELECT 1 FROM item WHERE space_id = :id UNION ALL SELECT 1 FROM export_record WHERE space_id = :id LIMIT 1').get({ id })
    if (used !== undefined || listSpaces(db).length === 1) throw new AppError('space.used')
    statement(db, 'DELETE FROM space WHERE id = ?').run(id)
  })
}

/** An agreement of a later version may hold more; what does not fit is as if nothing was agreed yet. */
function termsFromRow(text: string): Space['terms'] {
  try {
    return SpaceTerms.parse(JSON.parse(text))
  } catch {
    return noTerms
  }
}

function fromRow(row: SpaceRow): Space {
  return Space.parse({ id: row.id, role: row.role, me: row.me, other: row.other, terms: termsFromRow(row.terms), createdAt: row.created_at })
}
