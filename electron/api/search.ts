import type { CallName } from '../../shared/contract.ts'
import { findHits } from '../database/search.ts'
import type { Handlers } from './handlers.ts'

export const searchHandlers = {
  'search.find': async (backend, query) => {
    const language = await backend.language()
    // What was typed a moment ago is found too.
    backend.drafts.flush()
    return findHits(backend.db, query, language)
  },
} satisfies Pick<Handlers, Extract<CallName, `search.${string}`>>
