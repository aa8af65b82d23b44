import { ItemId } from '../../shared/ids.ts'
import type { EntrySort } from '../../shared/item.ts'

/** Where a new entry is written: its own place from the start, though it is made with its first key. */
export function freshEntry(sort: EntrySort, { session, prompt }: { session?: string | undefined; /** To begin with, instead of the one that is offered. */ prompt?: string } = {}) {
  const id = ItemId.parse(crypto.randomUUID())
  if (prompt !== undefined) asked.set(id, prompt)
  untouched.add(id)
  return { to: '/journal/$id', params: { id }, search: { fresh: sort, ...(session !== undefined && { session }) } } as const
}

/** Given an id a moment ago and not opened yet: the core need not be asked for it. */
const untouched = new Set<ItemId>()

export function isUntouched(id: ItemId): boolean {
  return untouched.has(id)
}

export function noteOpened(id: ItemId): void {
  untouched.delete(id)
}

/** Locations hold no words, so a chosen prompt waits here for its entry. */
const asked = new Map<ItemId, string>()

/** The prompt that an entry was begun with on purpose. */
export function askedPrompt(id: ItemId): string | null {
  return asked.get(id) ?? null
}
