import { useQuery } from '@tanstack/react-query'
import { fillNames } from '../../shared/texts/fill.ts'
import { partyNames } from '../../shared/space.ts'
import type { ItemId } from '../../shared/ids.ts'
import { call } from '../api.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { Translate } from '../messages/messages.tsx'
import { useOpen } from '../search/use-open.ts'

export type LinkedItem = {
  /** What it is called now; the words of then until it is known, or where it belongs to another relationship. */
  title: string
  /** In the bin, or gone for good. */
  gone: boolean
  /** Null where there is nothing to open. */
  open: (() => void) | null
}

/** A session is called by its number, everything else by its words. */
export function itemTitle(t: Translate, kind: string, title: string): string {
  return kind === 'session' ? t('journal.session', { n: Number(title) }) : title
}

/** What a link in a text leads to. */
export function useLinkedItem(id: ItemId, words: string): LinkedItem {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const openItem = useOpen()
  // Not the answer that the item's own screen keeps: that one is as old as its opening.
  const { data: item, error } = useQuery({ queryKey: ['link.target', id], queryFn: () => call('item.get', id), staleTime: 0, refetchOnMount: 'always' })
  if (item === undefined) return { title: words, gone: error !== null, open: null }
  // Spaces are never mixed, not even by a text that was copied over.
  if (item.spaceId !== space.id) return { title: words, gone: false, open: null }
  const title = fillNames(itemTitle(t, item.kind, item.title), partyNames(space), language) || words
  return item.deletedAt === null ? { title, gone: false, open: () => void openItem(item) } : { title, gone: true, open: null }
}
