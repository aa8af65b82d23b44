/**
 * The Chromium shell: the machine's own Chromium, Chrome or Edge as the app's
 * window, driven over a pipe. Opens, replaces and closes the window; everything
 * the journal does happens in the core that the supervisor keeps.
 */
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { AppEvent } from '../../../shared/events.ts'
import { ownClipboard } from '../clipboard.ts'
import { forbidCoreFiles } from '../core-files.ts'
import { preferenceFolder, ensureOwnFolder, makePrivateFolder, removePrivateFolder } from '../folders.ts'
import { readPageFiles } from '../page-files.ts'
import { superviseCore } from '../supervisor.ts'
import type { CoreProcess } from '../supervisor.ts'
import type { CoreOptions } from '../../core-messages.ts'
import type { Keychain } from '../host.ts'
import { deliver, installBridges } from './bridge.ts'
import type { BridgeEnds } from './bridge.ts'
import { openWindow } from './browser.ts'
import type { OpenedContext } from './browser.ts'
import { takeFromClipboard } from './clipboard.ts'
import { forkCore } from './core-process.ts'
import { fileDialog } from './dialog.ts'
import type { FileDialog } from './dialog.ts'
import { chromiumHost } from './host.ts'
import { findBrowser } from './find-browser.ts'
import { systemKeychain } from './keychain.ts'
import { appAddress, appOrigin, blankAddress } from './origins.ts'
import { openPreferences } from './preferences.ts'
import { answerFromMemory } from './routes.ts'
import { hearSystem } from './system-signals.ts'

export type ChromiumShellOptions = {
  /** Holds the preferences and the default vault; null for the person's own. */
  home: string | null
  /** `dist/renderer`. */
  dist: string
  /** A fixed clock, as an instant, for core and page. */
  now?: string | null
  headless?: boolean
  size?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  reducedMotion?: boolean
  /** The page's locale, where it must not be the computer's. */
  locale?: string
  /** Instead of the minutes in the preferences. */
  idleMs?: number
  /** Node 24, where this process is not it. */
  node?: string
  /** False hears no bus: for tests of something else. */
  signals?: boolean
  /** Another core: for tests of the shell alone. */
  fork?: (options: CoreOptions) => CoreProcess
  /** Another keychain than the system's: for tests. */
  keychain?: Keychain
  /** Called for each new window before its page loads. */
  prepare?: (context: BrowserContext) => Promise<void> | void
}

export type ChromiumShell = {
  /** The page that shows the journal now: another one after the window had to be opened anew. */
  readonly page: Page
  /** The page of the file window that is open or opens next. */
  dialog(): Promise<Page>
  /** The first answer of the core is on the screen. */
  readonly painted: Promise<void>
  /** Every process has ended and the private folder is gone. */
  readonly closed: Promise<void>
  /** Flush, lock, end everything. */
  close(): Promise<void>
}

export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError'
}

const sightMs = 5_000
/** A busy page answers late, and its words with it; one that hangs keeps no lock waiting for longer. */
const handOverMs = 1_000

type Window = OpenedContext & { page: Page; dialog: FileDialog }

export async function openChromiumShell(options: ChromiumShellOptions): Promise<ChromiumShell> {
  const browser = findBrowser()
  if (browser === null) throw new NoBrowserError('no Chromium, Chrome or Edge on this machine')
  const files = readPageFiles(options.dist)
  const preferences = openPreferences(ensureOwnFolder(preferenceFolder(options.home)))
  const now = options.now ?? null
  const noCoreFiles = forbidCoreFiles()
  const folder = makePrivateFolder()

  const { promise: closed, resolve: end } = Promise.withResolvers<void>()
  const { promise: painted, resolve: paint } = Promise.withResolvers<void>()
  let window: Window | null = null
  let closing: Promise<void> | null = null
  let leaving = false
  let askedToClose = false
  const printing = new Set<Browser>()
  const clipboard = ownClipboard(async (mark) => { if (window !== null) await takeFromClipboard(window.page, mark) })
  const system = options.signals === false ? { hears: false, stop: () => undefined } : hearSystem((why) => { void supervisor.signal(why) })

  const host = chromiumHost({
    home: options.home, browser, folder, now, preferences, printing, noCoreFiles,
    hearsScreenLock: () => system.hears,
    dialog: () => current().dialog,
    keychain: options.keychain ?? systemKeychain(options.node),
    protected: () => window ?? { sandbox: false, networkNamespace: false },
    preferencesChanged: () => undefined,
  })
  const supervisor = superviseCore({
    fork: options.fork ?? ((core) => forkCore(core, options.node)),
    host, replacePage, now, runId: randomUUID(),
    closeWindow: () => { void close() },
    onEvent: (event: AppEvent) => { if (window !== null) void deliver(window.page, event) },
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
  })

  function current(): Window {
    if (window === null) throw new Error('the window is not open')
    return window
  }

  async function open(): Promise<Window> {
    const opened = await openWindow({
      browser: browser ?? '', folder, headless: options.headless ?? false,
      size: options.size ?? preferences.get().window,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    })
    const { context } = opened
    const page = context.pages()[0] ?? await context.newPage()
    const dialog = fileDialog(() => (page.isClosed() ? null : page))
    const made: Window = { ...opened, page, dialog }
    // Side by side: one after the other, each would be a round trip before the first paint.
    await Promise.all([
      emulate(page),
      now === null ? undefined : context.clock.setFixedTime(now),
      answerFromMemory(context, files),
      // Everything is denied but writing to the clipboard, which a click asks for.
      context.grantPermissions(['clipboard-write'], { origin: appOrigin }),
      installBridges(context, ends(page, dialog)),
    ])
    await options.prepare?.(context)
    guard(made)
    return made
  }

  function ends(page: Page, dialog: FileDialog): BridgeEnds {
    return {
      appPage: () => (page.isClosed() ? null : page),
      dialogPage: () => dialog.openPage(),
      async call(name, input) {
        const reply = await supervisor.call(name, input)
        paint()
        return reply
      },
      active: () => { supervisor.active() },
      copied: (mark) => { clipboard.copied(mark) },
      resized: (width, height) => { if (options.size === undefined) keepSize(width, height) },
      dialog: (request) => dialog.answer(request),
    }
  }

  async function emulate(page: Page): Promise<void> {
    if (options.colorScheme === undefined && options.reducedMotion === undefined) return
    await page.emulateMedia({ colorScheme: options.colorScheme ?? null, reducedMotion: options.reducedMotion === true ? 'reduce' : null })
  }

  /** No page that we did not open stays; ours stays where it is. */
  function guard({ context, page, dialog }: Window): void {
    context.on('page', (other) => {
      if (other === page) return
      if (dialog.claim(other)) void emulate(other).catch(() => undefined)
      else void other.close().catch(() => undefined)
    })
    // Nothing asks by a browser's own box, and nothing keeps a page that a lock replaces.
    page.on('dialog', (box) => { void (box.type() === 'beforeunload' && mayLeave(page) ? box.accept() : box.dismiss()).catch(() => undefined) })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url() !== appAddress && !(leaving && frame.url() === blankAddress)) void show(page).catch(() => undefined)
    })
    page.on('close', () => { if (window?.page === page) void close() })
    context.on('close', () => { if (window?.context === context) void close() })
    page.on('crash', () => { void afterCrash(page) })
  }

  /** The page asks to be kept while words cannot be saved: once, and only the person who closes the window is asked. */
  function mayLeave(page: Page): boolean {
    if (leaving || closing !== null || askedToClose) return true
    askedToClose = true
    void deliver(page, { name: 'window.closing', data: {} })
    return false
  }

  /** A crashed page cannot be loaded again: the window is opened anew, locked if it was open. */
  async function afterCrash(page: Page): Promise<void> {
    if (window?.page !== page || closing !== null) return
    await supervisor.lock('fault')
    if (window?.page === page) await replaceWindow()
  }

  async function replaceWindow(): Promise<void> {
    const last = window
    const next = await open()
    // Before the old one closes: the window that shows the journal is what a close is measured by.
    window = next
    await last?.context.close().catch(() => undefined)
    await show(next.page)
  }

  async function replacePage(): Promise<void> {
    if (window === null || closing !== null || leaving) return
    const { page, dialog } = window
    leaving = true
    askedToClose = false
    try {
      for (const browser of printing) void browser.close().catch(() => undefined)
      await Promise.all([dialog.close(), handOver(page)])
      // Another site: the process that held the words ends with its page.
      await page.goto(blankAddress, { waitUntil: 'domcontentloaded' })
      await clipboard.clear()
    } finally {
      leaving = false
      await show(page)
    }
  }

  function keepSize(width: number, height: number): void {
    if (width >= 480 && height >= 480) preferences.set({ window: { width: Math.round(width), height: Math.round(height) } })
  }

  /** A page that a driver holds is never told that it is out of sight: its window is asked. */
  function watchSight(): void {
    let asking = false
    const timer = setInterval(() => {
      if (window === null || asking || closing !== null) return
      asking = true
      void isMinimized(window.page).then((minimized) => { supervisor.hidden(minimized) }).catch(() => undefined).finally(() => { asking = false })
    }, sightMs).unref()
    void closed.then(() => { clearInterval(timer) })
  }

  async function close(): Promise<void> {
    closing ??= (async () => {
      system.stop()
      if (window !== null && !window.page.isClosed()) await Promise.all([handOver(window.page), within(clipboard.clear())])
      await supervisor.stop()
      await window?.context.close().catch(() => undefined)
      removePrivateFolder(folder)
      end()
    })()
    return closing
  }

  try {
    window = await open()
    await show(window.page)
    watchSight()
  } catch (error) {
    await close()
    throw error
  }

  return {
    get page() { return current().page },
    dialog: () => current().dialog.page(),
    painted: painted.then(() => window === null ? undefined : drawn(window.page)),
    closed,
    close,
  }
}

/** What the page has not told yet reaches the supervisor before this is done, or the page is past telling. */
async function handOver(page: Page): Promise<void> {
  // Twice: a key that was pressed before the lock may still have been on its way to the page.
  await within(deliver(page, { name: 'page.leaving', data: {} }).then(() => deliver(page, { name: 'page.leaving', data: {} })))
}

async function within(work: Promise<unknown>): Promise<void> {
  await Promise.race([work, new Promise((resolve) => { setTimeout(resolve, handOverMs) })])
}

async function isMinimized(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page)
  try {
    return (await session.send('Browser.getWindowForTarget')).bounds.windowState === 'minimized'
  } finally {
    await session.detach()
  }
}

/** Two frames after the first answer reached the page, it has been drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((done) => {
    // The global object of a page, which Node's types do not know.
    const { requestAnimationFrame } = globalThis as unknown as { requestAnimationFrame(then: () => void): void }
    requestAnimationFrame(() => { requestAnimationFrame(() => { done() }) })
  })).catch(() => undefined)
}

/** Load a fresh document, and leave no way back to the one before. */
async function show(page: Page): Promise<void> {
  await page.goto(appAddress, { waitUntil: 'domcontentloaded' })
  const session = await page.context().newCDPSession(page)
  await session.send('Page.resetNavigationHistory')
  await session.detach()
}
