/** A thread that makes one word-processor file and ends. It gets the reviewed document and nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import { renderDocx } from './docx.ts'
import type { DocumentModel } from './model.ts'

// Only docx-thread.ts starts this file, and it hands over a model.
parentPort?.postMessage(await renderDocx(workerData as DocumentModel))
