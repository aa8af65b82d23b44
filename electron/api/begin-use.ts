/** What happens at every unlock, whatever way it was opened by. */
import type { StoredPreferences } from '../../shared/preference.ts'
import type { Unlocked, UnlockNotice } from '../../shared/vault.ts'
import { getPreference, setPreference } from '../database/preferences.ts'
import { countUnlock } from '../database/vault-record.ts'
import type { CountedUnlock, UnlockMark } from '../database/vault-record.ts'
import { isOf } from '../vault/backups/make.ts'
import { backupFolders, listBackups } from '../vault/backups/places.ts'
import { closeVault } from '../vault/vault.ts'
import type { OpenVault } from '../vault/vault.ts'
import type { Backend } from './backend.ts'

/** As many as the preference file keeps. */
const backupsSpared = 8

/** Count this unlock, hand the vault to the handlers, and remember where it is. */
export async function beginUse(backend: Backend, opened: OpenVault): Promise<Unlocked> {
  const seen = await unlocksSeen(backend, opened.id)
  let counted: CountedUnlock
  try {
    counted = countUnlock(opened.db, seen.generation, seen.marks)
    noteUse(opened, backend.now())
  } catch (error) {
    closeVault(opened)
    throw error
  }
  backend.attach(opened)
  // Until the person chose this copy, the next unlock has to notice it again.
  if (counted.elsewhere) backend.unaccepted = counted
  await remember(backend, {
    vaultFolder: opened.folder,
    keptAs: null,
    // Said before the next passphrase is typed: the other ways in take no time to derive.
    ...(opened.way === 'passphrase' && { unlockMs: Math.round(opened.unlockMs) }),
    ...(!counted.elsewhere && await withUnlock(backend, opened.id, counted)),
  })
  await backend.tries.clear(opened.id)
  const strange: UnlockNotice[] = counted.elsewhere ? ['other-copy'] : counted.older ? ['older-vault'] : []
  return { notices: [...opened.notices, ...strange] }
}

/** Go on with a vault that was written elsewhere: from now on it is the one this computer knows. */
export async function acceptCopy(backend: Backend): Promise<void> {
  if (backend.unaccepted === null) return
  const { folder, id } = backend.vault
  const { beside, inside } = backupFolders(folder)
  // What was written here lies in these alone from now on; two, as the newest may not have been checked yet.
  const last = listBackups(beside, inside).filter((file) => isOf(file, id)).slice(0, 2).map((file) => file.id)
  const { sparedBackups } = await backend.host.getPreferences()
  const spared = [...new Set([...sparedBackups[id] ?? [], ...last.toReversed()])].slice(-backupsSpared)
  await backend.host.setPreferences({
    ...await withUnlock(backend, id, backend.unaccepted), sparedBackups: { ...sparedBackups, [id]: spared },
  })
  backend.unaccepted = null
}

async function unlocksSeen(backend: Backend, vaultId: string): Promise<{ generation: number; marks: readonly UnlockMark[] }> {
  try {
    const { generations, marks } = await backend.host.getPreferences()
    return { generation: generations[vaultId] ?? 0, marks: marks[vaultId] ?? [] }
  } catch {
    // Without this computer's memory a strange vault goes unnoticed, which is no reason to stay locked.
    return { generation: 0, marks: [] }
  }
}

async function withUnlock(backend: Backend, vaultId: string, counted: CountedUnlock): Promise<Partial<StoredPreferences>> {
  try {
    const { generations, marks } = await backend.host.getPreferences()
    return { generations: { ...generations, [vaultId]: counted.generation }, marks: { ...marks, [vaultId]: counted.marks } }
  } catch {
    return {}
  }
}

/** Say in Settings which way in was last used, and what it took. */
function noteUse({ db, keys, way, unlockMs }: OpenVault, now: Date): void {
  const known = getPreference(db, 'slots-used') ?? {}
  const there = keys.slots.flatMap(({ id, kind }) => {
    const used = kind === way ? { at: now.toISOString(), ms: Math.round(unlockMs) } : known[id]
    return used === undefined ? [] : [[id, used] as const]
  })
  setPreference(db, 'slots-used', Object.fromEntries(there))
}

/** What could not be remembered is asked again next time; the vault is open all the same. */
async function remember(backend: Backend, change: Partial<StoredPreferences>): Promise<void> {
  try {
    await backend.host.setPreferences(change)
  } catch {
    console.error('preference.set failed: Error')
  }
}
