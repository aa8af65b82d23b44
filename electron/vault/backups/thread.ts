import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import type { ErrorCode } from '../../../shared/error-codes.ts'
import type { JobInput, JobName, JobOutput } from './jobs.ts'
import type { Step } from './pieces.ts'
import { threadEnv } from '../../thread-env.ts'

/** What the thread says; text of an error would hold paths, so only its code crosses. */
export type FromThread =
  | { done: number; of: number }
  | { result: unknown }
  | { code: ErrorCode | null; kind: string }

export type RunJob = <N extends JobName>(name: N, input: JobInput<N>, step?: Step) => Promise<JobOutput<N>>

/** The worker stands beside this file: as source, or in the bundle. */
const workerFile = new URL(`./backup-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** A thread takes a tenth of a second to start: one that has done its work waits a while for more. */
const idleMs = 5_000
let idle: { worker: Worker; timer: NodeJS.Timeout } | null = null

/**
 * Run jobs one after the other in a thread of its own, so that no save waits
 * for them. It is stopped in the middle of a job when it is aborted.
 */
export async function inThread<T>(signal: AbortSignal | undefined, work: (run: RunJob) => Promise<T>): Promise<T> {
  const worker = takeWorker()
  let failed: unknown = null
  let settle: { resolve(value: unknown): void; reject(error: unknown): void } | null = null
  let step: Step | undefined
  const fail = (error: unknown) => {
    failed ??= error
    settle?.reject(error)
  }
  const ended = () => { fail(new Error('the thread ended')) }
  const hear = (message: FromThread) => {
    if ('done' in message) step?.(message.done, message.of)
    else if ('result' in message) settle?.resolve(message.result)
    else settle?.reject(message.code === null ? new Error(`a job failed: ${message.kind}`) : new AppError(message.code))
  }
  const stop = () => { fail(new AppError('work.cancelled')) }
  worker.on('error', fail).on('exit', ended).on('message', hear)
  signal?.addEventListener('abort', stop)
  if (signal?.aborted === true) stop()
  try {
    return await work(async (name, input, listen) => {
      if (failed !== null) throw failed
      step = listen
      // The thread is this process's reason to live as long as somebody waits for it.
      worker.ref()
      try {
        // The thread ran the job of this name.
        return await new Promise<unknown>((resolve, reject) => {
          settle = { resolve, reject }
          worker.postMessage({ name, input })
        }) as JobOutput<typeof name>
      } finally {
        settle = null
        worker.unref()
      }
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    worker.off('error', fail).off('exit', ended).off('message', hear)
    await release(worker, failed === null)
  }
}

function takeWorker(): Worker {
  if (idle === null) {
    const worker = new Worker(workerFile, { env: threadEnv(), stdout: true, stderr: true })
    worker.unref()
    return worker
  }
  const { worker, timer } = idle
  idle = null
  clearTimeout(timer)
  worker.off('error', forget).off('exit', forget)
  return worker
}

async function release(worker: Worker, sound: boolean): Promise<void> {
  if (!sound || idle !== null) {
    // Somebody may still hear of its end.
    worker.on('error', () => undefined)
    await worker.terminate()
    return
  }
  worker.on('error', forget).on('exit', forget)
  idle = { worker, timer: setTimeout(() => { letGo(worker) }, idleMs).unref() }
}

/** Forgotten at once, for its end takes a moment, in which nobody may be given it. */
function letGo(worker: Worker): void {
  worker.off('error', forget).off('exit', forget).on('error', () => undefined)
  forget()
  void worker.terminate()
}

function forget(): void {
  if (idle !== null) clearTimeout(idle.timer)
  idle = null
}
