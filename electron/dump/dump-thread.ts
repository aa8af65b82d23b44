import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { FromThread, Job, ReadJob, SaveJob, ToThread } from './jobs.ts'
import type { DumpRecord, Head } from '../../shared/dump-records.ts'
import type { DumpWritten } from './write-dump.ts'
import { threadEnv } from '../thread-env.ts'

type Ports = { signal: AbortSignal; progress(done: number, of: number): void }

/** The worker stands beside this file: as source, or in the bundle. */
const workerFile = new URL(`./dump-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** Write a copy in a thread of its own: no save waits for it. */
export async function writeDumpApart(job: Omit<SaveJob, 'job'>, ports: Ports): Promise<DumpWritten> {
  const result = await inThread({ job: 'save', ...job }, ports, {})
  if (result === null) throw new Error('the thread wrote nothing')
  return result
}

/**
 * Read a copy in a thread of its own. `use` gets records batch by batch, in the
 * order of the file, after all of it was found whole; the thread waits for it.
 *
 * @throws AppError `dump.unreadable`, `dump.damaged`, `dump.foreign`, `dump.newer`; what `use` throws
 */
export async function readDumpApart(
  job: Omit<ReadJob, 'job'>, ports: Ports, use: { head(head: Head, records: number): Promise<void> | void; records(records: DumpRecord[]): Promise<void> | void },
): Promise<void> {
  await inThread({ job: 'read', ...job }, ports, use)
}

type Use = { head?(head: Head, records: number): Promise<void> | void; records?(records: DumpRecord[]): Promise<void> | void }

function inThread(job: Job, { signal, progress }: Ports, use: Use): Promise<DumpWritten | null> {
  const worker = new Worker(workerFile, { workerData: job, env: threadEnv(), stdout: true, stderr: true })
  // What came first is worked on first, though working on it may wait.
  let turn: Promise<void> = Promise.resolve()
  return new Promise<DumpWritten | null>((resolve, reject) => {
    const stop = () => { reject(new AppError('work.cancelled')) }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    worker.on('error', reject)
    worker.on('exit', () => { void turn.then(() => { reject(new Error('the thread ended')) }, reject) })
    worker.on('message', (message: FromThread) => {
      turn = turn.then(async () => {
        switch (message.type) {
          case 'progress': return progress(message.done, message.of)
          case 'head': return use.head?.(message.head, message.records)
          case 'records': {
            await use.records?.(message.records)
            const next: ToThread = { type: 'next' }
            return worker.postMessage(next)
          }
          case 'done': return resolve(message.result)
          case 'failed': throw message.code === null ? new Error(`a copy failed: ${message.kind}`) : new AppError(message.code)
        }
      })
      turn.catch(reject)
    })
  }).finally(() => worker.terminate())
}
