import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright/test'
import { forkCore } from '../../electron/host/chromium/core-process.ts'
import { openChromiumShell } from '../../electron/host/chromium/shell.ts'
import { locales } from '../../shared/locales.ts'
import { watchForProblems } from './open-app.ts'
import type { OpenedApp, OpenOptions } from './open-app.ts'
import { fileWindow } from './pages/file-window.ts'

const dist = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))

export async function openOnChromium(options: OpenOptions, home: string): Promise<OpenedApp> {
  const problems: string[] = []
  const shell = await openChromiumShell({
    home, dist: options.dist ?? dist,
    headless: process.env['MJ_HEADLESS'] === '1',
    size: options.size ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light', reducedMotion: true,
    locale: locales[options.language ?? 'en'],
    // The runner's types are those of the library the shell uses, under its other name.
    prepare: (context) => { watchForProblems(context as BrowserContext, problems) },
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
    ...(options.keychain === undefined ? {} : { keychain: options.keychain }),
    // A second's worth of key derivation at each start and unlock would be most of a journey's time.
    fork: options.fork ?? ((core) => forkCore({ ...core, calibrate: options.fullKeyCost === true })),
  })
  const dialog = async () => await shell.dialog() as Page
  return {
    get page() { return shell.page as Page },
    home, shell: 'chromium', problems, dialog,
    async choosing(path, act) {
      const [page] = await Promise.all([dialog(), act()])
      const files = fileWindow(page)
      const closed = page.waitForEvent('close')
      await files.list.waitFor()
      if (path === null) await page.keyboard.press('Escape')
      else {
        const named = await files.name.count() > 0
        await files.goTo(dirname(path))
        if (named) await files.name.fill(basename(path))
        else await files.list.getByRole('option').filter({ has: page.getByText(basename(path), { exact: true }) }).click()
        await files.accept()
        const replace = page.getByRole('dialog').getByRole('button').last()
        await Promise.race([closed, replace.click().catch(() => undefined)])
      }
      await closed
    },
    closed: shell.closed,
    close: () => shell.close(),
  }
}
