/** Acts on one item, each with its way back. What is being typed is written first. */
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Item, ItemKind, ItemOf, KindAndBody } from '../../shared/item.ts'
import { call } from '../api.ts'
import { forgetDraft, replaceDraft, saveNow } from '../editor/drafts.ts'
import { useErrorText } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { readAnew } from './data.ts'
import type { BodyOf } from './use-autosave.ts'

/** Replace some members of a body as it now stands, and show that wherever the item is being written. */
async function write<K extends ItemKind>(id: ItemId, part: Partial<BodyOf<K>>): Promise<Item> {
  await saveNow()
  const now = await call('item.get', id)
  if (now.kind === 'unreadable') throw new AppError('item.missing')
  // An item's kind and body belong together, and the part is of this kind.
  const content = { kind: now.kind, body: { ...now.body, ...part } } as KindAndBody
  const saved = await call('item.save', { id, revision: now.revision, content })
  replaceDraft(saved)
  return saved
}

export function useItemActs() {
  const client = useQueryClient()
  const errorText = useErrorText()
  const { did, failed } = useUndo()
  return useMemo(() => {
    /** Do something, then let every screen read anew; a failure is said, and null answered. */
    async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
      try {
        return await work()
      } catch (error) {
        failed(errorText(error))
        return null
      } finally {
        await readAnew(client)
      }
    }
    return {
      attempt,
      async change<K extends ItemKind>(item: ItemOf<K>, part: Partial<BodyOf<K>>, said: string): Promise<Item | null> {
        const saved = await attempt(() => write<K>(item.id, part))
        // Only what was changed goes back; words typed since stay.
        const body: Record<string, unknown> = item.body
        const before = Object.fromEntries(Object.keys(part).map((key) => [key, body[key]])) as Partial<BodyOf<K>>
        if (saved !== null) did(said, () => attempt(() => write<K>(item.id, before)))
        return saved
      },
      async remove(id: ItemId, said: string): Promise<boolean> {
        const gone = await attempt(async () => {
          await saveNow()
          const item = await call('item.delete', id)
          forgetDraft(id)
          return item
        })
        if (gone !== null) did(said, () => attempt(() => call('item.restore', id)))
        return gone !== null
      },
      /** Put behind `after` among its siblings; `before` is where it stood. */
      async move(id: ItemId, after: ItemId | null, before: ItemId | null, said: string): Promise<boolean> {
        const moved = await attempt(() => call('item.move', { id, after }))
        if (moved !== null) did(said, () => attempt(() => call('item.move', { id, after: before })))
        return moved !== null
      },
      /** A call that answers with the item as it then is. */
      async settle(work: () => Promise<Item>, said: string, undo: () => Promise<Item>): Promise<Item | null> {
        const run = async (step: () => Promise<Item>) => {
          await saveNow()
          const item = await step()
          replaceDraft(item)
          return item
        }
        const item = await attempt(() => run(work))
        if (item !== null) did(said, () => attempt(() => run(undo)))
        return item
      },
      async create(input: { id: ItemId; spaceId: Item['spaceId']; parentId: ItemId | null; content: KindAndBody }, said: string): Promise<Item | null> {
        const item = await attempt(() => call('item.create', { ...input, onDate: null, privacy: 'private' }))
        if (item !== null) did(said, () => attempt(() => call('item.delete', input.id)))
        return item
      },
    }
  }, [client, did, errorText, failed])
}
