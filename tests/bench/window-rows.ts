/** What a person sees: the start, the unlock, each screen, each key; in the real window. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { chanceFrom, fillWithSample } from '../../build/sample-items.ts'
import { openWindow } from '../../electron/host/chromium/browser.ts'
import { findBrowser } from '../../electron/host/chromium/find-browser.ts'
import { openPreferences } from '../../electron/host/chromium/preferences.ts'
import { openChromiumShell } from '../../electron/host/chromium/shell.ts'
import type { ChromiumShell } from '../../electron/host/chromium/shell.ts'
import { ensureOwnFolder, makePrivateFolder, preferenceFolder, removePrivateFolder } from '../../electron/host/folders.ts'
import { floorCost } from '../../electron/vault/calibrate.ts'
import { closeVault, createVault } from '../../electron/vault/vault.ts'
import { nativeArgon2 } from '../../electron/vault/argon2.ts'
import { descendants } from '../helpers/process-tree.ts'
import { ownMegabytes } from './core-rows.ts'
import { atMost, row, runs, single, sizeLabel, summary, takeTurns, timed } from './measure.ts'
import type { BenchRow } from './measure.ts'

const passphrase = 'the bench opens this vault'
const window = { width: 1280, height: 800 }

type Place = { home: string; dist: string }

export async function windowRows(dist: string, size: number, say: (text: string) => void): Promise<BenchRow[]> {
  const full = await homeWith(size)
  const empty = await homeWith(0)
  try {
    const rows: BenchRow[] = []
    say('window: start')
    rows.push(...await startRows({ home: full, dist }), ...sizeRows(dist))
    say('window: unlock')
    rows.push(await unlockRow({ home: full, dist }, size))
    say('window: screens and keys')
    rows.push(...await openRows({ home: full, dist }, { home: empty, dist }, size))
    say('window: memory')
    rows.push(await memoryRow({ home: full, dist }, size))
    return rows
  } finally {
    rmSync(full, { recursive: true, force: true })
    rmSync(empty, { recursive: true, force: true })
  }
}

/** A home whose vault holds this many items; the least key cost, since the derivation is measured elsewhere. */
async function homeWith(size: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'mj-bench-window-'))
  const folder = join(home, 'Journal.mjournal')
  const { opened } = await createVault(folder, passphrase, floorCost, new Date())
  // One entry's worth at least: a vault without a space asks who it is for.
  fillWithSample(opened.db, Math.max(1, size), 'en', chanceFrom(23))
  closeVault(opened)
  openPreferences(ensureOwnFolder(preferenceFolder(home))).set({ vaultFolder: folder, language: 'en' })
  return home
}

const openShell = ({ home, dist }: Place) => openChromiumShell({ home, dist, size: window, locale: 'en-GB', reducedMotion: true })

async function startRows(place: Place): Promise<BenchRow[]> {
  const { ours, empty } = await takeTurns({
    async ours() {
      const before = performance.now()
      const shell = await openShell(place)
      await shell.painted
      const taken = performance.now() - before
      await shell.close()
      return taken
    },
    async empty() {
      const folder = makePrivateFolder()
      const before = performance.now()
      const { context } = await openWindow({ browser: findBrowser() ?? '', folder, headless: false, size: window })
      const page = context.pages()[0] ?? await context.newPage()
      await nextFrame(page)
      const taken = performance.now() - before
      await context.close()
      removePrivateFolder(folder)
      return taken
    },
  }, 1)
  return [row('start', 'start to the painted lock screen, against an empty window', ours, empty, 'median <= 1.4 x limit', atMost(1.4))]
}

/** What the page weighs, as it would travel. */
function sizeRows(dist: string): BenchRow[] {
  const assets = join(dist, 'assets')
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const weigh = (names: readonly string[]) => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length / 1024, 0)
  // The sentences of each language are texts, not code: `nl-….js`, and `path-nl-….js` where a place has its own.
  const scripts = readdirSync(assets).filter((name) => (name.endsWith('.js') || name.endsWith('.css')) && !/^(?:[a-z-]+-)?(?:en|nl|id)-[\w-]{8}\.js$/.test(name))
  const first = scripts.filter((name) => html.includes(name))
  return [
    row('size-lock', 'code of the lock screen, compressed', single(weigh(first)), single(120), '<= 120 KB', atMost(1), 'KB'),
    row('size-page', 'code of the whole page, compressed', single(weigh(scripts)), single(500), '<= 500 KB', atMost(1), 'KB'),
  ]
}

async function unlockRow(place: Place, size: number): Promise<BenchRow> {
  const argon2 = await nativeArgon2()
  const { ours, bare } = await takeTurns({
    async ours() {
      const shell = await openShell(place)
      await shell.painted
      const taken = await unlock(shell)
      await shell.close()
      return taken
    },
    bare: () => timed(() => argon2(new TextEncoder().encode(passphrase), new Uint8Array(16), floorCost)),
  }, 1)
  return row(`unlock-painted-${sizeLabel(size)}`, `Enter to the painted Today, ${size} items, against the bare key derivation`, ours, bare, 'median <= limit + 50 ms', atMost(1, 50))
}

async function unlock(shell: ChromiumShell): Promise<number> {
  await shell.page.getByRole('textbox').first().fill(passphrase)
  return paintedAfter(shell.page, 'Enter', '#sheet h1')
}

const places = ['Control+2', 'Control+3', 'Control+4', 'Control+5', 'Control+7', 'Control+,', 'Control+1']

async function openRows(full: Place, empty: Place, size: number): Promise<BenchRow[]> {
  const shells = { full: await openShell(full), empty: await openShell(empty) }
  try {
    const taken: Record<keyof typeof shells, number[][]> = { full: [], empty: [] }
    for (const shell of Object.values(shells)) await unlock(shell)
    for (let run = 0; run <= runs; run++) {
      for (const name of ['full', 'empty'] as const) {
        const times: number[] = []
        for (const key of places) times.push(await goTo(shells[name].page, key))
        // The first round loads each screen's code.
        if (run > 0) taken[name].push(times)
      }
    }
    const [ours, limit] = [summary(taken.full), summary(taken.empty)]
    const screens = row(`screens-${sizeLabel(size)}`, `key to painted screen, ${size} items, against an empty vault`, ours, limit,
      'p95 <= 100 ms, median <= 1.2 x limit', (a, b) => a.p95 <= 100 && a.median <= 1.2 * b.median)
    return [screens, ...await keyRows(shells.empty.page)]
  } finally {
    await Promise.all(Object.values(shells).map((shell) => shell.close()))
  }
}

/** Browser and core after a walk through all places, against an empty window of the same browser; one after the other, since they share pages. */
async function memoryRow(place: Place, size: number): Promise<BenchRow> {
  const folder = makePrivateFolder()
  const { context } = await openWindow({ browser: findBrowser() ?? '', folder, headless: false, size: window })
  await nextFrame(context.pages()[0] ?? await context.newPage())
  const bare = belowUs()
  await context.close()
  removePrivateFolder(folder)
  const shell = await openShell(place)
  await unlock(shell)
  for (const key of places) await goTo(shell.page, key)
  const whole = belowUs()
  await shell.close()
  return row(`memory-app-${sizeLabel(size)}`, `browser and core, ${size} items, against an empty window`, single(whole), single(bare), 'median <= 1.3 x limit', atMost(1.3), 'MB')
}

const belowUs = () => descendants(process.pid).map(ownOrNone).reduce((sum, megabytes) => sum + megabytes, 0)

function ownOrNone(pid: number): number {
  try {
    return ownMegabytes(pid)
  } catch {
    return 0
  }
}

const goTo = (page: Page, key: string) => paintedAfter(page, key, '#sheet h1:not([data-bench])')

/** From a key to the frame in which this element is there; watched within the page, where nothing polls. */
async function paintedAfter(page: Page, key: string, css: string): Promise<number> {
  await page.evaluate(watchFor, css)
  await page.keyboard.press(key)
  // The global object of a page, which Node's types do not know.
  return page.evaluate(() => (globalThis as unknown as { benchPainted: Promise<number> }).benchPainted)
}

/** Runs in the page. Headings that are there already are marked as old. */
function watchFor(css: string): void {
  // The global object of a page, which Node's types do not know.
  const { document, performance: clock, requestAnimationFrame: frame, MutationObserver: Observer } = globalThis as unknown as {
    document: {
      querySelector(css: string): unknown
      querySelectorAll(css: string): Iterable<{ dataset: Record<string, string> }>
      addEventListener(name: string, listener: () => void, options: { capture: boolean; once: boolean }): void
    }
    performance: { now(): number }
    requestAnimationFrame(then: () => void): void
    MutationObserver: new (then: () => void) => { observe(node: unknown, options: object): void; disconnect(): void }
  }
  for (const heading of document.querySelectorAll('#sheet h1')) heading.dataset['bench'] = ''
  const painted = new Promise<number>((resolve) => {
    let pressed = 0
    document.addEventListener('keydown', () => { pressed = clock.now() }, { capture: true, once: true })
    const observer = new Observer(() => {
      if (document.querySelector(css) === null) return
      observer.disconnect()
      frame(() => { frame(() => { resolve(clock.now() - pressed) }) })
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
  Object.assign(globalThis, { benchPainted: painted })
}

const paragraph = 'Sari asked why I had not sent the budget. I said time, but it was fear. '.repeat(28)

/** From the key to the frame after it, in an entry of 2 KB with saving on, beside an empty editable on the same page. */
async function keyRows(page: Page): Promise<BenchRow[]> {
  await page.keyboard.press('Control+n')
  const entry = page.locator('#sheet [contenteditable=true]').first()
  await entry.waitFor()
  await entry.click()
  await page.keyboard.insertText(paragraph)
  await page.waitForTimeout(1500)
  await page.evaluate(installKeyClock)
  const taken: Record<'entry' | 'bare', number[][]> = { entry: [], bare: [] }
  for (let run = 0; run < runs; run++) {
    for (const where of run % 2 === 0 ? ['entry', 'bare'] as const : ['bare', 'entry'] as const) {
      await (where === 'entry' ? entry : page.locator('#bench-bare')).focus()
      taken[where].push(await typeAndClock(page))
    }
  }
  const [ours, limit] = [summary(taken.entry), summary(taken.bare)]
  return [row('key', 'key to painted frame in a 2 KB entry, against an empty editable', ours, limit, 'median and p95 <= 1.25 x limit',
    (a, b) => a.median <= 1.25 * b.median && a.p95 <= 1.25 * b.p95)]
}

/** Runs in the page. */
function installKeyClock(): void {
  // The global object of a page, which Node's types do not know.
  const { document, performance: clock, requestAnimationFrame: frame, MessageChannel: Channel } = globalThis as unknown as {
    document: { createElement(name: string): { contentEditable: string; id: string }; querySelector(css: string): { append(node: unknown): void } | null; addEventListener(name: string, listener: () => void, capture: boolean): void }
    performance: { now(): number }
    requestAnimationFrame(then: () => void): void
    MessageChannel: new () => { port1: { onmessage: (() => void) | null }; port2: { postMessage(value: unknown): void } }
  }
  const times: number[] = []
  Object.assign(globalThis, { benchTimes: times })
  const bare = document.createElement('div')
  bare.contentEditable = 'true'
  bare.id = 'bench-bare'
  document.querySelector('#sheet')?.append(bare)
  document.addEventListener('keydown', () => {
    const pressed = clock.now()
    frame(() => {
      const painted = new Channel()
      painted.port1.onmessage = () => { times.push(clock.now() - pressed) }
      painted.port2.postMessage(0)
    })
  }, true)
}

async function typeAndClock(page: Page): Promise<number[]> {
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('abcdefgh'[n % 8] ?? 'a')
    await page.waitForTimeout(60)
  }
  // The global object of a page, which Node's types do not know.
  return page.evaluate(() => (globalThis as unknown as { benchTimes: number[] }).benchTimes.splice(0))
}

/** Two frames on, what was asked for is on the screen. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((done) => {
    // The global object of a page, which Node's types do not know.
    const { requestAnimationFrame } = globalThis as unknown as { requestAnimationFrame(then: () => void): void }
    requestAnimationFrame(() => { requestAnimationFrame(() => { done() }) })
  }))
}
