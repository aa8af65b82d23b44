import type { CallName, Output, Parsed } from '../../shared/contract.ts'
import type { Backend } from './backend.ts'
import { passphraseHandlers } from './passphrases.ts'
import { preferenceHandlers } from './preferences.ts'
import { vaultHandlers } from './vaults.ts'

/** A mapped type, so that a call without a handler does not compile. */
export type Handlers = {
  [N in CallName]: (backend: Backend, input: Parsed<N>) => Output<N> | Promise<Output<N>>
}

export const handlers: Handlers = {
  ...vaultHandlers,
  ...passphraseHandlers,
  ...preferenceHandlers,
}
