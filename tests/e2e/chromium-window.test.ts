import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { openWindow } from '../../electron/host/chromium/browser.ts'
import { findBrowser } from '../../electron/host/chromium/find-browser.ts'
import { fakeCores } from '../helpers/fake-core.ts'
import { descendants, listeningPorts, privateFoldersOf } from '../helpers/process-tree.ts'
import { countWindows, focusWindow, pressKey } from '../helpers/real-keys.ts'
import { expect, test } from './open-app.ts'
import type { OpenApp, Page } from './open-app.ts'

const dist = fileURLToPath(new URL('../fixtures/shell-page/', import.meta.url))
const away = 'https://198.51.100.7/'

async function openBare(openApp: OpenApp, options: Parameters<OpenApp>[0] = {}) {
  const cores = fakeCores()
  const app = await openApp({ dist, fork: cores.fork, ...options })
  await expect(app.page.locator('#status')).toHaveText('{"ok":true,"value":null}')
  return { app, page: app.page, cores }
}

/** What the browser's own back button would find. */
async function historyLength(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  return (await session.send('Page.getNavigationHistory')).entries.length
}

test('the app is a window of its own, in a secure context, without an address bar', async ({ openApp }) => {
  const { page } = await openBare(openApp)

  const seen = await page.evaluate(() => ({
    standalone: window.matchMedia('(display-mode: standalone)').matches, secure: window.isSecureContext, width: window.outerWidth,
  }))

  expect(seen).toEqual({ standalone: true, secure: true, width: 1280 })
})

test('the page has the bridge and nothing of Node or of the shell', async ({ openApp }) => {
  const { page } = await openBare(openApp)

  const seen = await page.evaluate(() => ({
    node: ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in window),
    shell: Object.getOwnPropertyNames(window).filter((name) => /^mj/.test(name)),
    bridge: Object.keys(window.bridge).sort(),
    frozen: Object.isFrozen(window.bridge),
    dialog: 'dialogBridge' in window,
  }))

  expect(seen).toEqual({ node: [], shell: ['mjDeliver'], bridge: ['active', 'call', 'copied', 'onEvent'], frozen: true, dialog: false })
})

test('what a script that got into the page might try, all fails', async ({ openApp }) => {
  test.setTimeout(120_000)
  const { page, app } = await openBare(openApp, { expectProblems: true })
  const requests: string[] = []
  page.context().on('requestfinished', (request) => requests.push(request.url()))

  const succeeded = await page.evaluate((address) => window.tryEverything(address), away)

  expect(succeeded).toEqual([])
  expect(requests.filter((url) => !url.startsWith('https://mentoring-journal.invalid/'))).toEqual([])
  expect(page.context().pages()).toHaveLength(1)
  expect(app.problems.length).toBeGreaterThan(10)
})

test('the same attempts succeed in a page that nothing guards', async () => {
  test.setTimeout(120_000)
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', chromiumSandbox: process.getuid?.() !== 0 })
  const context = await browser.newContext()
  const bodies: Record<string, [string, string]> = {
    html: ['text/html', '<script>parent.postMessage("mark","*")</script>'], js: ['text/javascript', ''], css: ['text/css', ''],
    svg: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
  }
  await context.route(() => true, (route) => {
    const [contentType, body] = bodies[new URL(route.request().url()).pathname.split('.').at(-1) ?? ''] ?? ['text/event-stream', ': hello\n\n']
    return route.fulfill({ contentType, body, headers: { 'access-control-allow-origin': '*' } })
  })
  await context.routeWebSocket(() => true, () => undefined)
  const page = await context.newPage()
  await page.goto('https://unguarded.invalid/index.html')
  await page.addScriptTag({ content: readFileSync(`${dist}hostile.js`, 'utf8'), type: 'module' })

  const succeeded = await page.evaluate((address) => window.tryEverything(address), away)
  const all = await page.evaluate(() => window.wayNames)
  await browser.close()

  // Three depend on the machine or on a person's consent, in any page.
  const unsure = ['reading the clipboard', 'notifications', 'service worker']
  expect(all.filter((name) => !succeeded.includes(name) && !unsure.includes(name))).toEqual([])
})

for (const address of ['about:blank', 'data:text/html,away', 'https://198.51.100.7/', 'https://dialog.mentoring-journal.invalid/', 'javascript:document.write(1)']) {
  test(`the page cannot be led away to ${address}`, async ({ openApp }) => {
    const { page } = await openBare(openApp, { expectProblems: true })

    await page.evaluate((to) => { setTimeout(() => { window.location.href = to }, 0) }, address)
    await page.waitForTimeout(500)

    await expect(page.locator('#status')).toHaveText('{"ok":true,"value":null}')
    expect(page.url()).toBe('https://mentoring-journal.invalid/')
    await expect.poll(() => historyLength(page)).toBe(1)
  })
}

const browserKeys = [
  'ctrl+n', 'ctrl+t', 'ctrl+w', 'ctrl+shift+n', 'ctrl+shift+w', 'F5', 'ctrl+r', 'ctrl+shift+r', 'F12', 'ctrl+shift+i', 'ctrl+shift+j',
  'ctrl+u', 'ctrl+s', 'ctrl+o', 'ctrl+p', 'ctrl+f', 'ctrl+g', 'F3', 'F1', 'F6', 'F7', 'ctrl+j', 'ctrl+h', 'ctrl+d', 'ctrl+l', 'ctrl+k', 'ctrl+e',
  'alt+Left', 'alt+Right', 'alt+Home', 'ctrl+1', 'ctrl+comma', 'ctrl+shift+k', 'ctrl+shift+d', 'ctrl+shift+m', 'ctrl+shift+h', 'ctrl+shift+Delete',
]

test('keys that a browser would act on reach the page and do nothing else', async ({ openApp }) => {
  const { page } = await openBare(openApp)
  await page.evaluate(() => { window.sameDocument = true })
  await focusWindow()
  await page.locator('h1').click()
  const windows = await countWindows()

  for (const keys of browserKeys) {
    const before = await page.locator('#keys li').count()
    await pressKey(keys)
    await expect(page.locator('#keys li'), `${keys} reaches the page`).toHaveCount(before + 1)
  }
  await page.waitForTimeout(500)

  expect(await page.evaluate(() => window.sameDocument)).toBe(true)
  expect(page.context().pages()).toHaveLength(1)
  expect(await countWindows()).toBe(windows)
})

test('the same keys act in a window that nothing guards', async () => {
  const folder = mkdtempSync('/dev/shm/mj-control-')
  const { context } = await openWindow({ browser: findBrowser() ?? '', folder, headless: false, size: { width: 800, height: 600 } })
  const page = context.pages()[0] ?? await context.newPage()
  await context.route(() => true, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Mentoring Journal</title><h1>x</h1>' }))
  await page.goto('https://unguarded.invalid/')
  await page.evaluate(() => { window.sameDocument = true })
  await focusWindow()
  await page.locator('h1').click()

  await pressKey('F5')
  await page.waitForFunction(() => window.sameDocument === undefined)
  const opened = context.waitForEvent('page')
  await pressKey('ctrl+n')
  await opened

  expect(context.pages().length).toBeGreaterThan(1)
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a page that wants to stay is replaced by a lock all the same', async ({ openApp }) => {
  const { page } = await openBare(openApp)
  await page.locator('h1').click()
  await page.evaluate(() => {
    window.secret = 'what was written'
    window.addEventListener('beforeunload', (event) => { event.preventDefault() })
    return window.bridge.call('vault.unlock', { passphrase: 'x' })
  })

  await page.evaluate(() => { void window.bridge.call('vault.lock', undefined) })

  await page.waitForFunction(() => window.secret === undefined && window.events.length === 1)
})

test('keys that write and edit do what they always do', async ({ openApp }) => {
  const { page } = await openBare(openApp)
  const field = page.getByLabel('Text')
  await focusWindow()
  await field.click()

  for (const keys of ['h', 'e', 'y', 'ctrl+a', 'ctrl+c', 'End', 'ctrl+v', 'ctrl+Left', 'minus']) await pressKey(keys)

  await expect(field).toHaveValue('-heyhey')
})

test('nothing of ours listens on the network', async ({ openApp }) => {
  await openBare(openApp)

  const pids = [process.pid, ...descendants(process.pid)]

  expect(pids.length).toBeGreaterThan(3)
  expect(listeningPorts(pids)).toEqual([])
})

test('closing the window flushes, locks and leaves no process and no folder', async ({ openApp }) => {
  let flushed = false
  const cores = fakeCores({ beforeLocked: async () => { flushed = true } })
  const before = descendants(process.pid)
  const app = await openApp({ dist, fork: cores.fork })
  await app.page.evaluate(() => window.bridge.call('vault.unlock', { passphrase: 'x' }))
  expect(privateFoldersOf(process.pid)).toHaveLength(1)

  await app.page.close()
  await app.closed

  expect(flushed).toBe(true)
  expect(cores.latest.alive).toBe(false)
  expect(privateFoldersOf(process.pid)).toEqual([])
  // The browser's own children end a moment after it.
  await expect.poll(() => descendants(process.pid).filter((pid) => !before.includes(pid))).toEqual([])
})

test('a lock puts a fresh page and a fresh core in place, and says why', async ({ openApp }) => {
  const { page, cores } = await openBare(openApp)
  await page.evaluate(() => {
    window.secret = 'what was written'
    return window.bridge.call('vault.unlock', { passphrase: 'x' })
  })
  const first = cores.latest

  await page.evaluate(() => { void window.bridge.call('vault.lock', undefined) })
  await page.waitForFunction(() => window.secret === undefined && window.events.length === 1)

  expect(await page.evaluate(() => window.events)).toEqual([{ name: 'vault.locked', data: { why: 'asked' } }])
  expect(first.alive).toBe(false)
  expect(cores.all).toHaveLength(2)
  expect(cores.latest.options).toMatchObject({ openedBefore: true, lockedAt: expect.any(String) })
})

test('an open vault locks when nobody touches anything, after a warning that a key puts off', async ({ openApp }) => {
  const { page } = await openBare(openApp, { idleMs: 4_000 })
  await page.evaluate(() => window.bridge.call('vault.unlock', { passphrase: 'x' }))

  await page.waitForFunction(() => window.events.some(({ name }) => name === 'vault.locking'))
  await page.evaluate(() => { window.bridge.active() })
  await page.waitForFunction(() => window.events.some(({ name }) => name === 'vault.staying'))
  await page.waitForFunction(() => window.events.length === 1 && window.events[0]?.name === 'vault.locked')

  expect(await page.evaluate(() => window.events[0])).toEqual({ name: 'vault.locked', data: { why: 'idle' } })
})

test('a core that dies costs no more than a lock', async ({ openApp }) => {
  const { page, cores } = await openBare(openApp)
  await page.evaluate(() => window.bridge.call('vault.unlock', { passphrase: 'x' }))

  cores.latest.crash()
  await page.waitForFunction(() => window.events[0]?.name === 'vault.locked')

  expect(await page.evaluate(() => window.events[0])).toEqual({ name: 'vault.locked', data: { why: 'fault' } })
  expect(await page.evaluate(() => window.bridge.call('vault.status', undefined))).toEqual({ ok: true, value: null })
})

test('a page that dies gets a new window, locked', async ({ openApp }) => {
  const { app, page, cores } = await openBare(openApp, { expectProblems: true })
  await page.evaluate(() => window.bridge.call('vault.unlock', { passphrase: 'x' }))
  const first = cores.latest

  await page.goto('chrome://crash').catch(() => undefined)
  await expect.poll(() => app.page !== page).toBe(true)

  await expect(app.page.locator('#status')).toHaveText('{"ok":true,"value":null}')
  expect(first.alive).toBe(false)
})

