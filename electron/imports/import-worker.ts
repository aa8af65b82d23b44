/** A thread that reads one import, keeps what it found, and gives it out until it is ended. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { FromThread, ToThread } from './import-thread.ts'
import { planOf } from './plan.ts'
import { readSource } from './sources.ts'
import type { ImportSource } from './sources.ts'

const say = (message: FromThread) => { parentPort?.postMessage(message) }

try {
  // Only import-thread.ts starts this file, and it hands over a source.
  const source = readSource(workerData as ImportSource, (done, of) => { say({ type: 'progress', done, of }) })
  const plan = planOf(source, (done, of) => { say({ type: 'progress', done: of * 2 + done, of: of * 3 }) })
  say({ type: 'read', read: plan.read, marks: plan.marks })
  parentPort?.on('message', ({ take }: ToThread) => { say({ type: 'entries', entries: plan.take(take) }) })
} catch (error) {
  say({ type: 'failed', code: codeOf(error) })
}

function codeOf(error: unknown): Extract<FromThread, { type: 'failed' }>['code'] {
  // The file system's own refusals have a code: a folder without the right to read it, a drive that is gone.
  if (!(error instanceof AppError)) return error instanceof Error && 'code' in error ? 'import.unreadable' : 'internal'
  return error.code === 'import.too-large' || error.code === 'import.empty' ? error.code : 'import.unreadable'
}
