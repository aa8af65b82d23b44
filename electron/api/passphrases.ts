import type { CallName } from '../../shared/contract.ts'
import { changePassphrase } from '../vault/change-keys.ts'
import { findCost } from './find-cost.ts'
import type { Handlers } from './handlers.ts'

/** Not before somebody chooses a passphrase. */
const wordLists = () => import('../vault/passphrase.ts')

export const passphraseHandlers = {
  'passphrase.suggest': async () => ({ passphrase: (await wordLists()).suggestPassphrase() }),
  'passphrase.rate': async (_backend, { passphrase }) => (await wordLists()).ratePassphrase(passphrase),
  'passphrase.change': (backend, { current, next }) => backend.inTurn(
    () => backend.tries.attempt(backend.vault.id, () => changePassphrase(backend.vault, current, next, () => findCost(backend), backend.now()))),
} satisfies Pick<Handlers, Extract<CallName, `passphrase.${string}`>>
