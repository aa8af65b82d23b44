import type { Parsed } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { Space } from '../../shared/space.ts'
import type { SpaceDraft } from '../../shared/space.ts'
import { noteSaved } from './counters.ts'
import type { Db } from './open.ts'
import { statement, transaction } from './statements.ts'

type SpaceRow = { id: string; role: string; me: string; other: string; created_at: string }

/** In the order in which they were made. */
export function listSpaces(db: Db): Space[] {
  return statement<SpaceRow>(db, 'SELECT id, role, me, other, created_at FROM space ORDER BY created_at, id').all().map(fromRow)
}

/** @throws AppError `item.missing` */
export function getSpace(db: Db, id: SpaceId): Space {
  const row = statement<SpaceRow>(db, 'SELECT id, role, me, other, created_at FROM space WHERE id = ?').get(id)
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
    statement(db, 'UPDATE space SET role = ?, me = ?, other = ? WHERE id = ?')
      .run(change.role ?? before.role, change.me ?? before.me, change.other ?? before.other, change.id)
    noteSaved(db, now)
    return getSpace(db, change.id)
  })
}

function fromRow(row: SpaceRow): Space {
  return Space.parse({ id: row.id, role: row.role, me: row.me, other: row.other, createdAt: row.created_at })
}
