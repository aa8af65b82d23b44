/** The entry that lies on Today's desk: begun there today, and there again when one comes back. */
import { dayAt } from '../../shared/dates.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'

let lying: { spaceId: SpaceId; id: ItemId; day: string } | null = null

export function putOnTheDesk(spaceId: SpaceId, id: ItemId | null): void {
  lying = id === null ? null : { spaceId, id, day: dayAt(new Date()) }
}

export function onTheDesk(spaceId: SpaceId): ItemId | null {
  return lying !== null && lying.spaceId === spaceId && lying.day === dayAt(new Date()) ? lying.id : null
}
