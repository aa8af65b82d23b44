import { ItemId } from '../../shared/ids.ts'
import type { EntrySort } from '../../shared/item.ts'

/** Where a new entry is written: its own place from the start, though it is made with its first key. */
export function freshEntry(sort: EntrySort, session?: string) {
  return {
    to: '/journal/$id', params: { id: ItemId.parse(crypto.randomUUID()) }, search: { fresh: sort, ...(session !== undefined && { session }) },
  } as const
}
