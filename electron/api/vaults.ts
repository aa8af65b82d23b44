import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { StoredPreferences } from '../../shared/preference.ts'
import type { Unlocked, VaultStatus } from '../../shared/vault.ts'
import { countUnlock, readPreference, vaultRecord, writePreference } from '../database/vault-record.ts'
import { proveParentWritable } from '../vault/files.ts'
import { findVault, inspectFolder, placeForNewVault } from '../vault/folders.ts'
import { checkPassphrase, closeVault, createVault, openVault, recoverVault, slotMade, vaultBytes } from '../vault/vault.ts'
import type { OpenVault } from '../vault/vault.ts'
import type { Backend } from './backend.ts'
import { displayPath } from './display-path.ts'
import { findCost } from './find-cost.ts'
import type { Handlers } from './handlers.ts'

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
    return beginUse(backend, await openVault(await rememberedFolder(backend), passphrase))
  }),
  'vault.recover': (backend, { code, newPassphrase }) => backend.inTurn(async () => {
    if (backend.isOpen) throw new AppError('vault.in-use')
    const folder = await rememberedFolder(backend)
    return beginUse(backend, await recoverVault(folder, code, newPassphrase, () => findCost(backend), backend.now()))
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
    }
  },
  'vault.move': () => { throw new AppError('internal') },
  'vault.check': () => { throw new AppError('internal') },
} satisfies Pick<Handlers, Extract<CallName, `vault.${string}`>>

async function status(backend: Backend): Promise<VaultStatus> {
  const [preferences, protections] = await Promise.all([backend.host.getPreferences(), backend.host.protections()])
  return {
    ...await whereAndWhat(backend, preferences),
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
  const folder = preferences.vaultFolder ?? await backend.host.defaultVaultFolder()
  const there = inspectFolder(folder) === 'vault'
  const state = there ? 'locked' : preferences.vaultFolder === null ? 'absent' : 'missing'
  return { state, folder: displayPath(folder) }
}

async function rememberedFolder(backend: Backend): Promise<string> {
  return (await backend.host.getPreferences()).vaultFolder ?? backend.host.defaultVaultFolder()
}

async function choose(backend: Backend, purpose: 'open' | 'create'): Promise<VaultStatus> {
  // The open vault stays the one that is in use; another is chosen after locking.
  if (backend.isOpen) return status(backend)
  const chosen = await backend.host.chooseFolder({
    purpose: purpose === 'open' ? 'open-vault' : 'create-vault',
    start: backend.newFolder ?? await rememberedFolder(backend),
    language: await backend.language(),
  })
  if (chosen === null) return status(backend)
  if (purpose === 'open') {
    await backend.host.setPreferences({ vaultFolder: findVault(chosen) })
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
  if (!await checkPassphrase(backend.vault.keys, passphrase)) throw new AppError('vault.wrong-passphrase')
  return { notices: [] }
}

/** Count this unlock, hand the vault to the handlers, and remember where it is. */
async function beginUse(backend: Backend, opened: OpenVault): Promise<Unlocked> {
  let seen: Record<string, number> = {}
  try {
    seen = (await backend.host.getPreferences()).generations
  } catch {
    // Without this computer's memory an older vault goes unnoticed, which is no reason to stay locked.
  }
  let counted: ReturnType<typeof countUnlock>
  try {
    counted = countUnlock(opened.db, seen[opened.id] ?? 0)
  } catch (error) {
    closeVault(opened)
    throw error
  }
  backend.attach(opened)
  await remember(backend, {
    vaultFolder: opened.folder,
    generations: { ...seen, [opened.id]: counted.generation },
    unlockMs: Math.round(opened.unlockMs),
  })
  return { notices: counted.older ? [...opened.notices, 'older-vault'] : opened.notices }
}

/** What could not be remembered is asked again next time; the vault is open all the same. */
async function remember(backend: Backend, change: Partial<StoredPreferences>): Promise<void> {
  try {
    await backend.host.setPreferences(change)
  } catch {
    console.error('preference.set failed: Error')
  }
}
