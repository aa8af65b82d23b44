/**
 * Runs the bundled shell, the very files that Electron would run, in Node: the
 * import of `electron` is answered by the stand-in, everything else is real.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import vm from 'node:vm'
import type * as Electron from 'electron'
import { createBuilder } from 'vite'
import { onTestFinished, vi } from 'vitest'
import type { FromCore, ToCore } from '../../../../electron/core-messages.ts'
import type { Bridge } from '../../../../shared/bridge.ts'
import type { Reply } from '../../../../shared/errors.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { preventable, standInElectron } from './stand-in.ts'
import type { StandIn, StandInUtility, StandInWindow } from './stand-in.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
/** Inside the work tree, so that native modules are found from there. */
const dist = join(root, 'dist/under-test')
export const mainFile = join(dist, 'electron/main.js')
export const coreFile = join(dist, 'electron/core.js')
const preloadFile = join(dist, 'electron/preload.cjs')

const pageOrigin = 'mentoring-journal://app'

/** Build the shell as `npm start` does, with a page of three files beside it. */
export async function buildShell(names: ReadonlyArray<'main' | 'preload' | 'core'>): Promise<void> {
  const outDir = join(dist, 'electron')
  const builder = await createBuilder({
    configFile: join(root, 'build/vite.electron.config.ts'),
    logLevel: 'error',
    environments: Object.fromEntries(names.map((name) => [name, { build: { outDir } }])),
  })
  for (const name of names) {
    const environment = builder.environments[name]
    if (environment === undefined) throw new Error(`no environment ${name}`)
    await builder.build(environment)
  }
  const assets = join(dist, 'renderer/assets')
  mkdirSync(assets, { recursive: true })
  writeFileSync(join(dist, 'renderer/index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(assets, 'index.js'), 'export {}')
  writeFileSync(join(assets, 'secret.txt'), 'not a page file')
  writeFileSync(join(dist, 'outside.html'), 'outside')
}

const runs = new Map<string, StandIn>()
let hooked = false

/** `electron` means the stand-in of the run that asks; nothing else is touched. */
function hookElectron(): void {
  if (hooked) return
  hooked = true
  registerHooks({
    resolve(specifier, context, next) {
      const run = specifier === 'electron' ? new URL(context.parentURL ?? 'file:///').searchParams.get('run') : null
      return run === null ? next(specifier, context) : { url: `stand-in:electron?run=${run}`, format: 'module', shortCircuit: true }
    },
    load(url, context, next) {
      if (!url.startsWith('stand-in:')) return next(url, context)
      const run = new URL(url).searchParams.get('run') ?? ''
      const names = Object.keys(runs.get(run)?.module ?? {})
      const source = [
        `const module = globalThis[Symbol.for('stand-in runs')].get(${JSON.stringify(run)}).module`,
        ...names.map((name) => `export const ${name} = module.${name}`),
        'export default module',
      ].join('\n')
      return { format: 'module', source, shortCircuit: true }
    },
  })
  Object.assign(globalThis, { [Symbol.for('stand-in runs')]: runs })
}

// The test runner rewrites `import()`; this one is Node's own.
const nativeImport = vm.runInThisContext('(url) => import(url)', {
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}) as (url: string) => Promise<unknown>

export type ShellOptions = {
  args?: string[]
  home?: string
  first?: boolean
  switches?: string[]
  dark?: boolean
  /** What the core answers; by default every call is done. */
  answer?: (name: string, input: unknown) => Reply<unknown>
  /** Change the stand-in before the shell starts. */
  prepare?: (standIn: StandIn) => void
  uid?: number
  platform?: NodeJS.Platform
}

export type Shell = StandIn & {
  home: string
  readonly window: StandInWindow
  /** The core that answers now. */
  readonly core: StandInUtility
  /** What the page gets as `window.bridge`, by the bundled preload. */
  bridge: Bridge
  /** Everything the cores were told, oldest first. */
  told: ToCore[]
  /** A core says something unasked. */
  coreSays(message: FromCore): void
}

/** Start the bundled shell; resolves when its window shows the page, or at once for a second instance. */
export async function startShell(options: ShellOptions = {}): Promise<Shell> {
  hookElectron()
  const run = String(runs.size + 1)
  const standIn = standInElectron({ first: options.first ?? true, switches: options.switches ?? [], dark: options.dark ?? false })
  runs.set(run, standIn)
  options.prepare?.(standIn)
  const home = options.home ?? tempFolder()
  const before = { argv: process.argv, tmp: process.env['TMPDIR'], platform: process.platform }
  const forgetSignals = rememberSignals()
  process.argv = ['electron', mainFile, `--home=${home}`, ...options.args ?? []]
  const uid = vi.spyOn(process, 'getuid').mockReturnValue(options.uid ?? 1000)
  if (options.platform !== undefined) Object.defineProperty(process, 'platform', { value: options.platform })
  onTestFinished(() => {
    process.argv = before.argv
    if (before.tmp === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before.tmp
    Object.defineProperty(process, 'platform', { value: before.platform })
    uid.mockRestore()
    forgetSignals()
    standIn.appEvents.emit('quit')
  })

  const told: ToCore[] = []
  playCores(standIn, told, options.answer ?? (() => ({ ok: true, value: undefined })))
  await nativeImport(`${pathToFileURL(mainFile).href}?run=${run}`)
  const parts = {
    home, told,
    bridge: bridgeOf(standIn),
    coreSays: (message: FromCore) => { standIn.cores.at(-1)?.emit('message', message) },
  }
  // Window and core are asked for anew each time: they come, and go, later than this.
  const shell = Object.defineProperties(Object.assign(standIn, parts), {
    window: { get: () => present(standIn.windows[0]) },
    core: { get: () => present(standIn.cores.at(-1)) },
  }) as Shell
  if (options.first === false) return shell
  standIn.becomeReady()
  await soon(() => { if (standIn.windows[0]?.visible !== true && standIn.app.exits.length === 0) throw new Error('no window yet') })
  return shell
}

/** Wait until it no longer throws. */
export function soon<T>(check: () => T): Promise<T> {
  return vi.waitFor(check, { timeout: 5_000, interval: 5 })
}

/** Libraries hook the process's signals and its end when they are loaded; each start of the shell loads them anew. */
function rememberSignals(): () => void {
  // Node's own list of signals, and the process's end.
  const names = [...Object.keys(constants.signals), 'exit'] as NodeJS.Signals[]
  const before = new Map(names.map((name) => [name, new Set(process.listeners(name))]))
  return () => {
    for (const [name, known] of before) {
      for (const listener of process.listeners(name)) {
        if (!known.has(listener)) process.removeListener(name, listener)
      }
    }
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there yet')
  return value
}

/** Cores that answer every call, and write and end when they are told to lock. */
function playCores(standIn: StandIn, told: ToCore[], answer: (name: string, input: unknown) => Reply<unknown>): void {
  const fork = standIn.module.utilityProcess.fork
  standIn.module.utilityProcess.fork = (file, args, given) => {
    const core = fork(file, args, given)
    core.on('received', (message: ToCore) => {
      told.push(message)
      if (message.type === 'call') {
        queueMicrotask(() => core.emit('message', { type: 'reply', seq: message.seq, reply: answer(message.name, message.input) }))
      }
      if (message.type === 'lock') {
        setTimeout(() => {
          core.emit('message', { type: 'locked', why: message.why })
          core.emit('exit', 0)
        }, 5)
      }
    })
    return core
  }
}

/** Run the bundled preload as a sandboxed one runs: with a `require` that knows `electron` only. */
function bridgeOf(standIn: StandIn): Bridge {
  type Listener = Parameters<Electron.IpcRenderer['on']>[1]
  const exposed: Record<string, unknown> = {}
  const listeners = new Map<string, Set<Listener>>()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => { exposed[name] = api },
    } satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>,
    ipcRenderer: {
      invoke: async (channel, ...args) => present(standIn.handled.get(channel))(senderOf(standIn), ...args) as unknown,
      send: (channel, ...args) => { standIn.ipcMain.emit(channel, senderOf(standIn), ...args) },
    } satisfies Pick<Electron.IpcRenderer, 'invoke' | 'send'>,
  }
  Object.assign(electron.ipcRenderer, {
    on: (channel: string, listener: Listener) => { listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)) },
    removeListener: (channel: string, listener: Listener) => { listeners.get(channel)?.delete(listener) },
  } satisfies Record<keyof Pick<Electron.IpcRenderer, 'on' | 'removeListener'>, unknown>)
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload has no ${name}`)
    return electron
  }
  const preload = vm.runInThisContext(`(function (require, module, exports) {${readFileSync(preloadFile, 'utf8')}\n})`, { filename: preloadFile }) as
    (require: (name: string) => unknown, module: object, exports: object) => void
  preload(require, {}, {})
  if (Object.keys(exposed).join() !== 'bridge') throw new Error('the preload exposes more than the bridge')
  // What the shell sends arrives in the page.
  standIn.appEvents.on('web-contents-created', (_event, contents: StandInWindow['webContents']) => {
    const send = contents.send.bind(contents)
    contents.send = (channel, ...args) => {
      send(channel, ...args)
      // Of Electron's event the preload may pass on nothing, so a stranger in its place would show.
      for (const listener of listeners.get(channel) ?? []) listener({ sender: 'must not reach the page' } as unknown as Electron.IpcRendererEvent, ...args)
    }
  })
  // The bundled preload was just checked against this type where it is written.
  return exposed['bridge'] as Bridge
}

type Sender = { sender?: unknown; frame?: { origin?: string; url?: string; sub?: boolean } | null }

/** An IPC event as Electron would hand it over: by default from the top frame of our own page. */
export function senderOf(standIn: StandIn, { sender, frame }: Sender = {}): Electron.IpcMainInvokeEvent {
  const contents = present(standIn.windows[0]).webContents
  const senderFrame = frame === null ? null
    : frame === undefined ? contents.mainFrame
    : frame.sub === true ? { origin: pageOrigin, url: `${pageOrigin}/`, parent: contents.mainFrame }
    : Object.assign(contents.mainFrame, frame)
  // Only what the check looks at is there.
  return { ...preventable(), sender: sender ?? contents, senderFrame } as unknown as Electron.IpcMainInvokeEvent
}
