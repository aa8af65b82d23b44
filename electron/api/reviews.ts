import type { CallName } from '../../shared/contract.ts'
import { getPreference, setPreference } from '../database/preferences.ts'
import { removePreference } from '../database/vault-record.ts'
import type { Handlers } from './handlers.ts'

/** Kept over a lock, as the place is; a fresh start begins afresh. */
export const reviewHandlers = {
  'discreet.get': (backend) => {
    const found = getPreference(backend.db, 'discreet')
    return { on: found?.runId === backend.options.runId && found.on }
  },
  'discreet.set': (backend, { on }) => { setPreference(backend.db, 'discreet', { runId: backend.options.runId, on }) },
  'review.get': (backend) => {
    const found = getPreference(backend.db, 'review')
    return { kept: found?.runId === backend.options.runId ? found.kept : null }
  },
  'review.keep': (backend, { kept }) => {
    if (kept === null) removePreference(backend.db, 'review')
    else setPreference(backend.db, 'review', { runId: backend.options.runId, kept })
  },
} satisfies Pick<Handlers, Extract<CallName, `review.${string}` | `discreet.${string}`>>
