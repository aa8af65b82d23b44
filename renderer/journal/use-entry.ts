import { useEffect, useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem, EntrySort, ItemOf, UnreadableItem } from '../../shared/item.ts'
import { emptyRichText } from '../../shared/rich-text.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { call } from '../api.ts'
import { beginDraft, keptDraft, openDraft, saveNow } from '../editor/drafts.ts'
import type { Keeper } from '../editor/drafts.ts'
import { isUntouched, noteOpened } from './new-entry.ts'

export type Opened =
  | { state: 'loading' }
  /** Not there, or in the bin. */
  | { state: 'gone' }
  | { state: 'unreadable'; item: UnreadableItem }
  | { state: 'ready'; keeper: Keeper; item: ItemOf<'entry'> | null }

/** An entry that is made with its first words. */
export function beginEntry(id: ItemId, spaceId: SpaceId, sort: EntrySort, prompt: string | null): Keeper {
  return beginDraft(
    { id, spaceId, parentId: null, onDate: dayAt(new Date()), privacy: 'private' },
    { kind: 'entry', body: { sort, prompt, text: emptyRichText(), raise: false } },
  )
}

async function open(id: ItemId): Promise<AnyItem | null> {
  // Words of a moment ago may still be on their way; a failing save is told about elsewhere.
  await saveNow().catch(() => undefined)
  try {
    return await call('item.get', id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'item.missing') return null
    throw error
  }
}

/** Open an entry to write in. `fresh` is how it begins when it is not there yet. */
export function useEntry(id: ItemId, fresh: (() => Keeper) | null): Opened {
  // What nobody wrote yet is there at once: the keys after the one that asked for it are its first words.
  const [opened, setOpened] = useState<Opened>(() => (fresh !== null && isUntouched(id) ? { state: 'ready', keeper: fresh(), item: null } : { state: 'loading' }))
  useEffect(() => {
    let current = true
    if (isUntouched(id)) {
      noteOpened(id)
      if (fresh !== null) return
    }
    void open(id).then((item) => {
      if (!current) return
      const kept = keptDraft(id)
      if (item?.kind === 'unreadable') setOpened({ state: 'unreadable', item })
      else if (item?.kind === 'entry' && item.deletedAt === null) setOpened({ state: 'ready', keeper: openDraft(item), item })
      else if (item === null && kept !== null) setOpened({ state: 'ready', keeper: kept, item: null })
      else if (item === null && fresh !== null) setOpened({ state: 'ready', keeper: fresh(), item: null })
      else setOpened({ state: 'gone' })
    }).catch((error: unknown) => {
      // The page is about to be replaced.
      if (!(error instanceof AppError && error.code === 'vault.locked')) throw error
    })
    return () => { current = false }
    // How it would begin matters once; the id decides which entry this is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id])
  return opened
}
