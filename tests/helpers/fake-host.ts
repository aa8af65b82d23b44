/** A shell in memory: what the core asked of it, and the answers a test wants. */
import type { Host } from '../../electron/host/host.ts'
import { AppError } from '../../shared/errors.ts'
import { defaultStoredPreferences } from '../../shared/preference.ts'
import type { StoredPreferences } from '../../shared/preference.ts'
import type { KeychainOffer } from '../../shared/slot.ts'

export type FakeHost = Host & {
  /** What the next dialogs answer, in order; null when there is nothing left, as if cancelled. */
  readonly paths: Array<string | null>
  /** HTML that was to be printed, in order. */
  readonly printed: string[]
  readonly shown: string[]
  readonly preferences: StoredPreferences
  hasPrinter: boolean
  /** What the keychain holds, by vault id. */
  readonly keychain: Map<string, Uint8Array>
  keychainOffered: KeychainOffer
}

/** Begins like a PDF and holds the HTML, so that a test can look into it. */
export function fakePdf(html: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n${html}\n%%EOF`)
}

/** As one that crossed to another process: each side overwrites its own. */
function copyOf(secret: Uint8Array | undefined): Uint8Array | null {
  return secret === undefined ? null : Uint8Array.from(secret)
}

export function fakeHost(defaultVaultFolder: string): FakeHost {
  let preferences: StoredPreferences = { ...defaultStoredPreferences, language: 'en' }
  const paths: Array<string | null> = []
  const printed: string[] = []
  const shown: string[] = []
  const keychain = new Map<string, Uint8Array>()
  return {
    shell: 'chromium',
    paths, printed, shown, keychain,
    hasPrinter: true,
    keychainOffered: { offered: true },
    get preferences() { return preferences },
    defaultVaultFolder: () => Promise.resolve(defaultVaultFolder),
    protections: () => Promise.resolve(['sandbox']),
    getPreferences: () => Promise.resolve(preferences),
    setPreferences: (change) => {
      preferences = { ...preferences, ...change }
      return Promise.resolve(preferences)
    },
    chooseSavePath: () => Promise.resolve(paths.shift() ?? null),
    chooseOpenPath: () => Promise.resolve(paths.shift() ?? null),
    chooseFolder: () => Promise.resolve(paths.shift() ?? null),
    showInFolder: (path) => {
      shown.push(path)
      return Promise.resolve()
    },
    printToPdf: (html) => {
      printed.push(html)
      return Promise.resolve(fakePdf(html))
    },
    print() { return Promise.resolve(this.hasPrinter) },
    keychainOffer() { return Promise.resolve(this.keychainOffered) },
    keychainGet(vaultId) {
      return this.keychainOffered.offered ? Promise.resolve(copyOf(keychain.get(vaultId))) : Promise.reject(new AppError('keychain.failed'))
    },
    keychainSet(vaultId, secret) {
      keychain.set(vaultId, Uint8Array.from(secret))
      return Promise.resolve()
    },
    keychainRemove(vaultId) {
      keychain.delete(vaultId)
      return Promise.resolve()
    },
  }
}
