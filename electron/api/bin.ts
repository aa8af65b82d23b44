import type { CallName } from '../../shared/contract.ts'
import { emptyBin, listBin, removeFromBin } from '../database/bin.ts'
import type { Handlers } from './handlers.ts'

export const binHandlers = {
  'bin.list': (backend) => listBin(backend.db),
  'bin.delete': (backend, id) => { removeFromBin(backend.db, id) },
  'bin.empty': (backend) => ({ removed: emptyBin(backend.db) }),
} satisfies Pick<Handlers, Extract<CallName, `bin.${string}`>>
