/**
 * Plain fields that save themselves: an answer, an agenda line, the private
 * sheet. The item is made with the first key, so that a field one only looked
 * at leaves nothing behind; its words go the way of every draft.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ItemId } from '../../shared/ids.ts'
import type { SpaceId } from '../../shared/ids.ts'
import type { Item, ItemKind, ItemOf, KindAndBody } from '../../shared/item.ts'
import { beginDraft, bodyOf, changeDraft, openDraft, saveNow } from '../editor/drafts.ts'
import type { Keeper } from '../editor/drafts.ts'
import { useKeeper } from '../editor/use-draft.ts'

/** As `Body<K>`, in the form that the compiler can follow from an item. */
export type BodyOf<K extends ItemKind> = ItemOf<K>['body']
export type PartOf<K extends ItemKind> = { [M in keyof BodyOf<K>]?: BodyOf<K>[M] }

/** What an item begins as. */
export type Fresh<K extends ItemKind> = { spaceId: SpaceId; parentId: ItemId | null; kind: K; body: BodyOf<K>; /** Made ahead where a list needs it as a key. */ id?: ItemId; /** A line that goes again when it is left without a word. */ line?: true }

export type Autosave<K extends ItemKind> = {
  readonly keeper: Keeper
  body: ItemOf<K>['body']
  id: ItemId
  /** Made in the core. */
  made: boolean
  /** Key for an editor of this text: grows when another text takes its place. */
  turn: number
  change: (part: PartOf<K>) => void
  /** For `onBlur`: written at once. */
  settle: () => void
}

export function newItemId(): ItemId {
  return ItemId.parse(crypto.randomUUID())
}

function begin<K extends ItemKind>({ id, spaceId, parentId, kind, body, line }: Fresh<K>): Keeper {
  // A kind and its own body, which the compiler cannot follow through K.
  return beginDraft({ id: id ?? newItemId(), spaceId, parentId, onDate: null, privacy: 'private' }, { kind, body } as unknown as KindAndBody, line !== true)
}

/** Tie fields to an item that is there, or will be with the first key. Another item needs another `key`. */
export function useAutosave<K extends ItemKind>(stored: ItemOf<K> | null, fresh: Fresh<K>): Autosave<K> {
  const [keeper, setKeeper] = useState<Keeper>(() => (stored === null ? begin(fresh) : openDraft(stored as Item)))
  // Made elsewhere since: nothing was typed here yet, so that one goes on.
  if (stored !== null && stored.id !== keeper.id && keeper.origin !== null) setKeeper(openDraft(stored as Item))
  const { made, turn } = useKeeper<K>(keeper)
  const client = useQueryClient()
  const wasMade = useRef(made)
  // Making it tells nobody, as a save does: the lists around it learn of it here.
  useEffect(() => {
    if (made && !wasMade.current) void client.invalidateQueries()
    wasMade.current = made
  }, [client, made])
  // Left before it was made: the lists of the next screen must not stand without it.
  useEffect(() => () => {
    if (keeper.origin !== null && keeper.state.status === 'saving') void saveNow().then(() => client.invalidateQueries(), () => undefined)
  }, [client, keeper])
  const change = useCallback((part: PartOf<K>) => {
    const { kind, body: now } = keeper.state.content
    // The same body with some members replaced, which the compiler cannot follow through K.
    changeDraft(keeper, { kind, body: { ...now, ...part } } as unknown as KindAndBody)
  }, [keeper])
  const settle = useCallback(() => { void saveNow().catch(() => undefined) }, [])
  return { keeper, id: keeper.id, made, turn, body: bodyOf<K>(keeper), change, settle }
}
