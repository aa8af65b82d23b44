/**
 * Where things lie on this computer, the same in both shells: preferences and
 * the default vault in the open part of the home folder, everything a browser
 * wants to write in a private folder that goes when the app goes.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const appName = 'mentoring-journal'

/** The folder of the preference file; `home` is what `--home` was given. */
export function preferenceFolder(home: string | null): string {
  if (home !== null) return home
  const user = homedir()
  switch (process.platform) {
    case 'darwin': return join(user, 'Library', 'Application Support', appName)
    case 'win32': return join(process.env['APPDATA'] ?? join(user, 'AppData', 'Roaming'), appName)
    default: return join(process.env['XDG_CONFIG_HOME'] ?? join(user, '.config'), appName)
  }
}

/** A neutral name: choosing a telling one is the person's own act. */
export function defaultVaultFolder(home: string | null): string {
  return join(home ?? documents(), 'Journal.mjournal')
}

function documents(): string {
  const user = homedir()
  const told = process.platform === 'linux' ? xdgDocuments(user) : null
  return [told, join(user, 'Documents')].find((folder) => folder !== null && existsSync(folder)) ?? user
}

/** A Dutch or Indonesian desktop has its own name for Documents. */
function xdgDocuments(user: string): string | null {
  try {
    const lines = readFileSync(join(process.env['XDG_CONFIG_HOME'] ?? join(user, '.config'), 'user-dirs.dirs'), 'utf8')
    const folder = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(lines)?.[1]
    return folder === undefined ? null : folder.replace('$HOME', user)
  } catch {
    return null
  }
}

/** The owner's number stands in the name: what could only be removed in part is still known as left behind. */
const privateName = /^mj-run-([0-9]+)-/

function privateParent(): { folder: string; inMemory: boolean } {
  return process.platform === 'linux' && existsSync('/dev/shm')
    ? { folder: '/dev/shm', inMemory: true }
    : { folder: tmpdir(), inMemory: false }
}

/** Whether the private folder lies in memory rather than on a disk. */
export function privateFolderInMemory(): boolean {
  return privateParent().inMemory
}

/**
 * Make a fresh folder for everything the browser part wants to write, and
 * remove those that an earlier run, killed, left behind.
 */
export function makePrivateFolder(): string {
  const parent = privateParent().folder
  for (const name of readdirSync(parent)) {
    const owner = privateName.exec(name)?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) removePrivateFolder(join(parent, name))
  }
  // mkdtemp gives 0700: no other account reads it.
  return mkdtempSync(join(parent, `mj-run-${process.pid}-`))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Never throws: what cannot go now is removed at the next start. */
export function removePrivateFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
  } catch {
    // A browser process that is still ending may hold a file for a moment.
  }
}

/** Make a folder that only this account can enter. */
export function ensureOwnFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
