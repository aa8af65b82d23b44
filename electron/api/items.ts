import type { CallName } from '../../shared/contract.ts'
import { deleteItem, restoreItem } from '../database/bin.ts'
import { createItem, getItem, labelItem, listItems, moveItem } from '../database/items.ts'
import type { Handlers } from './handlers.ts'

export const itemHandlers = {
  'item.create': (backend, item) => createItem(backend.db, item, backend.now()),
  'item.get': (backend, id) => getItem(backend.db, id),
  'item.list': (backend, query) => listItems(backend.db, query),
  'item.draft': (backend, draft) => { backend.drafts.put(draft) },
  'item.save': (backend, change) => backend.drafts.save(change),
  'item.label': (backend, { id, privacy }) => labelItem(backend.db, id, privacy, backend.now()),
  'item.move': (backend, { id, after }) => moveItem(backend.db, id, after),
  'item.delete': (backend, id) => {
    // What was typed last goes into the bin with the rest.
    backend.drafts.leave(id)
    return deleteItem(backend.db, id, backend.now())
  },
  'item.restore': (backend, id) => restoreItem(backend.db, id, backend.now()),
  'item.leave': (backend, id) => { backend.drafts.leave(id) },
  'item.flush': (backend) => { backend.drafts.flush() },
} satisfies Pick<Handlers, Extract<CallName, `item.${string}`>>
