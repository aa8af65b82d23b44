/** The search for a mentor as it stands on the screen: the self-exam and what hangs under it. */
import type { ItemId } from '../../shared/ids.ts'
import type { ItemKind, ItemOf } from '../../shared/item.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'

/** Undefined before the first answer, null where none was begun. */
export function useExam(): ItemOf<'exam'> | null | undefined {
  const { id: spaceId } = useSpace()
  const { data } = useCall('item.list', { spaceId, kinds: ['exam'], limit: 1 })
  return data === undefined ? undefined : data.find((item) => item.kind === 'exam') ?? null
}

/** Children of one kind, in their order. */
export function useChildren<K extends ItemKind>(kind: K, parentId: ItemId): ItemOf<K>[] | undefined {
  const { id: spaceId } = useSpace()
  const { data } = useCall('item.list', { spaceId, kinds: [kind], parentId, limit: 1000 })
  // What stands there from another parent is the list before this one.
  if (data === undefined || data.some((item) => item.parentId !== parentId)) return undefined
  // The kind was asked for; what cannot be read has another and falls out.
  return data.filter((item) => item.kind === kind) as ItemOf<K>[]
}
