import { BrowserWindow, Menu, nativeTheme } from 'electron'
import type { Input, Session, WebContents, WebPreferences } from 'electron'
import type { StoredPreferences } from '../../../shared/preference.ts'
import type { PreferenceFile } from './preferences.ts'

/** The one title, locked or not: it stands in task lists and thumbnails. */
export const windowTitle = 'Mentoring Journal'

/** The colour of the desk, so that nothing flashes before the first paint. */
const desk = { light: '#ECE8E0', dark: '#141311' }

const smallest = 480

/** What every page of ours is confined to. */
export const confined = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
  plugins: false,
  navigateOnDragDrop: false,
  enableWebSQL: false,
  webgl: false,
  v8CacheOptions: 'none',
  devTools: false,
  disableDialogs: true,
} as const satisfies WebPreferences

export type JournalWindowOptions = { session: Session; preload: string; preferences: StoredPreferences }

export function openJournalWindow({ session, preload, preferences }: JournalWindowOptions): BrowserWindow {
  const dark = preferences.theme === 'dark' || (preferences.theme === 'system' && nativeTheme.shouldUseDarkColors)
  const window = new BrowserWindow({
    ...preferences.window,
    minWidth: smallest,
    minHeight: smallest,
    title: windowTitle,
    backgroundColor: dark ? desk.dark : desk.light,
    show: false,
    // A timer slowed down in a covered window would hold back the last words.
    webPreferences: { ...confined, session, preload, backgroundThrottling: false },
  })
  // Windows and macOS only, and newer macOS recorders see it all the same: nothing is promised on it.
  window.setContentProtection(preferences.protectContent)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  window.webContents.on('before-input-event', (event, input) => {
    if (zoom(window.webContents, input)) event.preventDefault()
  })
  return window
}

/** Ctrl and plus, minus, nought: what the menu that is not there would have done. */
function zoom(contents: WebContents, input: Input): boolean {
  if (input.type !== 'keyDown' || !(process.platform === 'darwin' ? input.meta : input.control) || input.alt) return false
  const step = { '+': 1, '=': 1, '-': -1, '0': 0 }[input.key]
  if (step === undefined) return false
  contents.setZoomLevel(step === 0 ? 0 : Math.max(-2, Math.min(5, contents.getZoomLevel() + step)))
  return true
}

/** No menu, and with it no reload, no inspector, no shortcut we did not choose; macOS cannot copy or quit without one. */
export function removeMenu(): void {
  Menu.setApplicationMenu(process.platform === 'darwin'
    ? Menu.buildFromTemplate([
      { role: 'appMenu', submenu: [{ role: 'hide' }, { role: 'quit' }] },
      { role: 'editMenu', submenu: [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    ])
    : null)
}

export function bringToFront(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Remember the size, not the place: screens come and go. */
export function keepSize(window: BrowserWindow, preferences: PreferenceFile): void {
  const { width, height } = window.getNormalBounds()
  if (width >= smallest && height >= smallest) preferences.change({ window: { width, height } })
}

/** Minimised or hidden; covered by other windows does not count, as the person may look at them side by side. */
export function watchSight(window: BrowserWindow, hidden: (on: boolean) => void): void {
  for (const name of ['minimize', 'hide'] as const) window.on(name as 'hide', () => hidden(true))
  for (const name of ['restore', 'show'] as const) window.on(name as 'show', () => hidden(false))
}
