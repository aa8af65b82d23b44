import type { MessageKey } from '../messages/messages.tsx'

/** The places that exist, in their fixed order; the digit is the one of Ctrl+1 … 8. */
export const places = [
  { id: 'today', to: '/today', label: 'place.today', about: 'place.today.about', digit: 1 },
  { id: 'journal', to: '/journal', label: 'place.journal', about: 'place.journal.about', digit: 2 },
  { id: 'sessions', to: '/sessions', label: 'place.sessions', about: 'place.sessions.about', digit: 3 },
  { id: 'plan', to: '/plan', label: 'place.plan', about: 'place.plan.about', digit: 4 },
  { id: 'agreement', to: '/agreement', label: 'place.agreement', about: 'place.agreement.about', digit: 5 },
  { id: 'sharing', to: '/sharing', label: 'place.sharing', about: 'place.sharing.about', digit: 7 },
  { id: 'path', to: '/path', label: 'place.path', about: 'place.path.about', digit: 8 },
] as const satisfies ReadonlyArray<{ id: string; to: string; label: MessageKey; about: MessageKey; digit: number }>

export type PlaceId = (typeof places)[number]['id']
