import type { CallName } from '../../shared/contract.ts'
import { changePassphrase } from '../vault/change-keys.ts'
import { ratePassphrase, suggestPassphrase } from '../vault/passphrase.ts'
import { findCost } from './find-cost.ts'
import type { Handlers } from './handlers.ts'

export const passphraseHandlers = {
  'passphrase.suggest': () => ({ passphrase: suggestPassphrase() }),
  'passphrase.rate': (_backend, { passphrase }) => ratePassphrase(passphrase),
  'passphrase.change': (backend, { current, next }) => backend.inTurn(
    () => backend.tries.attempt(backend.vault.id, () => changePassphrase(backend.vault, current, next, () => findCost(backend), backend.now()))),
} satisfies Pick<Handlers, Extract<CallName, `passphrase.${string}`>>
