import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const linuxNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'brave-browser']
const macPaths = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const windowsPaths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe']

/** The Chromium, Chrome or Edge of this machine; null where there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env['MJ_BROWSER_PATH']
  const candidates = named !== undefined ? [named]
    : process.platform === 'darwin' ? macPaths
    : process.platform === 'win32' ? [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .flatMap((base) => base === undefined ? [] : windowsPaths.map((path) => join(base, path)))
    : onPath(env['PATH'] ?? '')
  return candidates.find(isProgram) ?? null
}

/** In the order of the names. A snap comes last: it cannot use a folder in memory that is not its own. */
function onPath(path: string): string[] {
  const found = linuxNames.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)))
  const isSnap = (candidate: string) => candidate.startsWith('/snap/')
  return [...found.filter((candidate) => !isSnap(candidate)), ...found.filter(isSnap)]
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
