/**
 * The vault as a folder: `journal.db` and its two key files. Moving or copying
 * the folder moves or copies the vault. The data key stays in the memory of the
 * process that holds the database, as it does in SQLite's own, until the lock.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { UnlockNotice } from '../../shared/vault.ts'
import { openDatabase } from '../database/open.ts'
import type { Db } from '../database/open.ts'
import type { Argon2Cost } from './argon2.ts'
import { replacePassphrase } from './change-keys.ts'
import { fileError, makePrivateFolder, proveWritable, syncFolder } from './files.ts'
import { databaseName, inspectFolder, isUnfinished, unfinishedName } from './folders.ts'
import { keyFileNames, mendKeys, readKeys, writeKeys } from './key-file.ts'
import type { KeyFile } from './key-file.ts'
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import {
  keyFileVersion, makePassphraseSlot, makeRecoverySlot, openKeychainSlot, openPassphraseSlot, openRecoverySlot,
} from './slots.ts'
import type { Slot } from './slots.ts'
import { releaseDatabase, takeDatabase } from './take.ts'

export type OpenVault = {
  folder: string
  /** The vault's id: 16 random bytes in hex, in the clear in its key files. */
  id: string
  db: Db
  /** A second descriptor of the database's file, to copy it by; closed with it and never before. */
  reader: number
  /** 32 bytes; opens backups of this vault too. Overwritten by {@link closeVault}. */
  dataKey: Uint8Array
  /** As they count now; replaced when a secret is changed. */
  keys: KeyFile
  notices: UnlockNotice[]
  /** Which way in it was opened by. */
  way: Slot['kind']
  /** How long it took to try the secret. */
  unlockMs: number
}

/**
 * Make a vault and open it. The code is in the answer and nowhere else.
 *
 * @throws AppError `vault.exists`, `folder.not-writable`, `disk.full`
 */
export async function createVault(
  folder: string, passphrase: string, cost: Argon2Cost, now: Date,
): Promise<{ opened: OpenVault; recoveryCode: string }> {
  const state = inspectFolder(folder)
  if (state === 'vault' || state === 'other') throw new AppError('vault.exists')
  makePrivateFolder(folder)
  proveWritable(folder)
  closeToOthers(folder)
  // What an earlier try left behind when it was cut off; nobody was ever given a way into it.
  for (const name of readdirSync(folder).filter(isUnfinished)) rmSync(join(folder, name))

  const id = randomBytes(16).toString('hex')
  const dataKey = new Uint8Array(randomBytes(32))
  const recoveryCode = makeRecoveryCode()
  const before = performance.now()
  const slots: Slot[] = [
    await makePassphraseSlot(id, dataKey, passphrase, cost, now),
    makeRecoverySlot(id, dataKey, readRecoveryCode(recoveryCode), now),
  ]
  const unlockMs = performance.now() - before
  const keys: KeyFile = { v: keyFileVersion, vault: id, serial: 1, slots }
  try {
    openDatabase(join(folder, unfinishedName), dataKey, { now }).db.close()
    writeKeys(folder, keys)
    renameSync(join(folder, unfinishedName), join(folder, databaseName))
    syncFolder(folder)
    const { db, reader } = takeDatabase(folder, keys, dataKey, now)
    return { opened: { folder, id, db, reader, dataKey, keys, notices: [], way: 'passphrase', unlockMs }, recoveryCode }
  } catch (error) {
    dataKey.fill(0)
    throw fileError(error)
  }
}

/**
 * Open a vault with its passphrase.
 *
 * @throws AppError `vault.wrong-passphrase` only when the key file is whole and
 * refuses it; everything else has a code of its own (see {@link readKeys}).
 */
export async function openVault(folder: string, passphrase: string): Promise<OpenVault> {
  return open(folder, 'passphrase', async (keys) => {
    const slot = keys.slots.find((one) => one.kind === 'passphrase')
    return slot === undefined ? null : openPassphraseSlot(keys.vault, slot, passphrase)
  })
}

/**
 * Open a vault with the secret that this computer's keychain holds.
 *
 * @param secretOf what the keychain gives for a vault's id
 * @throws AppError `keychain.failed`, or as {@link openVault}
 */
export async function openWithKeychain(folder: string, secretOf: (id: string) => Promise<Uint8Array | null>): Promise<OpenVault> {
  return open(folder, 'keychain', async (keys) => {
    const slot = keys.slots.find((one) => one.kind === 'keychain')
    const secret = slot === undefined ? null : await secretOf(keys.vault)
    if (slot === undefined || secret === null) return null
    const dataKey = openKeychainSlot(keys.vault, slot, secret)
    secret.fill(0)
    return dataKey
  })
}

/** What the key files of a locked vault say in the clear; null where they cannot be read. */
export function lookAtKeys(folder: string): KeyFile | null {
  try {
    return readKeys(folder).candidates[0] ?? null
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Close the database and forget its key. */
export function closeVault(vault: OpenVault): void {
  vault.dataKey.fill(0)
  releaseDatabase(vault)
}

/**
 * Open a vault with its recovery code and put a new passphrase in place of the forgotten one.
 *
 * @throws AppError `recovery.typo`, `recovery.wrong-code`, or as {@link openVault}
 */
export async function recoverVault(
  folder: string, code: string, newPassphrase: string, findCost: () => Promise<Argon2Cost>, now: Date,
): Promise<OpenVault> {
  const characters = readRecoveryCode(code)
  const opened = await open(folder, 'recovery', (keys) => recoveryKeyOf(keys, characters))
  try {
    await replacePassphrase(opened, opened.dataKey, newPassphrase, await findCost(), now)
    return opened
  } catch (error) {
    closeVault(opened)
    throw fileError(error)
  }
}

/** Tell whether this passphrase opens this vault, without opening it. */
export async function checkPassphrase(keys: KeyFile, passphrase: string): Promise<boolean> {
  const slot = keys.slots.find((one) => one.kind === 'passphrase')
  const key = slot === undefined ? null : await openPassphraseSlot(keys.vault, slot, passphrase)
  key?.fill(0)
  return key !== null
}

/**
 * Prove that a code opens this vault.
 *
 * @throws AppError `recovery.typo` or `recovery.wrong-code`
 */
export function checkRecoveryCode(keys: KeyFile, code: string): void {
  const key = recoveryKeyOf(keys, readRecoveryCode(code))
  key?.fill(0)
  if (key === null) throw new AppError('recovery.wrong-code')
}

/** When the slot of this kind was made; null when there is none. */
export function slotMade(keys: KeyFile, kind: Slot['kind']): string | null {
  return keys.slots.find((slot) => slot.kind === kind)?.made ?? null
}

/** Bytes of the vault at rest. */
export function vaultBytes(folder: string): number {
  return [databaseName, ...keyFileNames]
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}

function recoveryKeyOf(keys: KeyFile, characters: string): Uint8Array | null {
  const slot = keys.slots.find((one) => one.kind === 'recovery')
  return slot === undefined ? null : openRecoverySlot(keys.vault, slot, characters)
}

const refusals = { passphrase: 'vault.wrong-passphrase', recovery: 'recovery.wrong-code', keychain: 'keychain.failed' } as const

async function open(
  folder: string, way: Slot['kind'],
  unwrap: (keys: KeyFile) => Promise<Uint8Array | null> | Uint8Array | null,
): Promise<OpenVault> {
  const state = inspectFolder(folder)
  if (state === 'nothing' || state === 'empty') throw new AppError('vault.missing')
  if (state === 'other') throw new AppError('vault.not-a-vault')
  const path = join(folder, databaseName)
  const keys = readKeysOfDatabase(folder)
  const before = performance.now()
  for (const candidate of keys.candidates) {
    const dataKey = await unwrap(candidate)
    if (dataKey === null) continue
    const unlockMs = performance.now() - before
    try {
      // Keys without a database: it was lost, so it is not a new vault.
      if (!existsSync(path)) throw new AppError('vault.damaged-no-backup')
      proveWritable(folder)
      const { db, journalChecked, reader } = takeDatabase(folder, candidate, dataKey)
      const notices: UnlockNotice[] = journalChecked ? ['journal-checked'] : []
      if (tryMend(folder, keys, candidate)) notices.unshift('keys-mended')
      return { folder, id: candidate.vault, db, reader, dataKey, keys: candidate, notices, way, unlockMs }
    } catch (error) {
      dataKey.fill(0)
      throw error
    }
  }
  throw new AppError(refusals[way])
}

/** An empty folder that was there before may be open to others; a file system without owners cannot help it. */
function closeToOthers(folder: string): void {
  try {
    chmodSync(folder, 0o700)
  } catch (error) {
    if (!(fileError(error) instanceof AppError)) throw error
  }
}

/** A database without any key file has lost its keys; it is not missing. */
export function readKeysOfDatabase(folder: string): ReturnType<typeof readKeys> {
  try {
    return readKeys(folder)
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.missing' && existsSync(join(folder, databaseName))) {
      throw new AppError('vault.keys-damaged', { cause: error })
    }
    throw error
  }
}

function tryMend(folder: string, keys: ReturnType<typeof readKeys>, good: KeyFile): boolean {
  try {
    return mendKeys(folder, keys, good)
  } catch (error) {
    // A full disk must not keep anyone out; the next unlock tries again.
    if (error instanceof AppError) return false
    throw error
  }
}
