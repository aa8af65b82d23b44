import { z } from 'zod'
import { callsWhileLocked, contract, isCallName } from '../../shared/contract.ts'
import type { CallName, Parsed } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Failure, Reply } from '../../shared/errors.ts'
import { asExpected } from '../database/failures.ts'
import type { Backend } from './backend.ts'
import { withGoodBackup } from './backup-files.ts'
import { openInput } from './channels.ts'
import { handlers } from './handlers.ts'

/**
 * Answer one call: the only place where input is parsed and errors become codes.
 * Junk is `input.invalid` also while the vault is locked.
 */
export async function dispatch(backend: Backend, name: string, raw: unknown): Promise<Reply<unknown>> {
  try {
    if (!isCallName(name)) throw new AppError('input.invalid')
    const { input, seal } = openInput(backend, raw)
    return { ok: true, value: seal(await answer(backend, name, input)) }
  } catch (error) {
    return toFailure(await withGoodBackup(backend, asExpected(error)), name)
  }
}

async function answer<N extends CallName>(backend: Backend, name: N, raw: unknown): Promise<unknown> {
  // zod gives a generic name the union of all outputs; the row just parsed with is N's own.
  const input = contract[name].input.parse(raw) as Parsed<N>
  backend.lastCallAt = performance.now()
  if (!callsWhileLocked.includes(name)) backend.requireOpen()
  return handlers[name](backend, input)
}

function toFailure(error: unknown, name: string): Failure {
  if (error instanceof AppError) {
    return error.facts === undefined ? { ok: false, code: error.code } : { ok: false, code: error.code, facts: error.facts }
  }
  if (error instanceof z.ZodError) return { ok: false, code: 'input.invalid' }
  // The name and the kind of error only: a message may hold what was written.
  console.error(`${isCallName(name) ? name : 'call'} failed: ${error instanceof Error ? error.name : typeof error}`)
  return { ok: false, code: 'internal' }
}
