import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Instant } from '../../shared/dates.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { ItemKind, ItemOf, KindAndBody } from '../../shared/item.ts'
import { allDrafts, bodyOf, changeDraft, leaveDraft, retryDraft, saveNow, settleDraft, subscribeDrafts } from './drafts.ts'
import type { DraftState, Keeper, SaveStatus } from './drafts.ts'

export type Draft<K extends ItemKind> = {
  /** The body as it is on the screen. */
  body: ItemOf<K>['body']
  status: SaveStatus
  savedAt: Instant | null
  code: ErrorCode | null
  /** Key for an editor of this text: grows when another text takes its place. */
  turn: number
  /** Made in the core. */
  made: boolean
  change: (change: (body: ItemOf<K>['body']) => ItemOf<K>['body']) => void
  /** Have it written now; resolves when the core tried. */
  flush: () => Promise<void>
  retry: () => Promise<void>
  /** Settle a refused save. */
  choose: (keep: 'mine' | 'theirs') => Promise<void>
}

/** Show and change a draft that was opened or begun before. */
export function useKeeper<K extends ItemKind>(keeper: Keeper): Draft<K> {
  const state = useSyncExternalStore(subscribeDrafts, () => keeper.state)
  useEffect(() => {
    keeper.users += 1
    return () => leaveDraft(keeper)
  }, [keeper])
  const change = useCallback((change: (body: ItemOf<K>['body']) => ItemOf<K>['body']) => {
    // Kind and body belong together, as in bodyOf.
    changeDraft(keeper, { kind: keeper.state.content.kind, body: change(bodyOf<K>(keeper)) } as KindAndBody)
  }, [keeper])
  return {
    body: bodyOf<K>(keeper), status: state.status, savedAt: state.savedAt, code: state.code, turn: state.turn, made: state.made, change,
    flush: saveNow,
    retry: useCallback(() => retryDraft(keeper), [keeper]),
    choose: useCallback((keep) => settleDraft(keeper, keep), [keeper]),
  }
}

const worst: readonly SaveStatus[] = ['refused', 'failed', 'saving', 'saved', 'idle']

export type Saving = { status: SaveStatus; savedAt: Instant | null; trouble: Keeper | null }

let lastSaving: Saving = { status: 'idle', savedAt: null, trouble: null }
let lastStates: DraftState[] = []

function readSaving(): Saving {
  const keepers = allDrafts()
  const states = keepers.map((keeper) => keeper.state)
  if (states.length === lastStates.length && states.every((state, index) => state === lastStates[index])) return lastSaving
  lastStates = states
  const status = worst.find((candidate) => states.some((state) => state.status === candidate)) ?? 'idle'
  const savedAt = states.reduce<Instant | null>((last, state) => (state.savedAt !== null && (last === null || state.savedAt > last) ? state.savedAt : last), null)
  const trouble = keepers.find(({ state }) => state.status === 'refused') ?? keepers.find(({ state }) => state.status === 'failed') ?? null
  lastSaving = { status, savedAt, trouble }
  return lastSaving
}

/** How saving goes for everything that is being written on this page. */
export function useSaving(): Saving {
  return useSyncExternalStore(subscribeDrafts, readSaving)
}
