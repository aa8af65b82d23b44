/**
 * New secrets for an open vault, and old ones closed. Who changes a way in
 * proves the passphrase first, though the open vault has the key already: an
 * unlocked computer left alone must not become somebody else's journal.
 */
import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { Argon2Cost } from './argon2.ts'
import { formatKeyFile, parseKeyFile, replaceKeys } from './key-file.ts'
import type { KeyFile } from './key-file.ts'
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import {
  makeKeychainSlot, makePassphraseSlot, makeRecoverySlot, openKeychainSlot, openPassphraseSlot, openRecoverySlot,
} from './slots.ts'
import type { Slot } from './slots.ts'
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
  const slot = slotAsRead(keys, 'passphrase')
  proveSame(dataKey, slot?.kind === 'passphrase' ? await openPassphraseSlot(vault.id, slot, passphrase) : null)
  replace(vault, keys)
}

/**
 * Put a new recovery code in place of the old one; the passphrase stays.
 *
 * @param passphrase null for who just proved the old code
 * @param beforeWriting done once the passphrase is proven, before the old code ends
 * @throws as {@link changePassphrase}
 */
export async function renewRecoveryCode(
  vault: OpenVault, passphrase: string | null, now: Date, beforeWriting: () => void,
): Promise<string> {
  const dataKey = passphrase === null ? Uint8Array.from(vault.dataKey) : await dataKeyOf(vault.keys, passphrase)
  try {
    const recoveryCode = makeRecoveryCode()
    const characters = readRecoveryCode(recoveryCode)
    const keys = withSlot(vault.keys, makeRecoverySlot(vault.id, dataKey, characters, now))
    const slot = slotAsRead(keys, 'recovery')
    proveSame(dataKey, slot?.kind === 'recovery' ? openRecoverySlot(vault.id, slot, characters) : null)
    requireStillOpen(vault)
    beforeWriting()
    replace(vault, keys)
    return recoveryCode
  } finally {
    dataKey.fill(0)
  }
}

/**
 * Let a keychain open the vault as well; one on another computer no longer does.
 *
 * @param keep puts the secret into the keychain and answers what the keychain then gives back
 * @returns the id of the new slot
 * @throws as {@link changePassphrase}; whatever `keep` throws
 */
export async function addKeychain(
  vault: OpenVault, passphrase: string, now: Date, keep: (secret: Uint8Array) => Promise<Uint8Array | null>,
): Promise<string> {
  const dataKey = await dataKeyOf(vault.keys, passphrase)
  const secret = Uint8Array.from(randomBytes(32))
  try {
    const keys = withSlot(vault.keys, makeKeychainSlot(vault.id, dataKey, secret, now))
    const given = await keep(secret)
    if (given === null || Buffer.compare(given, secret) !== 0) throw new AppError('keychain.failed')
    const slot = slotAsRead(keys, 'keychain')
    if (slot?.kind !== 'keychain') throw new Error('a new slot is not in its file')
    proveSame(dataKey, openKeychainSlot(vault.id, slot, given))
    given.fill(0)
    replace(vault, keys)
    return slot.id
  } finally {
    dataKey.fill(0)
    secret.fill(0)
  }
}

/**
 * Close one way in for good. The last one that a person can use anywhere stays.
 *
 * @param passphrase null is enough for a keychain's slot: closing it gives nobody anything
 * @throws AppError `slot.missing`, `slot.last`, or as {@link changePassphrase}
 */
export async function removeSlot(vault: OpenVault, id: string, passphrase: string | null): Promise<Slot> {
  const slot = vault.keys.slots.find((one) => one.id === id)
  if (slot === undefined) throw new AppError('slot.missing')
  const slots = vault.keys.slots.filter((one) => one !== slot)
  if (!slots.some(({ kind }) => kind !== 'keychain')) throw new AppError('slot.last')
  if (slot.kind !== 'keychain') {
    if (passphrase === null) throw new AppError('vault.wrong-passphrase')
    const dataKey = await dataKeyOf(vault.keys, passphrase)
    dataKey.fill(0)
  }
  replace(vault, { ...vault.keys, serial: vault.keys.serial + 1, slots })
  return slot
}

async function dataKeyOf(keys: KeyFile, passphrase: string): Promise<Uint8Array> {
  const slot = keys.slots.find((one) => one.kind === 'passphrase')
  const dataKey = slot === undefined ? null : await openPassphraseSlot(keys.vault, slot, passphrase)
  if (dataKey === null) throw new AppError('vault.wrong-passphrase')
  return dataKey
}

/** The next key file: this slot instead of the one of its kind. */
function withSlot(keys: KeyFile, slot: Slot): KeyFile {
  return { ...keys, serial: keys.serial + 1, slots: [slot, ...keys.slots.filter((one) => one.kind !== slot.kind)] }
}

/** A slot as the next unlock will read it, from the very bytes that go to the disk. */
function slotAsRead(keys: KeyFile, kind: Slot['kind']): Slot | undefined {
  const read = parseKeyFile(formatKeyFile(keys))
  return typeof read === 'string' ? undefined : read.slots.find((slot) => slot.kind === kind)
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
