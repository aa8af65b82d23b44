import type { ErrorCode, ErrorFacts } from './error-codes.ts'

/** An expected failure; everything else that is thrown is a bug and becomes `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly facts: ErrorFacts | undefined
  constructor(code: ErrorCode, options: { facts?: ErrorFacts; cause?: unknown } = {}) {
    super(code, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.facts = options.facts
  }
}

export type Failure = { ok: false; code: ErrorCode; facts?: ErrorFacts }
/** What crosses the boundary: a value, never a thrown error (its code and stack would not survive). */
export type Reply<T> = { ok: true; value: T } | Failure

export function assertNever(value: never): never {
  throw new Error(`unexpected: ${String(value)}`)
}
