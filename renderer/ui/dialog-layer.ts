import { createContext, use } from 'react'

/** Where what opens inside a dialog is drawn; null outside of one. */
export const DialogLayer = createContext<HTMLElement | null>(null)

/** A dialog makes everything beside it dead: a calendar or menu opened from it belongs inside. */
export function useDialogLayer(): { UNSTABLE_portalContainer?: HTMLElement } {
  const layer = use(DialogLayer)
  return layer === null ? {} : { UNSTABLE_portalContainer: layer }
}
