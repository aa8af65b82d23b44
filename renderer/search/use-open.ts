import { useNavigate } from '@tanstack/react-router'
import type { Hit } from '../../shared/search.ts'
import { targetOf } from './look.ts'

/** Go to the place that shows an item of this space. */
export function useOpen(): (hit: Pick<Hit, 'id' | 'parentId' | 'kind'>) => Promise<void> {
  const navigate = useNavigate()
  return async (hit) => {
    const target = await targetOf(hit)
    switch (target.to) {
      case '/journal/$id': return navigate({ to: target.to, params: { id: target.id } })
      case '/sessions/$id': return navigate({ to: target.to, params: { id: target.id }, search: target.mode === undefined ? {} : { mode: target.mode }, hash: target.hash })
      case '/banks': return navigate({ to: target.to, search: { tab: target.tab }, hash: target.hash })
      case '/path/find': return navigate({ to: target.to, search: { step: target.step }, hash: target.hash })
      case '/agreement': return navigate({ to: target.to, search: target.tab === undefined ? {} : { tab: target.tab }, hash: target.hash })
      case '/path/people/$id': case '/path/letter/$id': case '/agreement/review/$id': case '/agreement/version/$id': return navigate({ to: target.to, params: { id: target.id } })
      default: return navigate({ to: target.to, hash: target.hash })
    }
  }
}
