import { useCall } from './data.ts'
import type { PlaceId } from './places.ts'
import { useSpace } from './space.tsx'

/** Which places exist in this space, and which already stand in the list. */
export function usePlaceShown(): { exists: (id: PlaceId) => boolean; shown: (id: PlaceId) => boolean } {
  const space = useSpace()
  const joined = useCall('today.get', { spaceId: space.id }).data?.places ?? []
  const alone = space.role === 'alone'
  const exists = (id: PlaceId) => !alone || id === 'today' || id === 'journal' || id === 'sharing'
  const shown = (id: PlaceId) => exists(id) && (id === 'today' || id === 'journal' || id === 'sessions' || joined.includes(id))
  return { exists, shown }
}
