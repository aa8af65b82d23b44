import { randomUUID } from 'node:crypto'
import type { CallName } from '../../shared/contract.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { getPreference, setPreference } from '../database/preferences.ts'
import { createSpace, getSpace, listSpaces, removeSpace, updateSpace } from '../database/spaces.ts'
import type { Handlers } from './handlers.ts'

export const spaceHandlers = {
  'space.list': (backend) => listSpaces(backend.db),
  // A fresh UUID is a space's id by definition.
  'space.create': (backend, draft) => createSpace(backend.db, randomUUID() as SpaceId, draft, backend.now()),
  'space.update': (backend, change) => updateSpace(backend.db, change, backend.now()),
  'space.entered': (backend) => {
    const id = getPreference(backend.db, 'space')
    return listSpaces(backend.db).some((space) => space.id === id) ? id : null
  },
  'space.enter': (backend, id) => {
    getSpace(backend.db, id)
    setPreference(backend.db, 'space', id)
  },
  'space.remove': (backend, id) => { removeSpace(backend.db, id) },
} satisfies Pick<Handlers, Extract<CallName, `space.${string}`>>
