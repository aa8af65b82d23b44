/**
 * Machines get faster: a slot made on a slow one, or years ago, is guessed at
 * faster than it should be. It is made anew at the cost of a second here.
 */
import type { Argon2Cost } from './argon2.ts'
import { targetMs } from './calibrate.ts'
import { replacePassphrase } from './change-keys.ts'
import type { OpenVault } from './vault.ts'

/** Below this part of a second a slot is clearly too cheap; nearer to it, one measurement differs from the next. */
const clearlyLess = 0.6

/** Worth a closer look: trying the passphrase took clearly less than a second. */
export function mayCostTooLittle(unlockMs: number): boolean {
  return unlockMs < clearlyLess * targetMs
}

/** Whether a slot of this cost is to be raised where `found` takes a second. Never to less memory, never to less work. */
export function costsTooLittle(slot: Argon2Cost, found: Argon2Cost): boolean {
  return found.m >= slot.m && slot.m * slot.t < clearlyLess * found.m * found.t
}

/**
 * Wrap the key anew at a higher cost, under the same passphrase.
 *
 * @param slotId the slot that this passphrase opened: one changed since is left alone
 * @returns whether it was raised
 * @throws AppError as `changePassphrase`; nothing has changed then
 */
export async function raiseCost(vault: OpenVault, slotId: string, passphrase: string, findCost: () => Promise<Argon2Cost>): Promise<boolean> {
  const slot = vault.keys.slots.find((one) => one.kind === 'passphrase')
  if (slot?.id !== slotId) return false
  // A copy: a lock meanwhile overwrites the vault's own.
  const dataKey = Uint8Array.from(vault.dataKey)
  try {
    const found = await findCost()
    if (!costsTooLittle(slot, found)) return false
    // The person chose it then, not now.
    await replacePassphrase(vault, dataKey, passphrase, found, new Date(slot.made))
    return true
  } finally {
    dataKey.fill(0)
  }
}
