/**
 * Opens the real app in a folder of its own, over either shell, and closes it.
 * A console error or a breach of the page's policy fails the test that met it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'playwright/test'
import type { BrowserContext, Page } from 'playwright/test'
import { findElectron } from '../../build/electron-binary.ts'
import { withVirtualScreen } from '../../build/screen.ts'
import type { ChromiumShellOptions } from '../../electron/host/chromium/shell.ts'
import type { Language } from '../../shared/language.ts'
import { copyBegun } from './begun-homes.ts'
import { openOnChromium } from './open-chromium.ts'
import { openOnElectron } from './open-electron.ts'
import { beginJournal, unlock } from './pages/first-start.ts'
import type { Beginning } from './pages/first-start.ts'

export type OpenOptions = {
  /** A home of an earlier run; a fresh one otherwise. */
  home?: string
  /** Open a journal that was begun so before, at Today. */
  begun?: Beginning
  now?: string
  colorScheme?: 'light' | 'dark'
  size?: { width: number; height: number }
  /** The computer's language, which a first start follows. */
  language?: Language
  /** Lock after so many milliseconds: Chromium only. */
  idleMs?: number
  /** Other pages than the built ones, and another core: for tests of the Chromium shell alone. */
  dist?: string
  fork?: NonNullable<ChromiumShellOptions['fork']>
  /** Give the passphrase what it costs on this machine, as outside of tests: Chromium only. */
  fullKeyCost?: boolean
  /** Another keychain than this computer's: Chromium only. */
  keychain?: NonNullable<ChromiumShellOptions['keychain']>
  /** This test means to bring about what otherwise fails it. */
  expectProblems?: boolean
}

export type OpenedApp = {
  readonly page: Page
  /** Preferences and the default vault are here. */
  readonly home: string
  readonly shell: 'chromium' | 'electron'
  /** The shell's own file window, once it opens: Chromium only. */
  dialog(): Promise<Page>
  /** Do `act`, and give the file dialog that it opens this path; null cancels. Existing files are replaced. */
  choosing(path: string | null, act: () => Promise<void>): Promise<void>
  /** Console errors and policy breaches so far. */
  readonly problems: string[]
  readonly closed: Promise<void>
  close(): Promise<void>
}

export type OpenApp = (options?: OpenOptions) => Promise<OpenedApp>

export function watchForProblems(context: BrowserContext, problems: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => { problems.push(`page: ${error.error().message}`) })
}

type Opened = { app: OpenedApp; expectProblems: boolean; made: string | null }

export const test = base.extend<{ openApp: OpenApp }, { display: void }>({
  // A screen of its own for each worker: real key presses go to one window, and no one else's window takes the focus.
  display: [async ({}, run) => {
    const before = { ...process.env }
    await withVirtualScreen(async (env) => {
      process.env = { ...env }
      await run()
    })
    process.env = before
  }, { scope: 'worker', auto: true }],

  openApp: async ({ display: _ }, run, testInfo) => {
    const electron = testInfo.project.name === 'electron'
    const binary = electron ? findElectron() : null
    testInfo.skip(electron && binary === null, 'Electron\'s binary is not on this machine')
    const opened: Opened[] = []
    await run(async (options = {}) => {
      const chromiumOnly = options.dist !== undefined || options.fork !== undefined || options.idleMs !== undefined || options.keychain !== undefined
      testInfo.skip(electron && chromiumOnly, 'this journey needs a setting that only the Chromium shell has')
      const made = options.home === undefined ? mkdtempSync(join(tmpdir(), 'mj-home-')) : null
      const home = options.home ?? made ?? ''
      const open = (options: OpenOptions, home: string) => binary === null ? openOnChromium(options, home) : openOnElectron(binary, options, home)
      const beginning = options.begun && { language: options.language ?? 'en', ...options.begun }
      if (beginning !== undefined) await copyBegun({ electron, now: options.now, ...beginning }, home, async (home) => {
        const app = await open({ language: beginning.language, ...(options.now !== undefined && { now: options.now }) }, home)
        await beginJournal(app.page, beginning)
        await app.close()
      })
      const app = await open(options, home)
      opened.push({ app, expectProblems: options.expectProblems === true, made })
      if (beginning !== undefined) await unlock(app.page, beginning.language)
      return app
    })
    const failed = testInfo.status !== testInfo.expectedStatus
    for (const [index, { app }] of opened.entries()) {
      if (failed) await app.page.screenshot({ path: testInfo.outputPath(`page-${index}.png`), timeout: 5_000 }).catch(() => undefined)
      await app.close()
    }
    for (const { made } of opened) if (made !== null) rmSync(made, { recursive: true, force: true })
    const problems = opened.flatMap(({ app, expectProblems }) => expectProblems ? [] : app.problems)
    if (problems.length > 0) throw new Error(`the page reported:\n${problems.join('\n')}`)
  },
})

export { expect } from 'playwright/test'
export type { Page } from 'playwright/test'
