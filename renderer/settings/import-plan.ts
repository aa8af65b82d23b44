/** The dry run on the screen, kept beside it: whoever goes elsewhere and comes back finds it again. The words stay in the core. */
import { useSyncExternalStore } from 'react'
import type { ImportPlan } from '../../shared/importing.ts'

let plan: ImportPlan | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export function useImportPlan(): ImportPlan | null {
  return useSyncExternalStore(subscribe, () => plan)
}

export function setImportPlan(next: ImportPlan | null): void {
  plan = next
  for (const listener of listeners) listener()
}
