import { Worker } from 'node:worker_threads'
import { renderDocx } from './docx.ts'
import type { DocumentModel } from './model.ts'
import { threadEnv } from '../thread-env.ts'

/** The worker stands beside this file: as source, or in the bundle. */
const workerFile = new URL(`./docx-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/**
 * Make the word-processor file in a thread of its own: a thousand entries take
 * half a second the first time, and a save must not wait for them. Where no
 * thread can be had it is made here: later is better than not.
 */
export async function renderDocxApart(model: DocumentModel): Promise<Uint8Array> {
  try {
    return await inThread(model)
  } catch {
    return renderDocx(model)
  }
}

function inThread(model: DocumentModel): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: model, env: threadEnv(), stdout: true, stderr: true })
    worker.once('message', (bytes: Uint8Array) => { resolve(bytes) })
    worker.once('error', reject)
    worker.once('exit', () => { reject(new Error('the thread ended without a document')) })
  })
}
