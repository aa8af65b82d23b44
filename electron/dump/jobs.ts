/** What the thread of a copy does, and what it says meanwhile. */
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { DumpRecord, Head } from '../../shared/dump-records.ts'
import type { DumpOrder, DumpWritten } from './write-dump.ts'

export type SaveJob = {
  job: 'save'
  /** A copy of the database, encrypted as the vault's is; the thread removes it. */
  copy: string
  dataKey: Uint8Array
  order: DumpOrder
  target: string
}
export type ReadJob = { job: 'read'; path: string; passphrase: string }
export type Job = SaveJob | ReadJob

export type FromThread =
  | { type: 'progress'; done: number; of: number }
  /** The file was read to its end and is whole; records follow. */
  | { type: 'head'; head: Head; records: number }
  /** The thread waits for `next` before it reads on. */
  | { type: 'records'; records: DumpRecord[] }
  | { type: 'done'; result: DumpWritten | null }
  /** Text of an error could hold paths or words, so only its code crosses. */
  | { type: 'failed'; code: ErrorCode | null; kind: string }

export type ToThread = { type: 'next' }
