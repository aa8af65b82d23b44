import { dirname, join } from 'node:path'
import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { StoredPreferences } from '../../shared/preference.ts'
import type { Unlocked, VaultStatus } from '../../shared/vault.ts'
import { getPreference } from '../database/preferences.ts'
import { readPreference, vaultRecord, writePreference } from '../database/vault-record.ts'
import { proveParentWritable } from '../vault/files.ts'
import { findVault, inspectFolder, placeForNewVault } from '../vault/folders.ts'
import {
  checkPassphrase, createVault, lookAtKeys, openVault, recoverVault, slotMade, vaultBytes,
} from '../vault/vault.ts'
import type { Backend } from './backend.ts'
import { acceptCopy, beginUse } from './begin-use.ts'
import { displayPath } from './display-path.ts'
import { findCost } from './find-cost.ts'
import type { Handlers } from './handlers.ts'
import { raiseCostWhenQuiet } from './raise-cost.ts'
import { vaultCareHandlers } from './vault-care.ts'
import { vaultPlace } from './vault-place.ts'

export const vaultHandlers = {
  'vault.status': (backend) => status(backend),
  'vault.choose': (backend, { for: purpose }) => backend.inTurn(() => choose(backend, purpose)),
  'vault.create': (backend, { passphrase, me }) => backend.inTurn(async () => {
    if (backend.isOpen) throw new AppError('vault.exists')
    const folder = backend.newFolder ?? await backend.host.defaultVaultFolder()
    const { opened, recoveryCode } = await createVault(folder, passphrase, await findCost(backend), backend.now())
    if (me !== '') writePreference(opened.db, 'me', me)
    backend.newFolder = null
    await beginUse(backend, opened)
    return { recoveryCode }
  }),
  'vault.unlock': (backend, { passphrase }) => backend.inTurn(async () => {
    if (backend.isOpen) return confirmPassphrase(backend, passphrase)
    const folder = await vaultPlace(backend)
    const open = () => openVault(folder, passphrase)
    const keys = lookAtKeys(folder)
    const opened = await (keys === null ? open() : backend.tries.attempt(keys.vault, open))
    const unlocked = await beginUse(backend, opened)
    if (backend.options.calibrate !== false) void raiseCostWhenQuiet(backend, opened, passphrase)
    return unlocked
  }),
  'vault.accept': (backend) => acceptCopy(backend),
  'vault.recover': (backend, { code, newPassphrase }) => backend.inTurn(async () => {
    if (backend.isOpen) throw new AppError('vault.in-use')
    const folder = await vaultPlace(backend)
    const opened = await recoverVault(folder, code, newPassphrase, () => findCost(backend), backend.now())
    const unlocked = await beginUse(backend, opened)
    // Typed, and it fitted: as good as asked back.
    writePreference(backend.db, 'recovery.confirmedAt', backend.now().toISOString())
    backend.recovered = true
    return unlocked
  }),
  'vault.lock': (backend) => {
    if (backend.isOpen) backend.lock('asked')
  },
  'vault.facts': (backend) => {
    const { db, folder, keys } = backend.vault
    const { createdAt, savedAt } = vaultRecord(db)
    return {
      folder: displayPath(folder),
      bytes: vaultBytes(folder),
      createdAt,
      savedAt,
      passphraseChangedAt: slotMade(keys, 'passphrase') ?? createdAt,
      recoveryConfirmedAt: readPreference(db, 'recovery.confirmedAt'),
      recoveryReminder: getPreference(db, 'recovery-reminder') ?? true,
    }
  },
  ...vaultCareHandlers,
} satisfies Pick<Handlers, Extract<CallName, `vault.${string}`>>

async function status(backend: Backend): Promise<VaultStatus> {
  const [preferences, protections] = await Promise.all([backend.host.getPreferences(), backend.host.protections()])
  return {
    ...await whereAndWhat(backend, preferences),
    ...await waysIn(backend, preferences),
    keptAs: await keptBeside(backend, preferences),
    openedBefore: backend.options.openedBefore,
    lockedAt: backend.options.lockedAt,
    shell: backend.host.shell,
    protections,
    unlockMs: preferences.unlockMs,
  }
}

async function whereAndWhat(backend: Backend, preferences: StoredPreferences): Promise<Pick<VaultStatus, 'state' | 'folder'>> {
  if (backend.isOpen) return { state: 'open', folder: displayPath(backend.vault.folder) }
  if (backend.newFolder !== null) return { state: 'absent', folder: displayPath(backend.newFolder) }
  const folder = await vaultPlace(backend, preferences)
  const there = inspectFolder(folder) === 'vault'
  const state = there ? 'locked' : preferences.vaultFolder === null ? 'absent' : 'missing'
  return { state, folder: displayPath(folder) }
}

/** Null where it has gone since, or the restore came to nothing. */
async function keptBeside(backend: Backend, preferences: StoredPreferences): Promise<string | null> {
  const { keptAs } = preferences
  if (keptAs === null || backend.isOpen) return null
  return inspectFolder(join(dirname(await vaultPlace(backend, preferences)), keptAs)) === 'nothing' ? null : keptAs
}

/** What the locked vault says about itself in the clear; no keychain is asked, which might ask the person. */
async function waysIn(backend: Backend, preferences: StoredPreferences): Promise<Pick<VaultStatus, 'ways' | 'keychain' | 'waitSeconds'>> {
  const keys = backend.isOpen ? backend.vault.keys : lookAtKeys(await vaultPlace(backend, preferences))
  if (keys === null) return { ways: [], keychain: false, waitSeconds: 0 }
  return {
    ways: keys.slots.map(({ kind }) => kind),
    keychain: keys.slots.some(({ id, kind }) => kind === 'keychain' && id === preferences.keychainSlots[keys.vault]),
    waitSeconds: await backend.tries.secondsLeft(keys.vault),
  }
}

async function choose(backend: Backend, purpose: 'open' | 'create'): Promise<VaultStatus> {
  // The open vault stays the one that is in use; another is chosen after locking.
  if (backend.isOpen) return status(backend)
  const chosen = await backend.host.chooseFolder({
    purpose: purpose === 'open' ? 'open-vault' : 'create-vault',
    start: backend.newFolder ?? await vaultPlace(backend),
    language: await backend.language(),
  })
  if (chosen === null) return status(backend)
  if (purpose === 'open') {
    await backend.host.setPreferences({ vaultFolder: findVault(chosen), keptAs: null })
    backend.newFolder = null
  } else {
    const folder = placeForNewVault(chosen)
    proveParentWritable(folder)
    backend.newFolder = folder
  }
  return status(backend)
}

/** The vault is open already: only the passphrase is still in question. */
async function confirmPassphrase(backend: Backend, passphrase: string): Promise<Unlocked> {
  const { id, keys } = backend.vault
  await backend.tries.attempt(id, async () => {
    if (!await checkPassphrase(keys, passphrase)) throw new AppError('vault.wrong-passphrase')
  })
  return { notices: [] }
}
