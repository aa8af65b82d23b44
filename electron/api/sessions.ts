import type { CallName } from '../../shared/contract.ts'
import {
  cancelSession, carryLine, closeSession, passAskedOn, planSession, reopenSession, rescheduleSession, startSession,
} from '../database/sessions.ts'
import type { Handlers } from './handlers.ts'
import { newItemId } from './new-item-id.ts'

/** Each first writes what was typed, so that no draft is held against the state it came before. */
export const sessionHandlers = {
  'session.plan': async (backend, plan) => {
    const language = await backend.language()
    backend.drafts.flush()
    return planSession(backend.db, plan, language, newItemId, backend.now())
  },
  'session.start': (backend, id) => {
    backend.drafts.flush()
    return startSession(backend.db, id, backend.now())
  },
  'session.close': (backend, id) => {
    backend.drafts.flush()
    const closed = closeSession(backend.db, id, backend.now())
    passAskedOn(backend.db, id, newItemId, backend.now())
    return closed
  },
  'session.reopen': (backend, id) => {
    backend.drafts.flush()
    return reopenSession(backend.db, id, backend.now())
  },
  'session.reschedule': (backend, { id, startsAt }) => {
    backend.drafts.flush()
    return rescheduleSession(backend.db, id, startsAt, backend.now())
  },
  'session.cancel': (backend, { id, word }) => {
    backend.drafts.flush()
    return cancelSession(backend.db, id, word, backend.now())
  },
  'session.carry': (backend, { agendaItemId, outcome }) => {
    backend.drafts.flush()
    return carryLine(backend.db, agendaItemId, outcome, newItemId, backend.now())
  },
} satisfies Pick<Handlers, Extract<CallName, `session.${string}`>>
