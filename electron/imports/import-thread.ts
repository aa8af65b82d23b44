/**
 * Reading what another app wrote, in a thread of its own that ends when the dry
 * run is done with: saves never wait for it, it holds the words meanwhile, and
 * whatever a hostile file does to it ends with it.
 */
import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { EntryMark, ImportPlan, ImportedEntry } from '../../shared/importing.ts'
import { threadEnv } from '../thread-env.ts'
import { heapMegabytes, readingMs } from './limits.ts'
import type { ImportSource } from './sources.ts'

/** What a dry run says, but for what only the database knows. */
export type ReadImport = Omit<ImportPlan, 'id' | 'duplicates'>

export type OpenImport = {
  read: ReadImport
  /** One for each entry, in their order. */
  marks: readonly EntryMark[]
  take(indices: readonly number[]): Promise<ImportedEntry[]>
  close(): void
}

export type ToThread = { take: readonly number[] }
export type FromThread =
  | { type: 'progress'; done: number; of: number }
  | { type: 'read'; read: ReadImport; marks: EntryMark[] }
  | { type: 'entries'; entries: ImportedEntry[] }
  | { type: 'failed'; code: 'import.unreadable' | 'import.too-large' | 'import.empty' | 'internal' }

/** The worker stands beside this file: as source, or in the bundle. */
const workerFile = new URL(`./import-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/**
 * Read a file or a folder. Nothing of it is run, followed or fetched.
 *
 * @throws AppError `import.unreadable`, `import.too-large`, `import.empty`; `work.cancelled`
 */
export function openImport(source: ImportSource, ports: { signal: AbortSignal; progress(done: number, of: number): void }): Promise<OpenImport> {
  const worker = new Worker(workerFile, {
    workerData: source, env: threadEnv(), stdout: true, stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 },
  })
  // A dry run that nobody comes back to must not keep the process.
  worker.unref()
  let waiting: { resolve(message: FromThread): void; reject(error: unknown): void } | null = null
  const fail = (error: unknown) => { waiting?.reject(error); waiting = null; void worker.terminate() }
  const stop = () => { fail(new AppError('work.cancelled')) }
  const ask = () => new Promise<FromThread>((resolve, reject) => { waiting = { resolve, reject } })

  worker.on('message', (message: FromThread) => {
    if (message.type === 'progress') ports.progress(message.done, message.of)
    else if (message.type === 'failed') fail(message.code === 'internal' ? new Error('the import thread failed') : new AppError(message.code))
    else { waiting?.resolve(message); waiting = null }
  })
  // Out of its own memory: what it read is no journal that a person wrote.
  worker.on('error', (error) => { fail(new AppError('import.too-large', { cause: error })) })
  worker.on('exit', () => { fail(new AppError('import.too-large')) })

  const asked = ask()
  const tooLong = setTimeout(() => { fail(new AppError('import.too-large')) }, readingMs)
  ports.signal.addEventListener('abort', stop)
  if (ports.signal.aborted) stop()
  return asked.then((message) => {
    if (message.type !== 'read') throw new Error('the import thread answered out of turn')
    return {
      read: message.read,
      marks: message.marks,
      async take(indices: readonly number[]) {
        const answer = ask()
        worker.postMessage({ take: indices } satisfies ToThread)
        const given = await answer
        if (given.type !== 'entries') throw new Error('the import thread answered out of turn')
        return given.entries
      },
      close: () => { void worker.terminate() },
    }
  }).finally(() => {
    clearTimeout(tooLong)
    ports.signal.removeEventListener('abort', stop)
  })
}
