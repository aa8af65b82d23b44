import type { ItemId } from '../../shared/ids.ts'

/** Margin of the entry in view; null before its first key. */
export function EntryMargin(_: { entryId: ItemId | null }) {
  return null
}
