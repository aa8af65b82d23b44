/** Programs that npm does not bring: found, installed where that is possible, else named with the exact command. */
import { findBrowser } from '../electron/host/chromium/find-browser.ts'
import { CommandError } from './flags.ts'
import { isOnPath, run, say } from './processes.ts'

type Program = { name: string; debian: string; isThere(): boolean }

export const browser: Program = { name: 'Chromium', debian: 'chromium', isThere: () => findBrowser() !== null }
export const virtualScreen: Program = { name: 'Xvfb', debian: 'xvfb', isThere: () => process.platform !== 'linux' || isOnPath('Xvfb') }
/** Real key presses, which Playwright's own go past. */
export const keyPresses: Program = { name: 'xdotool', debian: 'xdotool', isThere: () => process.platform !== 'linux' || isOnPath('xdotool') }
/** The second reader of the PDF that the app made. */
export const pdfReader: Program = { name: 'pdftotext', debian: 'poppler-utils', isThere: () => isOnPath('pdftotext') }

/** The second reader of Markdown and word-processor files. */
export const documentReader: Program = { name: 'pandoc', debian: 'pandoc', isThere: () => isOnPath('pandoc') }
/** The second reader of a copy of everything, and the terminal that it asks for a passphrase. */
export const ageTool: Program = { name: 'age', debian: 'age', isThere: () => process.platform !== 'linux' || isOnPath('age') }
/** Counts what leaves the machine; there is none outside Linux. */
export const callTracer: Program = { name: 'strace', debian: 'strace', isThere: () => process.platform !== 'linux' || isOnPath('strace') }

/** @throws CommandError 3, with the command to type, where one is missing and cannot be installed. */
export async function ensurePrograms(programs: readonly Program[]): Promise<void> {
  const missing = programs.filter((program) => !program.isThere())
  if (missing.length === 0) return
  const packages = missing.map(({ debian }) => debian)
  const names = missing.map(({ name }) => name).join(', ')
  const debian = process.platform === 'linux' && isOnPath('apt-get')
  if (debian && process.getuid?.() === 0) {
    say(`Installing ${names} with apt-get…`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (args: string[]) => run('apt-get', args, { env, stdio: ['ignore', 2, 2] })
    const install = ['install', '-y', '-q', '--no-install-recommends', ...packages]
    if ((await apt(install)).code !== 0) {
      await apt(['update', '-q'])
      await apt(install)
    }
  }
  if (missing.every((program) => program.isThere())) return
  throw new CommandError(3, `${names} not found. ${howToInstall(packages, debian)}`)
}

function howToInstall(packages: readonly string[], debian: boolean): string {
  if (debian) return `Type: sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`
  if (process.platform === 'darwin') return 'Type: brew install --cask google-chrome'
  if (process.platform === 'win32') return 'Type: winget install Google.Chrome'
  if (isOnPath('dnf')) {
    const names: Record<string, string> = { xvfb: 'xorg-x11-server-Xvfb' }
    return `Type: sudo dnf install -y ${packages.map((name) => names[name] ?? name).join(' ')}`
  }
  return `Install them with your system's package manager: ${packages.join(' ')}`
}
