/**
 * Electron's npm package brings no binary; it comes on the first run, from the
 * network. Tried for ten seconds; a refusal is remembered for a day.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './processes.ts'

const folder = join(root, 'node_modules', 'electron')
const refusal = join(root, 'dist', 'electron-refused')
const tryForMs = 10_000
const rememberForMs = 24 * 3600_000

/** The path of Electron's binary; null where there is none. */
export function findElectron(): string | null {
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

export async function ensureElectron(): Promise<string | null> {
  const found = findElectron()
  if (found !== null || wasRefused()) return found
  say('Looking for Electron (10 seconds at most)…')
  const { code } = await run(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: tryForMs, killSignal: 'SIGKILL' })
  const brought = code === 0 ? findElectron() : null
  if (brought === null) {
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(refusal, '')
    // Half a download would be taken for a whole one.
    rmSync(join(folder, 'dist'), { recursive: true, force: true })
    say('Electron cannot be had here; the Chromium on this machine is used instead.')
  }
  return brought
}

function wasRefused(): boolean {
  return existsSync(refusal) && Date.now() - statSync(refusal).mtimeMs < rememberForMs
}
