import type { Argon2Cost } from '../vault/argon2.ts'
import { calibrate, floorCost } from '../vault/calibrate.ts'
import type { Backend } from './backend.ts'

/** What a new passphrase slot shall cost on this machine. */
export function findCost(backend: Backend): Promise<Argon2Cost> {
  return backend.options.calibrate === false ? Promise.resolve(floorCost) : calibrate()
}
