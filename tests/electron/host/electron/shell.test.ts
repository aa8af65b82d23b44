/** The Electron shell's contract, held against the bundled files themselves. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { confinementCases } from './confinement-cases.ts'
import { journalSession, page } from './expected.ts'
import { countFunctions } from './functions-run.ts'
import { lockCases } from './lock-cases.ts'
import { portCases } from './port-cases.ts'
import { buildShell, mainFile, senderOf, soon, startShell } from './run-shell.ts'
import type { Shell } from './run-shell.ts'
import { preventable } from './stand-in.ts'

const counter = countFunctions(mainFile)

beforeAll(async () => {
  await buildShell(['main', 'preload'])
  await counter.start()
})

const unlock = async (shell: Shell) => { await shell.bridge.call('vault.unlock', { passphrase: 'five quiet words' }) }
const lockMessages = (shell: Shell) => shell.told.filter((message) => message.type === 'lock')

describe('the window', () => {
  test('is sandboxed, isolated and without Node, dictionaries, plugins or developer tools', async () => {
    const shell = await startShell()

    expect(shell.app.sandbox).toBe(true)
    expect(shell.window.options.webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, spellcheck: false, plugins: false,
      navigateOnDragDrop: false, enableWebSQL: false, v8CacheOptions: 'none', devTools: false,
    })
    expect(shell.window.options.webPreferences?.preload).toMatch(/preload\.cjs$/)
    expect(shell.window.options.webPreferences?.session).toBe(journalSession(shell))
    expect(shell.windows).toHaveLength(1)
  })

  test('has no menu, a neutral title that stays, and content protection', async () => {
    const shell = await startShell()
    const renamed = preventable()
    shell.window.emit('page-title-updated', renamed, 'Talk with Sari')

    expect(shell.app.menu).toBeNull()
    expect(shell.window.options.title).toBe('Mentoring Journal')
    expect(renamed.prevented).toBe(true)
    expect(shell.window.protectedContent).toBe(true)
  })

  test('keeps the menu that macOS needs to copy and to quit', async () => {
    const shell = await startShell({ platform: 'darwin' })

    expect(JSON.stringify(shell.app.menu)).toMatch(/"quit".*"copy".*"paste"/)
    expect(JSON.stringify(shell.app.menu)).not.toMatch(/reload|toggleDevTools|viewMenu/)
  })

  test('opens in the colour of the theme and in the size it had', async () => {
    const home = tempFolder()
    const first = await startShell({ home, dark: true })
    first.window.bounds = { x: 5, y: 5, width: 900, height: 700 }
    first.window.emit('close', preventable())
    await soon(() => expect(first.app.quits).toBe(1))
    const second = await startShell({ home })

    expect(first.window.options.backgroundColor).toBe('#141311')
    expect(second.window.options.backgroundColor).toBe('#ECE8E0')
    expect(second.window.options).toMatchObject({ width: 900, height: 700 })
  })

  test('is zoomed by the keys that a menu would have had', async () => {
    const shell = await startShell({ platform: 'linux' })
    const press = (key: string, control: boolean) => {
      const event = preventable()
      shell.window.webContents.emit('before-input-event', event, { type: 'keyDown', key, control, meta: false, alt: false })
      return event.prevented
    }

    expect(press('=', true)).toBe(true)
    expect(press('+', true)).toBe(true)
    expect(shell.window.webContents.zoomLevel).toBe(2)
    expect(press('-', true)).toBe(true)
    expect(shell.window.webContents.zoomLevel).toBe(1)
    expect(press('0', true)).toBe(true)
    expect(shell.window.webContents.zoomLevel).toBe(0)
    expect(press('=', false)).toBe(false)
    expect(press('r', true)).toBe(false)
  })
})

describe('the bridge', () => {
  test('carries a call of our own page to the core and its reply back', async () => {
    const shell = await startShell({ answer: (name, input) => ({ ok: true, value: { name, input } }) })

    expect(await shell.bridge.call('item.get', 'some id')).toEqual({ ok: true, value: { name: 'item.get', input: 'some id' } })
    expect(shell.core.file).toMatch(/core\.js$/)
    expect(JSON.parse(shell.core.args[0] ?? '')).toMatchObject({ shell: 'electron', lockedAt: null, openedBefore: false, now: null })
    expect([...shell.handled.keys()]).toEqual(['call'])
    expect(shell.ipcMain.eventNames()).toEqual(['active', 'copied'])
  })

  test.each([
    ['a sub-frame', { frame: { sub: true } }],
    ['a frame that is gone', { frame: null }],
    ['another origin', { frame: { origin: 'https://example.org', url: 'https://example.org/' } }],
    ['an opaque origin', { frame: { origin: 'null', url: `${page}/` } }],
    ['the empty page', { frame: { origin: 'mentoring-journal://blank', url: 'mentoring-journal://blank/' } }],
    ['another address', { frame: { origin: page, url: 'mentoring-journal://elsewhere/' } }],
    ['another window', { sender: {} }],
  ])('refuses %s', async (_who, sender) => {
    const shell = await startShell()
    const told = shell.told.length
    const event = senderOf(shell, sender)

    const reply: unknown = await shell.handled.get('call')?.(event, 'vault.status', undefined)
    shell.ipcMain.emit('active', event)

    expect(reply).toEqual({ ok: false, code: 'input.invalid' })
    expect(shell.told).toHaveLength(told)
  })

  test('refuses a name that is no text or no call', async () => {
    const shell = await startShell()

    const noText: unknown = await shell.handled.get('call')?.(senderOf(shell), 42, undefined)

    expect(noText).toEqual({ ok: false, code: 'input.invalid' })
    expect(await shell.bridge.call('__proto__', undefined)).toEqual({ ok: false, code: 'input.invalid' })
    expect(shell.told).toEqual([])
  })

  test('hands events to the page without their sender, until it stops listening', async () => {
    const shell = await startShell()
    const heard: unknown[] = []
    const stop = shell.bridge.onEvent((...event) => heard.push(event))
    const saved = { name: 'work.done', data: { id: 'a' } } as const

    shell.coreSays({ type: 'event', event: saved })
    stop()
    shell.coreSays({ type: 'event', event: saved })

    expect(heard).toEqual([[saved]])
  })

  test('takes the word of our own page that the person is there', async () => {
    const shell = await startShell()

    expect(() => { shell.bridge.active() }).not.toThrow()
  })
})

describe('locking', () => {
  test.each([['suspend', 'suspend'], ['lock-screen', 'screen-lock'], ['user-did-resign-active', 'screen-lock']])(
    'on %s hides the words, ends page and core, and starts both anew', async (event, why) => {
      const shell = await startShell()
      await unlock(shell)
      const before = shell.core
      const pageProcess = shell.window.webContents.process

      shell.module.powerMonitor.emit(event)

      await soon(() => expect(shell.window.webContents.sent.at(-1)).toEqual({ channel: 'event', args: [{ name: 'vault.locked', data: { why } }] }))
      expect(lockMessages(shell)).toEqual([{ type: 'lock', why }])
      expect(shell.window.webContents.insertedCss.join()).toContain('visibility: hidden')
      expect(shell.window.webContents.forcedCrashes).toBe(0)
      expect(shell.window.webContents.process).toBeGreaterThan(pageProcess)
      expect(shell.window.loaded).toEqual([`${page}/`, 'mentoring-journal://blank/', `${page}/`])
      expect(shell.window.webContents.navigationHistory.cleared).toBe(2)
      expect(shell.core).not.toBe(before)
    })

  test('a page too far gone to hide its words is replaced all the same', async () => {
    const shell = await startShell()
    await unlock(shell)
    shell.window.webContents.insertCSS = () => Promise.reject(new Error('no frame'))

    shell.module.powerMonitor.emit('suspend')

    await soon(() => expect(shell.window.loaded).toHaveLength(3))
  })

  test('a process that another origin does not leave is ended by force', async () => {
    const shell = await startShell()
    await unlock(shell)
    shell.window.webContents.isolated = false
    const pageProcess = shell.window.webContents.process

    shell.module.powerMonitor.emit('suspend')

    await soon(() => expect(shell.window.loaded).toHaveLength(3))
    expect(shell.window.webContents.forcedCrashes).toBe(1)
    expect(shell.window.webContents.process).toBeGreaterThan(pageProcess)
  })

  test('follows a locked screen on Linux, where nobody tells of it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const shell = await startShell({ platform: 'linux' })
    await unlock(shell)

    shell.power.screenLocked = true
    vi.advanceTimersByTime(5_000)
    vi.useRealTimers()

    await soon(() => expect(lockMessages(shell)).toEqual([{ type: 'lock', why: 'screen-lock' }]))
  })

  test('a page that crashes is shown anew, and locked if it was open', async () => {
    const shell = await startShell()
    await unlock(shell)

    shell.window.webContents.crash()

    await soon(() => expect(lockMessages(shell)).toEqual([{ type: 'lock', why: 'fault' }]))
    await soon(() => expect(shell.window.loaded).toHaveLength(2))
    expect(shell.window.webContents.forcedCrashes).toBe(0)
  })

  test('a page that crashes while locked is loaded again; one that crashes again and again ends the app', async () => {
    const shell = await startShell()

    for (let crash = 1; crash <= 3; crash += 1) {
      shell.window.webContents.crash()
      await soon(() => expect(shell.window.loaded).toHaveLength(1 + crash))
    }
    shell.window.webContents.crash()

    await soon(() => expect(shell.app.quits).toBe(1))
  })
})

describe('what a lock takes along', lockCases)

describe('start and end', () => {
  test('keeps what a browser writes in a private folder that goes with the app, and starts no crash reporter', async () => {
    const shell = await startShell()
    const folder = (shell.app.paths.get('sessionData') ?? '').replace(/sessionData$/, '')
    const wasThere = existsSync(folder)
    shell.appEvents.emit('quit')

    expect(shell.app.paths.get('userData')).toBe(shell.home)
    for (const name of ['sessionData', 'crashDumps', 'temp']) expect(shell.app.paths.get(name)).toBe(join(folder, name))
    expect(wasThere).toBe(true)
    expect(existsSync(folder)).toBe(false)
    expect(readFileSync(mainFile, 'utf8')).not.toContain('crashReporter')
    expect(shell.sessions.get('journal')?.partition.startsWith('persist:')).toBe(false)
  })

  test('a second instance ends at once, and the first comes to the front', async () => {
    const shell = await startShell()
    shell.window.minimized = true
    const second = await startShell({ first: false })

    shell.appEvents.emit('second-instance')

    expect(second.app.quits).toBe(1)
    expect(second.windows).toEqual([])
    expect(shell.window).toMatchObject({ minimized: false, focused: true, visible: true })
  })

  test('closing the window first hides it, waits for the last words, flushes and locks, and only then quits', async () => {
    const shell = await startShell()
    await unlock(shell)
    const closing = preventable()
    const atTheEndOfTheCore: unknown[] = []
    shell.core.on('exit', () => { atTheEndOfTheCore.push({ quits: shell.app.quits, destroyed: shell.window.destroyed }) })

    shell.window.emit('close', closing)
    await shell.bridge.call('item.draft', { words: 'the last words' })
    await soon(() => expect(shell.app.quits).toBe(1))

    expect(closing.prevented).toBe(true)
    expect(shell.window.visible).toBe(false)
    expect(shell.told.map((message) => message.type === 'call' ? message.name : message.type)).toEqual(['vault.unlock', 'item.draft', 'item.unsaved', 'lock'])
    expect(atTheEndOfTheCore).toEqual([{ quits: 0, destroyed: false }])
    expect(lockMessages(shell)).toEqual([{ type: 'lock', why: 'closed' }])
    expect(journalSession(shell).cleared).toBe(1)
    expect(shell.window.destroyed).toBe(true)
  })

  test.each(['before-quit', 'shutdown', 'query-session-end'])('%s ends in the same way, once', async (way) => {
    const shell = await startShell()
    await unlock(shell)
    const event = preventable()
    const emitter = way === 'before-quit' ? shell.appEvents : way === 'shutdown' ? shell.module.powerMonitor : shell.window

    emitter.emit(way, event)
    emitter.emit(way, event)
    await soon(() => expect(shell.app.quits).toBe(1))

    expect(lockMessages(shell)).toHaveLength(1)
  })

  test('a core that does not end by itself is ended', async () => {
    const shell = await startShell()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    shell.core.removeAllListeners('received')

    shell.window.emit('close', preventable())
    await vi.advanceTimersByTimeAsync(12_000)
    vi.useRealTimers()

    expect(shell.core.killed).toBe(true)
    await soon(() => expect(shell.app.quits).toBe(1))
  })

  test('as root Chromium’s sandbox is off, and that is said', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const shell = await startShell({ uid: 0, switches: ['no-sandbox'] })
    shell.coreSays({ type: 'host', seq: 1, method: 'protections', args: [] })

    await soon(() => expect(shell.told).toContainEqual(expect.objectContaining({ type: 'host-reply', ok: true })))
    expect(shell.app.sandbox).toBe(false)
    expect(said.mock.calls.flat().join()).toContain('sandbox is off')
    expect(JSON.stringify(shell.told)).not.toContain('"sandbox"')
    said.mockRestore()
  })

  test('the switch that turns the sandbox off is not heard from anybody but root', async () => {
    const shell = await startShell({ uid: 1000, switches: ['no-sandbox'] })

    expect(shell.app.sandbox).toBe(true)
  })

  test('the smoke test ends by itself with one line', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    const shell = await startShell({ args: ['--smoke', '--now=2026-11-22T20:00:00.000Z'] })
    const now: unknown = JSON.parse(shell.core.args[0] ?? '')

    await shell.bridge.call('vault.status', undefined)
    await soon(() => expect(shell.app.quits).toBe(1))

    expect(said.mock.calls.flat().at(-1)).toMatch(/^ready: electron [0-9]+ ms$/)
    expect(now).toMatchObject({ now: '2026-11-22T20:00:00.000Z' })
    said.mockRestore()
  })

  test('a smoke test that paints nothing within a minute fails', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const starting = startShell({ args: ['--smoke'] })
    await vi.advanceTimersByTimeAsync(100)
    const shell = await starting
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()

    expect(shell.app.exits).toEqual([1])
    said.mockRestore()
  })

  test('a start that fails says so without a path, and ends with 1', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const shell = await startShell({
      prepare: ({ module }) => { module.app.setProxy = () => Promise.reject(new RangeError('/home/sari/secret')) },
    })

    expect(shell.app.exits).toEqual([1])
    expect(said.mock.calls.flat()).toEqual(['The app could not start or end as it should: RangeError'])
    said.mockRestore()
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s flushes and locks before the end', async (signal) => {
    const shell = await startShell()
    await unlock(shell)

    // The last listener is the shell's; raising the signal itself would end the test's own process.
    process.listeners(signal).at(-1)?.(signal)

    await soon(() => expect(shell.app.quits).toBe(1))
    expect(lockMessages(shell)).toEqual([{ type: 'lock', why: 'closed' }])
  })
})

confinementCases()
portCases()

/** Last, so that it counts what all of the above have run. */
describe('the shell as a whole', () => {
  test('has no function that was not run here', async () => {
    expect(await counter.unused(/^electron\/host\/electron\//)).toEqual([])
  })
})
