/**
 * New secrets for an open vault. Its data key is not kept after opening: each
 * change unwraps it with the passphrase typed for it, and forgets it again.
 */
import { AppError } from '../../shared/errors.ts'
import type { Argon2Cost } from './argon2.ts'
import { formatKeyFile, parseKeyFile, replaceKeys } from './key-file.ts'
import type { KeyFile } from './key-file.ts'
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import { makePassphraseSlot, makeRecoverySlot, openPassphraseSlot, openRecoverySlot } from './slots.ts'
import type { PassphraseSlot, RecoverySlot } from './slots.ts'
import type { OpenVault } from './vault.ts'

/**
 * Put a new passphrase in place of the current one; the recovery code stays.
 *
 * @throws AppError `vault.wrong-passphrase`; `vault.locked` when a lock came first;
 * `disk.full` or `folder.not-writable`. Nothing has changed then.
 */
export async function changePassphrase(
  vault: OpenVault, current: string, next: string, findCost: () => Promise<Argon2Cost>, now: Date,
): Promise<void> {
  const dataKey = await dataKeyOf(vault.keys, current)
  try {
    await replacePassphrase(vault, dataKey, next, await findCost(), now)
  } finally {
    dataKey.fill(0)
  }
}

/** The same for who holds the data key already, by way of the recovery code. */
export async function replacePassphrase(
  vault: OpenVault, dataKey: Uint8Array, passphrase: string, cost: Argon2Cost, now: Date,
): Promise<void> {
  const keys = withSlot(vault.keys, await makePassphraseSlot(vault.id, dataKey, passphrase, cost, now))
  const { passphraseSlot } = slotsAsRead(keys)
  proveSame(dataKey, passphraseSlot === undefined ? null : await openPassphraseSlot(vault.id, passphraseSlot, passphrase))
  replace(vault, keys)
}

/**
 * Put a new recovery code in place of the old one; the passphrase stays.
 *
 * @param beforeWriting done once the passphrase is proven, before the old code ends
 * @throws as {@link changePassphrase}
 */
export async function renewRecoveryCode(vault: OpenVault, passphrase: string, now: Date, beforeWriting: () => void): Promise<string> {
  const dataKey = await dataKeyOf(vault.keys, passphrase)
  try {
    const recoveryCode = makeRecoveryCode()
    const characters = readRecoveryCode(recoveryCode)
    const keys = withSlot(vault.keys, makeRecoverySlot(vault.id, dataKey, characters, now))
    const { recoverySlot } = slotsAsRead(keys)
    proveSame(dataKey, recoverySlot === undefined ? null : openRecoverySlot(vault.id, recoverySlot, characters))
    requireStillOpen(vault)
    beforeWriting()
    replace(vault, keys)
    return recoveryCode
  } finally {
    dataKey.fill(0)
  }
}

async function dataKeyOf(keys: KeyFile, passphrase: string): Promise<Uint8Array> {
  const slot = keys.slots.find((one) => one.kind === 'passphrase')
  const dataKey = slot === undefined ? null : await openPassphraseSlot(keys.vault, slot, passphrase)
  if (dataKey === null) throw new AppError('vault.wrong-passphrase')
  return dataKey
}

/** The next key file: this slot instead of the one of its kind. */
function withSlot(keys: KeyFile, slot: PassphraseSlot | RecoverySlot): KeyFile {
  return { ...keys, serial: keys.serial + 1, slots: [slot, ...keys.slots.filter((one) => one.kind !== slot.kind)] }
}

/** The slots as the next unlock will read them, from the very bytes that go to the disk. */
function slotsAsRead(keys: KeyFile) {
  const read = parseKeyFile(formatKeyFile(keys))
  const slots = typeof read === 'string' ? [] : read.slots
  return {
    passphraseSlot: slots.find((slot) => slot.kind === 'passphrase'),
    recoverySlot: slots.find((slot) => slot.kind === 'recovery'),
  }
}

/** Before the old slot goes: the new one gives the key of this vault. */
function proveSame(dataKey: Uint8Array, reopened: Uint8Array | null): void {
  const same = reopened !== null && Buffer.compare(reopened, dataKey) === 0
  reopened?.fill(0)
  if (!same) throw new Error('a new slot did not open')
}

/** Deriving keys takes seconds; the next core may have this vault by now. */
function requireStillOpen(vault: OpenVault): void {
  if (!vault.db.open) throw new AppError('vault.locked')
}

function replace(vault: OpenVault, keys: KeyFile): void {
  requireStillOpen(vault)
  replaceKeys(vault.folder, vault.keys, keys)
  vault.keys = keys
}
