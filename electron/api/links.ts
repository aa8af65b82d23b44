import { randomUUID } from 'node:crypto'
import type { CallName } from '../../shared/contract.ts'
import type { LinkId } from '../../shared/ids.ts'
import { addLink, listLinks, removeLink } from '../database/links.ts'
import type { Handlers } from './handlers.ts'

export const linkHandlers = {
  'link.list': async (backend, id) => {
    // First: a lock while the shell is asked closes the database.
    const language = await backend.language()
    return listLinks(backend.db, id, language)
  },
  'link.add': async (backend, link) => {
    const language = await backend.language()
    // A fresh UUID is a link's id by definition.
    addLink(backend.db, randomUUID() as LinkId, link, backend.now())
    return listLinks(backend.db, link.from, language)
  },
  'link.remove': (backend, id) => { removeLink(backend.db, id) },
} satisfies Pick<Handlers, Extract<CallName, `link.${string}`>>
