import { spawn } from 'node:child_process'
import { basename, dirname } from 'node:path'
import type { Browser } from 'playwright-core'
import type { StoredPreferences } from '../../../shared/preference.ts'
import { isFolderPurpose } from '../../../shared/file-dialog.ts'
import type { Protection } from '../../../shared/vault.ts'
import { defaultVaultFolder, privateFolderInMemory } from '../folders.ts'
import type { Host, Keychain } from '../host.ts'
import { printPdf } from '../print-pdf.ts'
import type { Protected } from './browser.ts'
import type { FileDialog } from './dialog.ts'
import type { PreferenceFile } from './preferences.ts'
import { printToPdf } from './print.ts'

export type HostParts = {
  home: string | null
  browser: string
  /** The private folder of this run. */
  folder: string
  now: string | null
  /** Ended at a lock. */
  printing: Set<Browser>
  preferences: PreferenceFile
  dialog: () => FileDialog
  keychain: Keychain
  protected: () => Protected
  noCoreFiles: boolean
  hearsScreenLock: () => boolean
  preferencesChanged(next: StoredPreferences): void
}

/** The Host port, as this shell fills it. */
export function chromiumHost(parts: HostParts): Host {
  const { preferences } = parts
  let lastSaved: string | null = null
  let lastRead: string | null = null
  return {
    shell: 'chromium',
    defaultVaultFolder: async () => defaultVaultFolder(parts.home),
    async protections() {
      const { sandbox, networkNamespace } = parts.protected()
      const all: Array<[Protection, boolean]> = [
        ['sandbox', sandbox], ['no-network-namespace', networkNamespace], ['ram-profile', privateFolderInMemory()],
        ['no-core-files', parts.noCoreFiles], ['screen-lock-signal', parts.hearsScreenLock()], ['clipboard', true],
      ]
      return all.flatMap(([name, on]) => on ? [name] : [])
    },
    getPreferences: async () => preferences.get(),
    async setPreferences(change) {
      const next = preferences.set(change)
      parts.preferencesChanged(next)
      return next
    },
    async chooseSavePath({ name, language }) {
      const folder = lastSaved ?? dirname(defaultVaultFolder(parts.home))
      const path = await parts.dialog().choose({ purpose: 'save', language, theme: preferences.get().theme, folder, name })
      if (path !== null) lastSaved = dirname(path)
      return path
    },
    async chooseOpenPath({ purpose, language }) {
      const folder = lastRead ?? dirname(defaultVaultFolder(parts.home))
      const path = await parts.dialog().choose({ purpose, language, theme: preferences.get().theme, folder, name: '' })
      if (path !== null) lastRead = dirname(path)
      return path
    },
    chooseFolder: ({ purpose, start, language }) => parts.dialog().choose({
      purpose, language, theme: preferences.get().theme, folder: dirname(start),
      name: isFolderPurpose(purpose) ? '' : basename(start),
    }),
    async showInFolder(path) { showFolder(path) },
    printToPdf: (html) => printToPdf(html, { browser: parts.browser, folder: parts.folder, now: parts.now, running: parts.printing }),
    print: printPdf,
    ...parts.keychain,
  }
}

/** Hand the folder to the system's file manager; where there is none nothing happens. */
function showFolder(path: string): void {
  const [command, args] = process.platform === 'darwin' ? ['open', ['-R', path]] as const
    : process.platform === 'win32' ? ['explorer.exe', [`/select,${path}`]] as const
    : ['xdg-open', [dirname(path)]] as const
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
