import type { CallName } from '../../shared/contract.ts'
import { beginPath } from '../database/paths.ts'
import type { Handlers } from './handlers.ts'
import { newItemId } from './new-item-id.ts'

export const pathHandlers = {
  'path.begin': (backend, { spaceId }) => beginPath(backend.db, spaceId, newItemId, backend.now()),
} satisfies Pick<Handlers, Extract<CallName, `path.${string}`>>
