import type { CallName } from '../../shared/contract.ts'
import { forgetRevisions, listRevisions, restoreRevision } from '../database/history.ts'
import type { Handlers } from './handlers.ts'

export const historyHandlers = {
  'history.list': (backend, id) => listRevisions(backend.db, id),
  'history.restore': (backend, { id, revision }) => {
    backend.drafts.leave(id)
    return restoreRevision(backend.db, id, revision, backend.now())
  },
  'history.forget': (backend, id) => ({ forgotten: forgetRevisions(backend.db, id) }),
} satisfies Pick<Handlers, Extract<CallName, `history.${string}`>>
