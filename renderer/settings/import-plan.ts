/** The dry run, and what is being done, kept beside the screen: whoever goes elsewhere and comes back finds both again. The words stay in the core. */
import { useSyncExternalStore } from 'react'
import type { ImportPlan } from '../../shared/importing.ts'

export type ImportDoing = 'reading' | 'adding' | 'taking-out' | 'putting-back'
type State = { plan: ImportPlan | null; doing: ImportDoing | null }

let state: State = { plan: null, doing: null }
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export const importState = (): State => state

export function useImportState(): State {
  return useSyncExternalStore(subscribe, importState)
}

export function setImportState(change: Partial<State>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}
