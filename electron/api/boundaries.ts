import type { CallName } from '../../shared/contract.ts'
import { askBoundariesAgain, beginBoundaries, finishBoundaries } from '../database/boundaries.ts'
import type { Handlers } from './handlers.ts'
import { newItemId } from './new-item-id.ts'

export const boundaryHandlers = {
  'boundary.begin': (backend, { agreementId }) => beginBoundaries(backend.db, agreementId, newItemId, backend.now()),
  'boundary.finish': (backend, { agreementId, who }) => {
    // What was typed last belongs to what is handed over.
    backend.drafts.flush()
    finishBoundaries(backend.db, agreementId, who, backend.now())
  },
  'boundary.again': (backend, { agreementId }) => {
    backend.drafts.flush()
    askBoundariesAgain(backend.db, agreementId, backend.now())
  },
} satisfies Pick<Handlers, Extract<CallName, `boundary.${string}`>>
