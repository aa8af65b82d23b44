import type { CallName } from '../../shared/contract.ts'
import { Preferences } from '../../shared/preference.ts'
import type { StoredPreferences } from '../../shared/preference.ts'
import type { Handlers } from './handlers.ts'

export const preferenceHandlers = {
  'preference.get': async (backend) => forPage(await backend.host.getPreferences()),
  'preference.set': async (backend, change) => forPage(await backend.host.setPreferences(given(change))),
} satisfies Pick<Handlers, Extract<CallName, `preference.${string}`>>

/** Window size, folders and vault ids stay on this side. */
function forPage(stored: StoredPreferences): Preferences {
  return Preferences.strip().parse(stored)
}

/** Only the members that were really given: `undefined` would erase a stored one. */
function given(change: { [K in keyof Preferences]?: Preferences[K] | undefined }): Partial<Preferences> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
