import { handlers } from '../../../electron/api/handlers.ts'
import type { CallName } from '../../../shared/contract.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

/** As if the contract were only a type: the input goes to the handler as it came, and failures come back in words. */
export async function answerUnchecked(test: TestBackend, name: CallName, input: unknown): Promise<unknown> {
  // What the real dispatch makes sure of, and this one does not.
  const handle = handlers[name] as (backend: TestBackend['backend'], raw: unknown) => unknown
  try {
    return { ok: true, value: await handle(test.backend, input) }
  } catch (error) {
    return { ok: false, code: error instanceof Error ? error.message : String(error) }
  }
}
