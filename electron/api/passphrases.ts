import type { CallName } from '../../shared/contract.ts'
import { ratePassphrase, suggestPassphrase } from '../vault/passphrase.ts'
import type { Handlers } from './handlers.ts'

export const passphraseHandlers = {
  'passphrase.suggest': () => ({ passphrase: suggestPassphrase() }),
  'passphrase.rate': (_backend, { passphrase }) => ratePassphrase(passphrase),
} satisfies Pick<Handlers, Extract<CallName, `passphrase.${string}`>>
