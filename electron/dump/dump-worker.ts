/** A thread that writes or reads one copy of everything and ends. */
import { rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import { asExpected } from '../database/failures.ts'
import { openDatabase } from '../database/open.ts'
import { fileError, systemCode } from '../vault/files.ts'
import type { FromThread, Job, SaveJob } from './jobs.ts'
import { readDump } from './read-dump.ts'
import { writeDump } from './write-dump.ts'

const stepMs = 50

const say = (message: FromThread) => { parentPort?.postMessage(message) }

let said = 0
const progress = (done: number, of: number) => {
  const now = performance.now()
  if (done < of && now - said < stepMs) return
  said = now
  say({ type: 'progress', done, of })
}

// Only dump-thread.ts starts this file, and it hands over a job.
const job = workerData as Job
try {
  if (job.job === 'save') {
    say({ type: 'done', result: await save(job) })
  } else {
    await readDump(job.path, job.passphrase, {
      progress,
      head: (head, records) => { say({ type: 'head', head, records }) },
      records: (records) => new Promise<void>((resolve) => {
        parentPort?.once('message', () => { resolve() })
        say({ type: 'records', records })
      }),
    })
    say({ type: 'done', result: null })
  }
} catch (error) {
  const expected = job.job === 'save' ? asWriting(error) : asReading(error)
  say({ type: 'failed', code: expected instanceof AppError ? expected.code : null, kind: error instanceof Error ? error.name : typeof error })
}
parentPort?.close()

/** What the system says is about the place that was chosen. */
function asWriting(error: unknown): unknown {
  const expected = fileError(error)
  return isOfSystem(expected) ? new AppError('folder.not-writable', { cause: error }) : asExpected(expected)
}

/** `EIO` and its like; SQLite and Node have codes of their own. */
function isOfSystem(error: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(systemCode(error) ?? '')
}

/** A bad sector, a stick that was pulled: what cannot be read to its end is not whole. */
function asReading(error: unknown): unknown {
  return isOfSystem(error) ? new AppError('dump.damaged', { cause: error }) : error
}

async function save({ copy, dataKey, order, target }: SaveJob) {
  const { db } = openDatabase(copy, dataKey, { mustExist: true })
  dataKey.fill(0)
  try {
    // Open files live on without a name: nothing is left over, whatever ends this process. Windows keeps it until the end.
    rmSync(copy, { force: true })
  } catch {
    // The caller removes it.
  }
  try {
    return await writeDump(db, order, target, progress)
  } finally {
    db.close()
  }
}
