import type { StoredPreferences } from '../../shared/preference.ts'
import { mendRestore } from '../vault/backups/restore.ts'
import { inspectFolder } from '../vault/folders.ts'
import type { Backend } from './backend.ts'

/** Where this computer's vault is, or would be. A restore or a move that was cut off half way is put right first. */
export async function vaultPlace(backend: Backend, known?: StoredPreferences): Promise<string> {
  const { vaultFolder, movedFrom } = known ?? await backend.host.getPreferences()
  const folder = vaultFolder ?? await backend.host.defaultVaultFolder()
  mendRestore(folder)
  const cutOff = movedFrom !== null && inspectFolder(folder) !== 'vault' && inspectFolder(movedFrom) === 'vault'
  return cutOff ? movedFrom : folder
}
