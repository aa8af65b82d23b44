/** Long work: says how far it is, and can be stopped. One of a name at a time. */
import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Backend } from './backend.ts'
import type { Handlers } from './handlers.ts'

export type Work = {
  /** Aborted when the person cancels, and at a lock. */
  signal: AbortSignal
  /** At most ten times a second reaches the page. */
  progress(done: number, of: number): void
}

const stepMs = 100

/**
 * Run one piece of long work under a name that the page knows.
 *
 * @throws AppError `work.cancelled` when it was stopped; whatever `work` throws
 */
export async function runWork<T>(backend: Backend, id: string, work: (ports: Work) => Promise<T>): Promise<T> {
  const control = new AbortController()
  // A second press of the same button waits for nothing and changes nothing.
  if (backend.works.has(id)) throw new AppError('work.cancelled')
  backend.works.set(id, control)
  let said = 0
  // Not known yet how far: the page knows at once that it is under way.
  backend.emit({ name: 'work.progress', data: { id, done: 0, of: 0 } })
  try {
    const result = await work({
      signal: control.signal,
      progress: (done, of) => {
        const now = performance.now()
        if (done < of && now - said < stepMs) return
        said = now
        backend.emit({ name: 'work.progress', data: { id, done, of } })
      },
    })
    backend.emit({ name: 'work.done', data: { id } })
    return result
  } catch (error) {
    const failure = control.signal.aborted ? new AppError('work.cancelled', { cause: error }) : error
    backend.emit({ name: 'work.done', data: { id, code: failure instanceof AppError ? failure.code : 'internal' } })
    throw failure
  } finally {
    backend.works.delete(id)
  }
}

export const workHandlers = {
  'work.cancel': (backend, { id }) => { backend.works.get(id)?.abort() },
} satisfies Pick<Handlers, Extract<CallName, `work.${string}`>>
