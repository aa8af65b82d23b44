/**
 * The system's keychain by way of Electron: it keeps one key, and what that key
 * encrypted lies in this computer's preferences.
 */
import { safeStorage } from 'electron'
import { AppError } from '../../../shared/errors.ts'
import type { KeychainOffer } from '../../../shared/slot.ts'
import type { Keychain } from '../host.ts'
import type { PreferenceFile } from './preferences.ts'

const offerWithinMs = 2_000

export function electronKeychain(preferences: PreferenceFile): Keychain {
  const seal = async (vaultId: string, text: string) => {
    const sealed = await safeStorage.encryptStringAsync(text)
    if (isOpenToAll(sealed)) throw new AppError('keychain.failed')
    const { keychainSecrets } = preferences.read()
    preferences.change({ keychainSecrets: { ...keychainSecrets, [vaultId]: sealed.toString('base64') } })
  }
  return {
    keychainOffer: () => Promise.race([offer().catch((): KeychainOffer => ({ offered: false, why: 'none' })), silence()]),
    keychainGet: (vaultId) => orFailed(async () => {
      const sealed = preferences.read().keychainSecrets[vaultId]
      if (sealed === undefined) return null
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))
      // The system has a newer key: without this, the old one would be needed for ever.
      if (shouldReEncrypt) await seal(vaultId, result)
      return Uint8Array.from(Buffer.from(result, 'base64'))
    }),
    keychainSet: (vaultId, secret) => orFailed(() => seal(vaultId, Buffer.from(secret).toString('base64'))),
    async keychainRemove(vaultId) {
      const kept = Object.entries(preferences.read().keychainSecrets).filter(([id]) => id !== vaultId)
      preferences.change({ keychainSecrets: Object.fromEntries(kept) })
    },
  }
}

async function offer(): Promise<KeychainOffer> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return { offered: false, why: 'unsafe' }
  if (!await safeStorage.isAsyncEncryptionAvailable()) return { offered: false, why: 'none' }
  return isOpenToAll(await safeStorage.encryptStringAsync('probe')) ? { offered: false, why: 'unsafe' } : { offered: true }
}

/**
 * Where no keychain answers on Linux, Chromium falls back to a key that stands
 * in its source, and marks what it encrypted so.
 */
function isOpenToAll(sealed: Buffer): boolean {
  return process.platform === 'linux' && sealed.subarray(0, 3).toString('latin1') === 'v10'
}

function silence(): Promise<KeychainOffer> {
  return new Promise((resolve) => { setTimeout(() => { resolve({ offered: false, why: 'silent' }) }, offerWithinMs).unref() })
}

async function orFailed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new AppError('keychain.failed', { cause: error })
  }
}
