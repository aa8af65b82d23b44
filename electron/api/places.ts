import type { CallName } from '../../shared/contract.ts'
import { asHousekeeping } from '../database/counters.ts'
import { getPreference, setPreference } from '../database/preferences.ts'
import type { Handlers } from './handlers.ts'

/** Kept with the run it belongs to: a fresh start lands on Today. */
export const placeHandlers = {
  'place.get': (backend) => {
    const kept = getPreference(backend.db, 'place')
    return kept?.runId === backend.options.runId ? kept.place : null
  },
  'place.keep': ({ db, options: { runId } }, place) => { asHousekeeping(db, () => { setPreference(db, 'place', { runId, place }) }) },
} satisfies Pick<Handlers, Extract<CallName, `place.${string}`>>
