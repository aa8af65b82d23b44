import { onTestFinished } from 'vitest'
import { handlers } from '../../../electron/api/handlers.ts'
import type { CallName } from '../../../shared/contract.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

/** Hundreds of megabytes may be on their way to the disk by then. */
const longestMs = 120_000
const locking = new WeakSet<TestBackend>()

/** What is let in here can be more than a lock is able to write: that is this defect's own doing, and no failure of the test. */
function lockAtEnd(test: TestBackend): void {
  if (locking.has(test)) return
  locking.add(test)
  // Before the backend's own: the last to ask is the first to be called.
  onTestFinished(() => {
    try {
      test.backend.lock('closed')
    } catch (error) {
      console.info(`the lock after a planted defect: ${error instanceof Error ? error.name : String(error)}`)
    }
  }, longestMs)
}

/** As if the contract were only a type: the input goes to the handler as it came, and failures come back in words. */
export async function answerUnchecked(test: TestBackend, name: CallName, input: unknown): Promise<unknown> {
  lockAtEnd(test)
  // What the real dispatch makes sure of, and this one does not.
  const handle = handlers[name] as (backend: TestBackend['backend'], raw: unknown) => unknown
  try {
    return { ok: true, value: await handle(test.backend, input) }
  } catch (error) {
    return { ok: false, code: error instanceof Error ? error.message : String(error) }
  }
}
