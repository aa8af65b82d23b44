import { hasOther } from '../../shared/space.ts'
import { useCall } from './data.ts'
import type { PlaceId } from './places.ts'
import { useSpace } from './space.tsx'

/** Which places exist in this space, and which already stand in the list. */
export function usePlaceShown(): { exists: (id: PlaceId) => boolean; shown: (id: PlaceId) => boolean } {
  const space = useSpace()
  const joined = useCall('today.get', { spaceId: space.id }).data?.places ?? []
  const alone = !hasOther(space.role)
  const exists = (id: PlaceId) => !alone || id === 'today' || id === 'journal' || id === 'sharing' || id === 'path'
  const shown = (id: PlaceId) => exists(id) && (id === 'today' || id === 'journal' || id === 'sessions' || (id === 'path' && space.role !== 'alone') || joined.some((place) => place === id))
  return { exists, shown }
}
