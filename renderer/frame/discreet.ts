/**
 * Hidden text: for the eyes of whoever walks past. Everything but the app's own
 * words becomes bars; a screen reader goes on reading, as its listener is the
 * person whose journal it is.
 */
import { useSyncExternalStore } from 'react'
import { call } from '../api.ts'

let on = false
const listeners = new Set<() => void>()

function show(): void {
  document.documentElement.toggleAttribute('data-discreet', on)
  for (const listener of listeners) listener()
}

/** As it was before the lock; asked before anything is painted. */
export async function returnDiscreet(): Promise<void> {
  on = await call('discreet.get').then((kept) => kept.on, () => on)
  show()
}

export function toggleDiscreet(): void {
  on = !on
  show()
  // Refused on a full disk, it holds until the lock all the same.
  void call('discreet.set', { on }).catch(() => undefined)
}

export function useDiscreet(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => on)
}

/** On the few words that stay readable: the app's own, which say nothing of the journal. */
export const appWords = { 'data-app-words': '' } as const
