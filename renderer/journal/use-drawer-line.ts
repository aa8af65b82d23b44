import { useQuery } from '@tanstack/react-query'
import type { ItemId } from '../../shared/ids.ts'
import { call } from '../api.ts'
import { useMessages } from '../messages/messages.tsx'

/** What the drawer under a narrow sheet says about an entry; null before there is one. */
export function useDrawerLine(id: ItemId | null): { marginLine?: string; plainDrawer?: boolean; marginNote?: string } {
  const t = useMessages()
  const item = useQuery({ queryKey: ['item.get', id], enabled: id !== null, queryFn: () => (id === null ? null : call('item.get', id)) }).data
  const links = useQuery({ queryKey: ['link.list', id], enabled: id !== null, queryFn: () => (id === null ? [] : call('link.list', id)) }).data
  if (id === null || item === undefined || item === null) return {}
  const linked = links === undefined || links.length === 0 ? t('journal.margin.linked') : `${t('journal.margin.linked')} ${links.length}`
  return {
    marginNote: `${linked} · ${t('journal.margin.history')}`,
    ...(item.privacy === 'shareable' && { marginLine: t('privacy.shareable'), plainDrawer: true }),
  }
}
