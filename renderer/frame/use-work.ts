/**
 * Long work of the core, as the page sees it. Kept beside the screens: whoever
 * goes elsewhere and comes back finds the work where it stands.
 */
import { useMemo, useSyncExternalStore } from 'react'
import { call, onEvent } from '../api.ts'

type Progress = { running: boolean; done: number; /** 0 while it is not known. */ of: number }
export type Work = Progress & { cancel(): void }

const idle: Progress = { running: false, done: 0, of: 0 }
const works = new Map<string, Progress>()
const listeners = new Set<() => void>()
let hearing = false

function put(id: string, progress: Progress): void {
  works.set(id, progress)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  // For as long as the page lives: a lock replaces the page.
  if (!hearing) {
    hearing = true
    onEvent('work.progress', ({ id, done, of }) => put(id, { running: true, done, of }))
    onEvent('work.done', ({ id }) => put(id, idle))
  }
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** The work of this name, and how to stop it; what it began is then undone. */
export function useWork(id: string): Work {
  const progress = useSyncExternalStore(subscribe, () => works.get(id) ?? idle)
  return useMemo(() => ({ ...progress, cancel: () => void call('work.cancel', { id }).catch(() => undefined) }), [id, progress])
}
