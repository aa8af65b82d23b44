import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from './handlers.ts'

const notYet = (): never => { throw new AppError('internal') }

export const backupHandlers = {
  'backup.status': notYet,
  'backup.list': notYet,
  'backup.make': notYet,
  'backup.mirror': notYet,
  'backup.add': notYet,
  'backup.check': notYet,
  'backup.items': notYet,
  'backup.fetch': notYet,
  'backup.restore': notYet,
} satisfies Pick<Handlers, Extract<CallName, `backup.${string}`>>
