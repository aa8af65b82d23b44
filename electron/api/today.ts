import type { CallName } from '../../shared/contract.ts'
import { putOffStep, readToday } from '../database/today.ts'
import type { Handlers } from './handlers.ts'

export const todayHandlers = {
  'today.get': (backend, { spaceId }) => readToday(
    backend.db, spaceId, backend.now(), backend.vault.keys.slots.some(({ kind }) => kind === 'recovery')),
  'today.later': (backend, { spaceId, rule, itemId }) => { putOffStep(backend.db, spaceId, rule, itemId, backend.now()) },
} satisfies Pick<Handlers, Extract<CallName, `today.${string}`>>
