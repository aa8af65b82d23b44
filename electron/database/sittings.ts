/**
 * A sitting: from the first change of an item until leaving it, locking, or half
 * an hour without a change. Its beginning is what the history keeps.
 */
import type { ItemId } from '../../shared/ids.ts'
import type { Db } from './open.ts'

const sittingMs = 30 * 60_000

const sittings = new WeakMap<Db, Map<ItemId, number>>()

export function inSitting(db: Db, id: ItemId, now: Date): boolean {
  const last = sittings.get(db)?.get(id)
  return last !== undefined && Math.abs(now.getTime() - last) < sittingMs
}

export function continueSitting(db: Db, id: ItemId, now: Date): void {
  let open = sittings.get(db)
  if (open === undefined) {
    open = new Map()
    sittings.set(db, open)
  }
  open.set(id, now.getTime())
}

export function endSitting(db: Db, id: ItemId): void {
  sittings.get(db)?.delete(id)
}

export function forgetSittings(db: Db): void {
  sittings.delete(db)
}
