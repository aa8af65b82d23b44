/** Raising the cost of a passphrase slot, in the quiet after an unlock. */
import type { Argon2Cost } from '../vault/argon2.ts'
import { derivesAside } from '../vault/argon2.ts'
import { mayCostTooLittle, raiseCost } from '../vault/raise-cost.ts'
import type { OpenVault } from '../vault/vault.ts'
import type { Backend } from './backend.ts'
import { findCost } from './find-cost.ts'

/** No call for so long: nobody types and no screen is being built. */
const quietMs = 3_000
/** After this the passphrase is forgotten; the next unlock is another chance. */
const giveUpMs = 5 * 60_000

export type RaisePorts = { quietMs?: number; findCost?: () => Promise<Argon2Cost> }

/**
 * Once nobody needs the core, see whether the passphrase that just opened the
 * vault costs clearly less than a second here, and raise that. Silent: it changes
 * nothing a person sees, and a failure leaves everything as it was.
 */
export async function raiseCostWhenQuiet(backend: Backend, opened: OpenVault, passphrase: string, ports: RaisePorts = {}): Promise<boolean> {
  const slot = opened.keys.slots.find(({ kind }) => kind === 'passphrase')
  if (slot === undefined || !mayCostTooLittle(opened.unlockMs) || !await derivesAside()) return false
  if (!await quiet(backend, ports.quietMs ?? quietMs)) return false
  try {
    // As it is by then: it may have been moved to another folder.
    return await backend.inTurn(() => raiseCost(backend.vault, slot.id, passphrase, ports.findCost ?? (() => findCost(backend))))
  } catch {
    return false
  }
}

/** Whether it became quiet before the vault was locked and before it is too late. */
async function quiet(backend: Backend, ms: number): Promise<boolean> {
  for (const start = performance.now(); performance.now() - start < giveUpMs;) {
    await new Promise((resolve) => { setTimeout(resolve, ms / 3).unref() })
    if (!backend.isOpen) return false
    if (performance.now() - backend.lastCallAt >= ms) return true
  }
  return false
}
