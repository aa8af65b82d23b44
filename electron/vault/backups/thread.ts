import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { JobInput, JobName, JobOutput } from './jobs.ts'
import type { Step } from './pieces.ts'

/** What the thread says; text of an error would hold paths, so only its code crosses. */
export type FromThread =
  | { done: number; of: number }
  | { result: unknown }
  | { code: ErrorCode | null; kind: string }

export type RunJob = <N extends JobName>(name: N, input: JobInput<N>, step?: Step) => Promise<JobOutput<N>>

/** The worker stands beside this file: as source, or in the bundle. */
const workerFile = new URL(`./backup-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/**
 * Run jobs one after the other in a thread of its own, so that no save waits
 * for them; it ends with `work`, or in the middle of a job when it is aborted.
 */
export async function inThread<T>(signal: AbortSignal | undefined, work: (run: RunJob) => Promise<T>): Promise<T> {
  const worker = new Worker(workerFile, { env: {}, stdout: true, stderr: true })
  worker.unref()
  let failed: unknown = null
  let settle: { resolve(value: unknown): void; reject(error: unknown): void } | null = null
  let step: Step | undefined
  const fail = (error: unknown) => {
    failed ??= error
    settle?.reject(error)
  }
  worker.on('error', fail)
  worker.on('exit', () => { fail(new Error('the thread ended')) })
  worker.on('message', (message: FromThread) => {
    if ('done' in message) step?.(message.done, message.of)
    else if ('result' in message) settle?.resolve(message.result)
    else settle?.reject(message.code === null ? new Error(`a job failed: ${message.kind}`) : new AppError(message.code))
  })
  const stop = () => {
    fail(new AppError('work.cancelled'))
    void worker.terminate()
  }
  signal?.addEventListener('abort', stop)
  if (signal?.aborted === true) stop()
  try {
    return await work(async (name, input, listen) => {
      if (failed !== null) throw failed
      step = listen
      // The thread stays this process's reason to live as long as somebody waits for it.
      worker.ref()
      try {
        // The thread ran the job of this name.
        return await new Promise<unknown>((resolve, reject) => {
          settle = { resolve, reject }
          worker.postMessage({ name, input })
        }) as JobOutput<typeof name>
      } finally {
        settle = null
      }
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
