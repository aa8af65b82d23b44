/**
 * Opens the real app in a folder of its own, over either shell, and closes it.
 * A console error or a breach of the page's policy fails the test that met it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from 'playwright/test'
import type { BrowserContext, Page } from 'playwright/test'
import { openChromiumShell } from '../../electron/host/chromium/shell.ts'
import type { ChromiumShell, ChromiumShellOptions } from '../../electron/host/chromium/shell.ts'
import type { Language } from '../../shared/language.ts'
import { locales } from '../../shared/language.ts'

export type OpenOptions = {
  /** A home of an earlier run; a fresh one otherwise. */
  home?: string
  now?: string
  colorScheme?: 'light' | 'dark'
  size?: { width: number; height: number }
  /** The computer's language, which a first start follows. */
  language?: Language
  idleMs?: number
  /** Other pages than the built ones: for tests of the shell alone. */
  dist?: string
  fork?: NonNullable<ChromiumShellOptions['fork']>
  /** Messages that this test means to bring about. */
  expectProblems?: boolean
}

export type OpenedApp = {
  readonly page: Page
  readonly home: string
  readonly shell: 'chromium' | 'electron'
  /** The page of the shell's own file window, once it is there. Only the Chromium shell has one. */
  dialog(): Promise<Page>
  /** Console errors and policy breaches so far. */
  readonly problems: readonly string[]
  readonly closed: Promise<void>
  close(): Promise<void>
}

export type OpenApp = (options?: OpenOptions) => Promise<OpenedApp>

const dist = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))
const headless = process.env['MJ_HEADLESS'] === '1'

function watch(context: BrowserContext, problems: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => { problems.push(`page: ${error.error().message}`) })
}

async function openChromium(options: OpenOptions, home: string): Promise<{ app: OpenedApp; shell: ChromiumShell }> {
  const problems: string[] = []
  const shell = await openChromiumShell({
    home, headless, dist: options.dist ?? dist,
    size: options.size ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light', reducedMotion: true,
    locale: locales[options.language ?? 'en'],
    // The runner's types are those of the library the shell uses, under its other name.
    prepare: (context) => { watch(context as BrowserContext, problems) },
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
    ...(options.fork === undefined ? {} : { fork: options.fork }),
  })
  const app: OpenedApp = {
    get page() { return shell.page as Page },
    home, shell: 'chromium', problems,
    dialog: async () => await shell.dialog() as Page,
    closed: shell.closed,
    close: () => shell.close(),
  }
  return { app, shell }
}

export const test = base.extend<{ openApp: OpenApp }>({
  openApp: async ({}, run, testInfo) => {
    const opened: Array<{ app: OpenedApp; expectProblems: boolean; made: string | null }> = []
    await run(async (options = {}) => {
      const made = options.home === undefined ? mkdtempSync(join(tmpdir(), 'mj-home-')) : null
      const { app } = await openChromium(options, options.home ?? made ?? '')
      opened.push({ app, expectProblems: options.expectProblems === true, made })
      return app
    })
    for (const [index, { app }] of opened.entries()) {
      if (testInfo.status !== testInfo.expectedStatus) {
        const path = testInfo.outputPath(`page-${index}.png`)
        await app.page.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
      }
      await app.close()
    }
    for (const { made } of opened) if (made !== null) rmSync(made, { recursive: true, force: true })
    const problems = opened.flatMap(({ app, expectProblems }) => expectProblems ? [] : app.problems)
    if (problems.length > 0) throw new Error(`the page reported:\n${problems.join('\n')}`)
  },
})

export { expect } from 'playwright/test'
export type { Page } from 'playwright/test'
