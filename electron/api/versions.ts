import type { CallName } from '../../shared/contract.ts'
import { settleVersion, signVersion, undoWithdrawal, withdrawSignature } from '../database/versions.ts'
import { checkWords } from '../vault/check-words.ts'
import type { Handlers } from './handlers.ts'
import { newItemId } from './new-item-id.ts'

export const versionHandlers = {
  'version.settle': (backend, order) => {
    // What was typed last belongs to what is signed.
    backend.drafts.flush()
    return settleVersion(backend.db, order, checkWords, newItemId, backend.now())
  },
  'version.sign': (backend, order) => signVersion(backend.db, order, backend.now()),
  'version.withdraw': (backend, { id, who, undo }) =>
    undo === undefined ? withdrawSignature(backend.db, id, who, backend.now()) : undoWithdrawal(backend.db, id, who, undo, backend.now()),
} satisfies Pick<Handlers, Extract<CallName, `version.${string}`>>
