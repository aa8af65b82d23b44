import type { CallName } from '../../shared/contract.ts'
import { planReview } from '../database/agreement-reviews.ts'
import { beginAgreement } from '../database/agreements.ts'
import type { Handlers } from './handlers.ts'
import { newItemId } from './new-item-id.ts'

export const agreementHandlers = {
  'agreement.begin': (backend, order) => beginAgreement(backend.db, order, newItemId, backend.now()),
  'agreement.review': (backend, plan) => planReview(backend.db, plan, newItemId, backend.now()),
} satisfies Pick<Handlers, Extract<CallName, `agreement.${string}`>>
