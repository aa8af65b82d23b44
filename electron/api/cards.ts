import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { openCard, sealCard } from '../database/cards.ts'
import type { Handlers } from './handlers.ts'

export const cardHandlers = {
  'card.seal': (backend, id) => {
    // What was typed last is sealed with the rest, or nothing is.
    backend.drafts.leave(id)
    if (backend.drafts.waiting(id) !== null) throw new AppError('item.changed')
    return sealCard(backend.db, id, backend.now())
  },
  'card.open': (backend, id) => openCard(backend.db, id, backend.now()),
} satisfies Pick<Handlers, Extract<CallName, `card.${string}`>>
