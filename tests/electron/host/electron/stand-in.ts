/**
 * Stands in for the `electron` module where its binary is not: every name the
 * shell uses, picked from Electron's own types, so that neither can drift from
 * the other. It does nothing but remember what it was told and let a test
 * press the buttons.
 */
import type * as Electron from 'electron'
import { EventEmitter } from 'node:events'

type Module = typeof Electron

export type RequestHandler = (request: Request) => Response | Promise<Response>
type SessionPart = Pick<Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' |
  'setCertificateVerifyProc' | 'setSpellCheckerEnabled' | 'setProxy' | 'clearData'>
type ContentsPart = Pick<Electron.WebContents,
  'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy' | 'isDestroyed' | 'send' | 'isCrashed' | 'forcefullyCrashRenderer' |
  'insertCSS' | 'executeJavaScript' | 'printToPDF' | 'getOSProcessId' | 'getZoomLevel' | 'setZoomLevel'>
type WindowPart = Pick<Electron.BrowserWindow,
  'loadURL' | 'show' | 'hide' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed' | 'destroy' | 'setContentProtection' | 'getNormalBounds'>
type FramePart = Pick<Electron.WebFrameMain, 'origin' | 'url'> & { parent: FramePart | null }

/** An event whose default can be prevented, as Electron's can. */
export function preventable(): { prevented: boolean; preventDefault(): void } {
  const event = { prevented: false, preventDefault: () => { event.prevented = true } }
  return event
}

export class StandInSession extends EventEmitter implements SessionPart {
  readonly partition: string
  spellChecker: boolean | null = null
  proxy: Electron.ProxyConfig | null = null
  cleared = 0
  permissionRequest: Parameters<SessionPart['setPermissionRequestHandler']>[0] = null
  permissionCheck: Parameters<SessionPart['setPermissionCheckHandler']>[0] = null
  devicePermission: Parameters<SessionPart['setDevicePermissionHandler']>[0] = null
  displayMedia: Parameters<SessionPart['setDisplayMediaRequestHandler']>[0] = null
  certificates: Parameters<SessionPart['setCertificateVerifyProc']>[0] = null
  beforeRequest: ((details: Electron.OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void) | null = null
  readonly schemes = new Map<string, RequestHandler>()
  readonly protocol = { handle: (scheme: string, handler: RequestHandler) => { this.schemes.set(scheme, handler) } } satisfies
    Pick<Electron.Protocol, 'handle'>
  readonly webRequest = { onBeforeRequest: (listener: NonNullable<StandInSession['beforeRequest']>) => { this.beforeRequest = listener } }

  constructor(partition: string) {
    super()
    this.partition = partition
  }

  setPermissionRequestHandler(handler: StandInSession['permissionRequest']): void { this.permissionRequest = handler }
  setPermissionCheckHandler(handler: StandInSession['permissionCheck']): void { this.permissionCheck = handler }
  setDevicePermissionHandler(handler: StandInSession['devicePermission']): void { this.devicePermission = handler }
  setDisplayMediaRequestHandler(handler: StandInSession['displayMedia']): void { this.displayMedia = handler }
  setCertificateVerifyProc(handler: StandInSession['certificates']): void { this.certificates = handler }
  setSpellCheckerEnabled(enable: boolean): void { this.spellChecker = enable }
  async setProxy(config: Electron.ProxyConfig): Promise<void> { this.proxy = config }
  async clearData(): Promise<void> { this.cleared += 1 }
}

export class StandInContents extends EventEmitter implements ContentsPart {
  readonly mainFrame: FramePart = { origin: 'null', url: 'about:blank', parent: null }
  readonly sent: Array<{ channel: string; args: unknown[] }> = []
  readonly insertedCss: string[] = []
  readonly navigationHistory = { cleared: 0, clear() { this.cleared += 1 } }
  windowOpen: Parameters<ContentsPart['setWindowOpenHandler']>[0] | null = null
  webRtcPolicy: string | null = null
  crashed = false
  /** One process per origin, as with site isolation; false keeps one for all. */
  isolated = true
  process = 1
  forcedCrashes = 0
  zoomLevel = 0
  destroyed = false
  printed: Electron.PrintToPDFOptions | null = null

  setWindowOpenHandler(handler: NonNullable<StandInContents['windowOpen']>): void { this.windowOpen = handler }
  setWebRTCIPHandlingPolicy(policy: Parameters<ContentsPart['setWebRTCIPHandlingPolicy']>[0]): void { this.webRtcPolicy = policy }
  isDestroyed(): boolean { return this.destroyed }
  send(channel: string, ...args: unknown[]): void { this.sent.push({ channel, args }) }
  isCrashed(): boolean { return this.crashed }
  getOSProcessId(): number { return this.process }
  async insertCSS(css: string): Promise<string> {
    this.insertedCss.push(css)
    return 'key'
  }
  async executeJavaScript(): Promise<unknown> { return undefined }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    this.printed = options
    return Buffer.from('%PDF-1.4 ')
  }
  getZoomLevel(): number { return this.zoomLevel }
  setZoomLevel(level: number): void { this.zoomLevel = level }
  forcefullyCrashRenderer(): void {
    this.forcedCrashes += 1
    this.crash()
  }

  /** The page's process ends by itself. */
  crash(): void {
    this.crashed = true
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  }
}

export class StandInUtility extends EventEmitter implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill'> {
  readonly file: string
  readonly args: string[]
  readonly options: Electron.ForkOptions
  readonly received: unknown[] = []
  killed = false

  constructor(file: string, args: string[], options: Electron.ForkOptions) {
    super()
    this.file = file
    this.args = args
    this.options = options
  }

  postMessage(message: unknown): void {
    // What cannot be cloned could not cross to a process either.
    this.received.push(structuredClone(message))
    this.emit('received', this.received.at(-1))
  }
  kill(): boolean {
    this.killed = true
    this.emit('exit', 15)
    return true
  }
}

export type StandInOptions = {
  /** Whether this is the only instance. */
  first: boolean
  switches: readonly string[]
  dark: boolean
}

/** One running Electron, as far as the shell can see. */
export function standInElectron(options: StandInOptions) {
  const windows: StandInWindow[] = []
  const sessions = new Map<string, StandInSession>()
  const cores: StandInUtility[] = []
  const calls: string[] = []
  const appState = {
    paths: new Map<string, string>(), switches: new Map<string, string | null>(options.switches.map((name) => [name, null])),
    sandbox: false, quits: 0, exits: new Array<number>(), proxy: null as Electron.ProxyConfig | null, schemes: new Array<Electron.CustomScheme>(),
    menu: undefined as unknown, ready: false,
  }
  const ready = Promise.withResolvers<void>()

  const appEvents = new EventEmitter()
  const app = Object.assign(appEvents, {
    setPath: (name, path) => { appState.paths.set(name, path) },
    getPath: (name) => appState.paths.get(name) ?? `/stand-in/${name}`,
    getVersion: () => '0.0.0',
    requestSingleInstanceLock: () => options.first,
    enableSandbox: () => { appState.sandbox = true },
    whenReady: () => ready.promise,
    setProxy: async (config) => { appState.proxy = config },
    commandLine: {
      appendSwitch: (name, value) => { appState.switches.set(name, value ?? null) },
      hasSwitch: (name) => appState.switches.has(name),
    } satisfies Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch'>,
    quit: () => {
      const event = preventable()
      appEvents.emit('before-quit', event)
      if (event.prevented) return
      appState.quits += 1
      appEvents.emit('quit', {}, 0)
    },
    exit: (code) => {
      appState.exits.push(code ?? 0)
      appEvents.emit('quit', {}, code ?? 0)
    },
  } satisfies Pick<Electron.App, 'setPath' | 'getPath' | 'getVersion' | 'requestSingleInstanceLock' | 'enableSandbox' | 'whenReady' | 'setProxy' | 'quit' | 'exit'>
    & { commandLine: Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch'> })

  class StandInWindow extends EventEmitter implements WindowPart {
    readonly options: Electron.BrowserWindowConstructorOptions
    readonly webContents = new StandInContents()
    readonly loaded: string[] = []
    visible = false
    minimized = false
    focused = false
    destroyed = false
    protectedContent: boolean | null = null
    bounds = { x: 0, y: 0, width: 1280, height: 800 }

    constructor(given: Electron.BrowserWindowConstructorOptions) {
      super()
      this.options = given
      windows.push(this)
      appEvents.emit('web-contents-created', {}, this.webContents)
    }

    async loadURL(url: string): Promise<void> {
      this.loaded.push(url)
      const { mainFrame } = this.webContents
      const origin = url.split('/').slice(0, 3).join('/')
      if (this.webContents.crashed || (this.webContents.isolated && origin !== mainFrame.origin)) this.webContents.process += 1
      this.webContents.crashed = false
      Object.assign(mainFrame, { url, origin })
      this.emit('ready-to-show')
    }
    show(): void { this.visible = true }
    hide(): void { this.visible = false }
    focus(): void { this.focused = true }
    restore(): void { this.minimized = false }
    isMinimized(): boolean { return this.minimized }
    isDestroyed(): boolean { return this.destroyed }
    destroy(): void {
      this.destroyed = true
      this.webContents.destroyed = true
    }
    setContentProtection(enable: boolean): void { this.protectedContent = enable }
    getNormalBounds(): Electron.Rectangle { return this.bounds }
  }

  const partition = (name: string) => {
    const known = sessions.get(name) ?? new StandInSession(name)
    sessions.set(name, known)
    return known
  }

  type Handler = Parameters<Electron.IpcMain['handle']>[1]
  const handled = new Map<string, Handler>()
  const ipcMain = Object.assign(new EventEmitter(), {
    handle: (channel: string, handler: Handler) => { handled.set(channel, handler) },
  } satisfies Pick<Electron.IpcMain, 'handle'>)

  const answers = {
    save: { canceled: true, filePath: '' } as Electron.SaveDialogReturnValue,
    open: { canceled: true, filePaths: [] } as Electron.OpenDialogReturnValue,
    message: { response: 1, checkboxChecked: false } as Electron.MessageBoxReturnValue,
  }
  const asked = { save: new Array<Electron.SaveDialogOptions>(), open: new Array<Electron.OpenDialogOptions>(), message: new Array<Electron.MessageBoxOptions>() }
  const shown: string[] = []
  const keychain = {
    backend: 'gnome_libsecret' as ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>,
    available: true, rotated: false, silent: false, broken: false,
    /** What Chromium puts before what it encrypted: `v10` on Linux is its fallback with a known key. */
    tag: 'v11',
    answer: <T>(value: T): Promise<T> => 
      (keychain.silent ? new Promise<T>(() => undefined) : keychain.broken ? Promise.reject(new Error('no bus')) : Promise.resolve(value)),
  }
  const power = { screenLocked: false }
  const clip = { text: '' }

  const module = {
    app,
    BrowserWindow: StandInWindow,
    Menu: {
      setApplicationMenu: (menu: Electron.Menu | null) => { appState.menu = menu },
      buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => ({ template }),
    } satisfies Record<keyof Pick<Module['Menu'], 'setApplicationMenu' | 'buildFromTemplate'>, unknown>,
    nativeTheme: { shouldUseDarkColors: options.dark } satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors'>,
    protocol: { registerSchemesAsPrivileged: (schemes) => { appState.schemes.push(...schemes) } } satisfies
      Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>,
    session: { fromPartition: partition, defaultSession: partition('default') } satisfies
      Record<keyof Pick<Module['session'], 'fromPartition' | 'defaultSession'>, unknown>,
    ipcMain,
    dialog: {
      showSaveDialog: async (_window: unknown, given: Electron.SaveDialogOptions) => {
        asked.save.push(given)
        return answers.save
      },
      showOpenDialog: async (_window: unknown, given: Electron.OpenDialogOptions) => {
        asked.open.push(given)
        return answers.open
      },
      showMessageBox: async (_window: unknown, given: Electron.MessageBoxOptions) => {
        asked.message.push(given)
        return answers.message
      },
    } satisfies Record<keyof Pick<Electron.Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox'>, unknown>,
    shell: { showItemInFolder: (path) => { shown.push(path) } } satisfies Pick<Electron.Shell, 'showItemInFolder'>,
    clipboard: {
      readText: async () => clip.text,
      clear: async () => { clip.text = '' },
    } satisfies Record<keyof Pick<Electron.Clipboard, 'readText' | 'clear'>, unknown>,
    powerMonitor: Object.assign(new EventEmitter(), {
      getSystemIdleState: () => (power.screenLocked ? 'locked' : 'active'),
    } satisfies Pick<Electron.PowerMonitor, 'getSystemIdleState'>),
    safeStorage: {
      getSelectedStorageBackend: () => keychain.backend,
      isAsyncEncryptionAvailable: () => keychain.answer(keychain.available),
      encryptStringAsync: (text: string) => keychain.answer(Buffer.from(`${keychain.tag}${[...text].toReversed().join('')}`)),
      decryptStringAsync: (sealed: Buffer) => keychain.available
        ? keychain.answer({ shouldReEncrypt: keychain.rotated, result: [...sealed.subarray(3).toString()].toReversed().join('') })
        : Promise.reject(new Error('locked')),
    } satisfies Pick<Electron.SafeStorage, 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>,
    utilityProcess: {
      fork: (file: string, args: string[], given: Electron.ForkOptions) => {
        const made = new StandInUtility(file, args, given)
        cores.push(made)
        return made
      },
    } satisfies Record<keyof Pick<Module['utilityProcess'], 'fork'>, unknown>,
  } satisfies Partial<Record<keyof Module, unknown>>

  return {
    module, app: appState, appEvents, windows, sessions, cores, calls, handled, ipcMain, answers, asked, shown, keychain, power, clip,
    becomeReady: () => { ready.resolve() },
  }
}

export type StandIn = ReturnType<typeof standInElectron>
export type StandInWindow = StandIn['windows'][number]
