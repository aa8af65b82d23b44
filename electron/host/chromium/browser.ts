/**
 * Starting the browser so that it keeps nothing and reaches nobody. The flags
 * were found by watching its files and its system calls; each is needed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext } from 'playwright-core'

const launchTimeoutMs = 15_000

/** Nothing leaves the machine, also not by WebRTC, QUIC or a name lookup. */
const noNetwork = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=socks5://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
]

export type BrowserOptions = {
  browser: string
  /** A private folder in memory: profile, caches, dumps. */
  folder: string
  headless: boolean
  size: { width: number; height: number }
  locale?: string
}

export type Protected = { sandbox: boolean; networkNamespace: boolean }

export type OpenedContext = Protected & { context: BrowserContext }

const isRoot = process.getuid?.() === 0

/** The app's window, in a context of its own that is off the record. */
export async function openWindow(options: BrowserOptions): Promise<OpenedContext> {
  return attempt(options, (launch) => chromium.launchPersistentContext(mkdtempSync(join(options.folder, 'profile-')), {
    ...launch,
    args: [
      ...launch.args,
      '--incognito',
      // Without it a yellow bar warns about the flags.
      '--test-type',
      // An app window with our address hangs at launch now and then; with this one it never did.
      '--app=data:text/html,x',
      '--overscroll-history-navigation=0',
      `--window-size=${options.size.width},${options.size.height}`,
    ],
    viewport: null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    // The person's own settings, not Playwright's defaults.
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
  }), (context, protections) => ({ context, ...protections }))
}

/** A second instance without a window, for printing. */
export async function openPrinter(options: Pick<BrowserOptions, 'browser' | 'folder'>): Promise<Browser> {
  return attempt({ ...options, headless: true, size: { width: 800, height: 1100 } },
    (launch) => chromium.launch(launch), (browser) => browser)
}

type Launch = {
  executablePath: string; args: string[]; env: Record<string, string>; headless: boolean; chromiumSandbox: boolean
  artifactsDir: string; timeout: number; handleSIGINT: false; handleSIGTERM: false; handleSIGHUP: false
}

async function attempt<T, R>(options: BrowserOptions, launch: (options: Launch) => Promise<T>, done: (opened: T, protections: Protected) => R): Promise<R> {
  const namespace = canUnshareNetwork()
  // One retry each: a start hangs now and then; and where no browser comes up
  // in the empty namespace, its own sandbox is worth more.
  const tries = namespace ? [true, true, false] : [false, false]
  let failure: unknown
  for (const networkNamespace of tries) {
    try {
      return done(await launch(launchOptions(options, networkNamespace)), { sandbox: !isRoot, networkNamespace })
    } catch (error) {
      failure = error
    }
  }
  throw new Error('the browser does not start', { cause: failure })
}

function launchOptions(options: BrowserOptions, networkNamespace: boolean): Launch {
  const wrapped = process.platform === 'linux'
  return {
    executablePath: wrapped ? fileURLToPath(new URL('start-browser.sh', import.meta.url)) : options.browser,
    args: [...noNetwork],
    env: {
      ...folderEnvironment(options.folder),
      ...(wrapped ? { MJ_BROWSER: options.browser, MJ_NETWORK: networkNamespace ? 'none' : 'dead' } : {}),
    },
    headless: options.headless,
    chromiumSandbox: !isRoot,
    artifactsDir: mkdtempSync(join(options.folder, 'artifacts-')),
    timeout: launchTimeoutMs,
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
  }
}

/** Whatever the browser or a library of its writes by itself goes into the folder in memory. */
function folderEnvironment(folder: string): Record<string, string> {
  const home = join(folder, 'home')
  const places = {
    TMPDIR: join(folder, 'tmp'), TEMP: join(folder, 'tmp'), TMP: join(folder, 'tmp'),
    XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache'), XDG_DATA_HOME: join(home, '.local', 'share'),
    BREAKPAD_DUMP_LOCATION: join(folder, 'dumps'),
  }
  for (const path of Object.values(places)) mkdirSync(path, { recursive: true, mode: 0o700 })
  const inherited = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'NODE_OPTIONS' || name.startsWith('MJ_') ? [] : [[name, value]]))
  return { ...inherited, ...places }
}

let unshares: boolean | undefined

function canUnshareNetwork(): boolean {
  unshares ??= process.platform === 'linux'
    && spawnSync('unshare', ['--user', '--map-current-user', '--net', '--', 'true'], { stdio: 'ignore' }).status === 0
  return unshares
}
