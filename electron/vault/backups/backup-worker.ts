/** The thread of thread.ts: runs one job at a time and says how far it is. */
import { parentPort } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import { asExpected } from '../../database/failures.ts'
import { fileError } from '../files.ts'
import { runJob } from './jobs.ts'
import type { JobInput, JobName } from './jobs.ts'
import type { FromThread } from './thread.ts'

const everyMs = 50

function say(message: FromThread): void {
  parentPort?.postMessage(message)
}

// Only thread.ts speaks here, and it is typed by the same table of jobs.
parentPort?.on('message', ({ name, input }: { name: JobName; input: JobInput<JobName> }) => {
  let said = 0
  try {
    say({
      result: runJob(name, input, (done, of) => {
        const now = performance.now()
        if (now - said < everyMs) return
        said = now
        say({ done, of })
      }),
    })
  } catch (error) {
    const expected = asExpected(fileError(error))
    say(expected instanceof AppError ? { code: expected.code, kind: '' } : { code: null, kind: expected instanceof Error ? expected.name : typeof expected })
  } finally {
    if ('dataKey' in input) input.dataKey.fill(0)
  }
})
