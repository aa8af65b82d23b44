import { randomBytes } from 'node:crypto'
import { totalmem } from 'node:os'
import { argon2 } from './argon2.ts'
import type { Argon2Cost } from './argon2.ts'

/** The least that a new slot may cost. */
export const floorCost: Argon2Cost = { m: 65_536, t: 3, p: 1 }
const startCost: Argon2Cost = { m: 262_144, t: 3, p: 1 }
export const targetMs = 1000
/** More passes than this are never written: the vault may move to a slower machine. */
const mostPasses = 10

/**
 * Find a cost of about a second on this machine: more passes on a fast one,
 * less memory on a slow one, never below the floor.
 */
export async function calibrate(measure: (cost: Argon2Cost) => Promise<number> = measureMs): Promise<Argon2Cost> {
  // An eighth of the memory at most, so that a small machine does not swap the key out.
  const start = startCost.m * 1024 * 8 > totalmem() ? floorCost : startCost
  const ms = Math.max(1, await measure(start))
  const factor = targetMs / ms
  if (factor >= 1) return { ...start, t: Math.min(mostPasses, Math.floor(start.t * factor)) }
  const step = 16_384
  return { ...start, m: Math.max(floorCost.m, Math.floor((start.m * factor) / step) * step) }
}

async function measureMs(cost: Argon2Cost): Promise<number> {
  const before = performance.now()
  const key = await argon2(randomBytes(20), randomBytes(16), cost)
  key.fill(0)
  return performance.now() - before
}
