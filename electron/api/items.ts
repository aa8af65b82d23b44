import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { deleteItem, restoreItem } from '../database/bin.ts'
import { asExpected } from '../database/failures.ts'
import { createItem, findRow, getItem, labelItem, listItems, moveItem } from '../database/items.ts'
import { isSealedCard, requireOpenKind } from '../database/own-calls.ts'
import type { Handlers } from './handlers.ts'

export const itemHandlers = {
  'item.create': (backend, item) => {
    try {
      const made = createItem(backend.db, item, backend.now())
      backend.unmade.delete(item.id)
      return made
    } catch (error) {
      const expected = asExpected(error)
      // What can never be made is not kept; the rest may find room later.
      if (!(expected instanceof AppError) || !['input.invalid', 'item.missing', 'vault.locked'].includes(expected.code)) backend.unmade.set(item.id, item)
      throw error
    }
  },
  'item.get': (backend, id) => {
    const item = getItem(backend.db, id)
    const words = backend.drafts.waiting(id)
    // Kind and body go together.
    return words === null || item.kind !== words.kind ? item : { ...item, ...words } as typeof item
  },
  'item.list': (backend, query) => listItems(backend.db, query),
  'item.draft': (backend, draft) => {
    requireOpenKind(draft.content.kind)
    const unmade = backend.unmade.get(draft.id)
    if (unmade === undefined) backend.drafts.put(draft)
    // What could not be made waits with its newest words.
    else backend.unmade.set(draft.id, { ...unmade, content: draft.content })
  },
  'item.save': (backend, change) => backend.drafts.save(change),
  'item.label': (backend, { id, privacy }) => labelItem(backend.db, id, privacy, backend.now()),
  'item.move': (backend, { id, after }) => moveItem(backend.db, id, after),
  'item.delete': (backend, id) => {
    // What was typed last goes into the bin with the rest.
    backend.drafts.leave(id)
    // Nobody throws away unread what was put by for later: it is opened first.
    if (isSealedCard(findRow(backend.db, id))) throw new AppError('input.invalid')
    return deleteItem(backend.db, id, backend.now())
  },
  'item.restore': (backend, id) => restoreItem(backend.db, id, backend.now()),
  'item.leave': (backend, id) => { backend.drafts.leave(id) },
  'item.flush': (backend) => { backend.drafts.flush() },
  'item.unsaved': (backend) => {
    backend.drafts.flush()
    return backend.drafts.pending() + backend.unmade.size
  },
} satisfies Pick<Handlers, Extract<CallName, `item.${string}`>>
