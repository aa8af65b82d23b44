import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'

export type ReviewItem = ItemOf<'agreement-review'>

/** The look back that is planned for this agreement, the earliest; null where none waits, undefined before the first answer. */
export function useReview(agreementId: ItemId): ReviewItem | null | undefined {
  const { id: spaceId } = useSpace()
  const { data } = useCall('item.list', { spaceId, kinds: ['agreement-review'], parentId: agreementId, limit: 1000 })
  if (data === undefined || data.some((item) => item.parentId !== agreementId)) return undefined
  return data.filter((item) => item.kind === 'agreement-review' && item.body.status === 'planned')
    .filter((item) => item.kind === 'agreement-review').toSorted((a, b) => (a.body.on < b.body.on ? -1 : 1))[0] ?? null
}
