import { randomUUID } from 'node:crypto'
import type { CallName } from '../../shared/contract.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { createSpace, listSpaces, updateSpace } from '../database/spaces.ts'
import type { Handlers } from './handlers.ts'

export const spaceHandlers = {
  'space.list': (backend) => listSpaces(backend.db),
  // A fresh UUID is a space's id by definition.
  'space.create': (backend, draft) => createSpace(backend.db, randomUUID() as SpaceId, draft, backend.now()),
  'space.update': (backend, change) => updateSpace(backend.db, change, backend.now()),
} satisfies Pick<Handlers, Extract<CallName, `space.${string}`>>
