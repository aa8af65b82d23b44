import type { CallName } from '../../shared/contract.ts'
import { acceptCandidate, releaseCandidate } from '../database/candidates.ts'
import { beginExam, beginPath } from '../database/paths.ts'
import type { Handlers } from './handlers.ts'
import { newItemId } from './new-item-id.ts'

export const pathHandlers = {
  'path.begin': (backend, { spaceId }) => beginPath(backend.db, spaceId, newItemId, backend.now()),
  'exam.begin': (backend, { spaceId, language }) => beginExam(backend.db, spaceId, language, newItemId, backend.now()),
  'candidate.accept': (backend, { id, language }) => {
    // What was typed last goes along.
    backend.drafts.flush()
    return acceptCandidate(backend.db, id, language, newItemId, backend.now())
  },
  'candidate.release': (backend, release) => {
    backend.drafts.flush()
    return releaseCandidate(backend.db, release, backend.now())
  },
} satisfies Pick<Handlers, Extract<CallName, `${'path' | 'exam' | 'candidate'}.${string}`>>
