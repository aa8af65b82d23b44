/**
 * What the privileged code needs from the shell around it. Each folder beside
 * this file is one shell; nothing outside `host/` knows which one is running.
 */
import type { StoredPreferences } from '../../shared/preference.ts'
import type { Language } from '../../shared/language.ts'
import type { KeychainOffer } from '../../shared/slot.ts'
import type { Protection } from '../../shared/vault.ts'

export type SaveChoice = {
  /** Suggested file name with its ending. */
  name: string
  language: Language
}

export type FolderChoice = {
  /** `create-vault` answers a folder that is not there yet; the others one that is there, to put something into. */
  purpose: 'open-vault' | 'create-vault' | 'backup-place' | 'move-vault'
  /** The folder to show first. */
  start: string
  language: Language
}

/** What is to be read; `import-folder` answers a folder, the others a file. */
export type OpenChoice = {
  purpose: 'open-backup' | 'import-file' | 'import-folder' | 'open-dump'
  language: Language
}

/**
 * The system's own place for small secrets, which the person's login opens. Its
 * methods but the first throw AppError `keychain.failed`.
 */
export type Keychain = {
  /** Answers within two seconds. */
  keychainOffer(): Promise<KeychainOffer>
  /** Null when nothing is kept for this vault. The system may ask the person first. */
  keychainGet(vaultId: string): Promise<Uint8Array | null>
  keychainSet(vaultId: string, secret: Uint8Array): Promise<void>
  keychainRemove(vaultId: string): Promise<void>
}

export type Host = Keychain & {
  readonly shell: 'electron' | 'chromium'
  /** Where a new vault goes unless the person says otherwise. */
  defaultVaultFolder(): Promise<string>
  protections(): Promise<Protection[]>
  getPreferences(): Promise<StoredPreferences>
  setPreferences(change: Partial<StoredPreferences>): Promise<StoredPreferences>
  /** A path the person chose, overwriting already confirmed; null when cancelled. */
  chooseSavePath(choice: SaveChoice): Promise<string | null>
  /** A file or folder to read; null when cancelled. Only its ending was looked at, nothing of what is in it. */
  chooseOpenPath(choice: OpenChoice): Promise<string | null>
  /** A folder the person chose; null when cancelled. */
  chooseFolder(choice: FolderChoice): Promise<string | null>
  showInFolder(path: string): Promise<void>
  /** Print HTML (no script, no outside address) to A4 PDF bytes; title and metadata are neutral. */
  printToPdf(html: string): Promise<Uint8Array>
  /** Send a PDF to the default printer; false where none is known. */
  print(pdf: Uint8Array): Promise<boolean>
}
