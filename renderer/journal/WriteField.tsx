import type { ReactNode } from 'react'
import type { ItemId } from '../../shared/ids.ts'

/** Today's write field. `onSaved` is given the save indicator to show in the sheet's head. */
export function WriteField(_: { onSaved: (indicator: ReactNode) => void; onEntry: (id: ItemId | null) => void; description?: string }) {
  return null
}
