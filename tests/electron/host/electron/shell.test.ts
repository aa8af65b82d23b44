/** The Electron shell's contract, held against the bundled files themselves. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { defaultStoredPreferences } from '../../../../shared/preference.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { countFunctions } from './functions-run.ts'
import { buildShell, mainFile, senderOf, soon, startShell } from './run-shell.ts'
import type { Shell } from './run-shell.ts'
import { preventable } from './stand-in.ts'

const counter = countFunctions(mainFile)

beforeAll(async () => {
  await buildShell(['main', 'preload'])
  await counter.start()
})

const page = 'mentoring-journal://app'
const journalSession = (shell: Shell) => {
  const session = shell.sessions.get('journal')
  if (session === undefined) throw new Error('no session')
  return session
}
const fetchPage = async (shell: Shell, path: string, init: RequestInit = {}) => {
  const handler = journalSession(shell).schemes.get('mentoring-journal')
  if (handler === undefined) throw new Error('the scheme is not served')
  return handler(new Request(path.includes('://') ? path : `${page}${path}`, init))
}
const deadProxy = { mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:1', proxyBypassRules: '<-loopback>' }
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

describe('the scheme', () => {
  test('is registered as standard and secure, and nothing more', async () => {
    const shell = await startShell()

    expect(shell.app.schemes).toEqual([
      { scheme: 'mentoring-journal', privileges: { standard: true, secure: true } },
      { scheme: 'mentoring-journal-print', privileges: { standard: true, secure: true } },
    ])
    expect(shell.window.loaded).toEqual([`${page}/`])
  })

  test('serves the built page with a policy that allows nothing from elsewhere', async () => {
    const shell = await startShell()

    const index = await fetchPage(shell, '/')
    const script = await fetchPage(shell, '/assets/index.js')

    expect(await index.text()).toContain('<title>page</title>')
    const policy = index.headers.get('content-security-policy') ?? ''
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "frame-src 'none'", "connect-src 'none'", "object-src 'none'",
      "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"]) expect(policy.split('; ')).toContain(rule)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(index.headers.get('x-content-type-options')).toBe('nosniff')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('content-security-policy')).toBe(policy)
  })

  test.each([
    '/missing.html', '/../outside.html', '/%2e%2e/outside.html', '/assets/../../outside.html', '/..%2foutside.html', '/assets/secret.txt',
    '//etc/passwd', '/assets', 'mentoring-journal://elsewhere/index.html',
  ])('refuses %s', async (path) => {
    const shell = await startShell()

    expect((await fetchPage(shell, path)).status).toBe(404)
  })

  test('has one more page, empty, of another origin, which may do nothing at all', async () => {
    const shell = await startShell()

    const blank = await fetchPage(shell, 'mentoring-journal://blank/')

    expect(await blank.text()).toBe('<!doctype html><title>Mentoring Journal</title>')
    expect(blank.headers.get('content-security-policy')).toBe("default-src 'none'")
  })

  test('answers nothing but GET', async () => {
    const shell = await startShell()

    expect((await fetchPage(shell, '/index.html', { method: 'POST', body: 'x' })).status).toBe(404)
  })
})

describe('what a page asks for', () => {
  const permissions = ['media', 'geolocation', 'notifications', 'clipboard-read', 'display-capture', 'fileSystem', 'openExternal', 'hid', 'local-fonts', 'unknown'] as const

  test.each(permissions)('%s is refused when asked for and when looked up', async (permission) => {
    const shell = await startShell()
    const session = journalSession(shell)
    const answers: boolean[] = []
    // The handlers look at the permission's name alone.
    const anything = {} as never
    session.permissionRequest?.(anything, permission === 'local-fonts' ? 'unknown' : permission, (granted) => answers.push(granted), anything)

    expect(answers).toEqual([false])
    expect(session.permissionCheck?.(null, permission, page, anything)).toBe(false)
  })

  test('writing to the clipboard is the one permission, and only in the journal', async () => {
    const shell = await startShell()
    const check = (name: string) => shell.sessions.get(name)?.permissionCheck?.(null, 'clipboard-sanitized-write', page, {} as never)

    expect(check('journal')).toBe(true)
    expect(check('default')).toBe(false)
  })

  test('devices, screens, downloads and dictionaries are refused', async () => {
    const shell = await startShell()
    const session = journalSession(shell)
    const download = preventable()
    const screens: unknown[] = []
    session.emit('will-download', download)
    session.displayMedia?.({} as never, (streams) => screens.push(streams))

    expect(session.devicePermission?.({} as never)).toBe(false)
    expect(screens).toEqual([null])
    expect(download.prevented).toBe(true)
    expect(session.spellChecker).toBe(false)
  })

  test.each(['journal', 'default'])('every request of the %s session but our own is cancelled, behind a proxy that answers nobody', async (name) => {
    const shell = await startShell()
    const session = shell.sessions.get(name)
    const cancelled = (url: string) => {
      let answer: unknown
      session?.beforeRequest?.({ url } as never, (response) => { answer = response.cancel })
      return answer
    }
    const certificates: number[] = []
    session?.certificates?.({} as never, (result) => certificates.push(result))

    for (const url of ['https://example.org/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'file:///etc/passwd', 'mentoring-journal://app.evil/', 'data:text/html,x']) {
      expect(cancelled(url)).toBe(true)
    }
    expect(cancelled(`${page}/index.html`)).toBe(name === 'default')
    expect(session?.proxy).toEqual(deadProxy)
    expect(certificates).toEqual([-2])
  })

  test('navigation, frames, redirects, webviews and new windows are prevented', async () => {
    const shell = await startShell()
    const { webContents } = shell.window
    const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']
    const prevented = events.map((name) => {
      const event = preventable()
      webContents.emit(name, event, 'https://example.org/')
      return event.prevented
    })

    expect(prevented).toEqual([true, true, true, true])
    expect(webContents.windowOpen?.({ url: 'https://example.org/' } as never)).toEqual({ action: 'deny' })
    expect(webContents.webRtcPolicy).toBe('disable_non_proxied_udp')
  })

  test('the browser as a whole is started without cache, names, network or services of its own', async () => {
    const shell = await startShell()

    expect(Object.fromEntries(shell.app.switches)).toEqual({
      'disable-http-cache': null, 'disable-gpu-shader-disk-cache': null, 'host-resolver-rules': 'MAP * ~NOTFOUND',
      'proxy-server': 'socks5://127.0.0.1:1', 'proxy-bypass-list': '<-loopback>', 'disable-quic': null,
      'disable-background-networking': null, 'disable-component-update': null, 'disable-breakpad': null,
    })
    expect(shell.app.proxy).toEqual(deadProxy)
  })
})

describe('the bridge', () => {
  test('carries a call of our own page to the core and its reply back', async () => {
    const shell = await startShell({ answer: (name, input) => ({ ok: true, value: { name, input } }) })

    expect(await shell.bridge.call('item.get', 'some id')).toEqual({ ok: true, value: { name: 'item.get', input: 'some id' } })
    expect(shell.core.file).toMatch(/core\.js$/)
    expect(JSON.parse(shell.core.args[0] ?? '')).toMatchObject({ shell: 'electron', lockedAt: null, openedBefore: false, now: null })
    expect([...shell.handled.keys()]).toEqual(['call'])
    expect(shell.ipcMain.eventNames()).toEqual(['active'])
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
    expect(shell.told.map((message) => message.type === 'call' ? message.name : message.type)).toEqual(['vault.unlock', 'item.draft', 'lock'])
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

describe('the port', () => {
  let seq = 0
  /** What the core gets when it asks the shell for something. */
  const ask = async (shell: Shell, method: string, ...args: unknown[]): Promise<unknown> => {
    seq += 1
    const mine = seq
    // The names are the port's; the core types them on its side.
    shell.coreSays({ type: 'host', seq: mine, method, args } as never)
    return soon(() => {
      const reply = shell.told.find((message) => message.type === 'host-reply' && message.seq === mine)
      if (reply?.type !== 'host-reply') throw new Error('no answer yet')
      return reply.ok ? reply.value : { code: reply.code }
    })
  }

  test('reads and changes the preferences, and puts right what does not fit', async () => {
    const home = tempFolder()
    writeFileSync(join(home, 'preferences.json'), JSON.stringify({ language: 'nl', theme: 'pink', unknown: 1 }))
    const shell = await startShell({ home })

    expect(await ask(shell, 'getPreferences')).toEqual({ ...defaultStoredPreferences, language: 'nl' })
    await ask(shell, 'setPreferences', { theme: 'dark' })
    expect(await ask(shell, 'setPreferences', { theme: 'pink' })).toEqual({ code: 'internal' })
    expect(JSON.parse(readFileSync(join(home, 'preferences.json'), 'utf8'))).toEqual({ ...defaultStoredPreferences, language: 'nl', theme: 'dark' })
  })

  test('starts with the defaults when the preference file is no file of ours', async () => {
    const home = tempFolder()
    writeFileSync(join(home, 'preferences.json'), '{"language": "nl"')
    const shell = await startShell({ home })

    expect(await ask(shell, 'getPreferences')).toEqual(defaultStoredPreferences)
    expect(shell.ipcMain.eventNames()).not.toContain('electron-store-get-data')
  })

  test('puts the default vault where it was told to', async () => {
    const shell = await startShell()

    expect(await ask(shell, 'defaultVaultFolder')).toBe(join(shell.home, 'Journal.mjournal'))
  })

  test('asks for a place to save with the system’s dialog, and starts there next time', async () => {
    const shell = await startShell()
    const folder = tempFolder()
    shell.answers.save = { canceled: false, filePath: join(folder, 'Summary.pdf') }

    expect(await ask(shell, 'chooseSavePath', { name: 'Summary.pdf', language: 'en' })).toBe(join(folder, 'Summary.pdf'))
    shell.answers.save = { canceled: true, filePath: '' }
    expect(await ask(shell, 'chooseSavePath', { name: 'Summary.pdf', language: 'id' })).toBeNull()
    expect(shell.asked.save[0]).toMatchObject({
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    })
    expect(shell.asked.save[1]).toMatchObject({ title: 'Simpan berkas', defaultPath: join(folder, 'Summary.pdf') })
  })

  test('asks before it replaces a file whose ending was not typed', async () => {
    const shell = await startShell()
    const folder = tempFolder()
    writeFileSync(join(folder, 'Notes.md'), 'earlier')
    shell.answers.save = { canceled: false, filePath: join(folder, 'Notes') }

    expect(await ask(shell, 'chooseSavePath', { name: 'Notes.md', language: 'nl' })).toBeNull()
    expect(await ask(shell, 'chooseSavePath', { name: 'Notes.md', language: 'en' })).toBeNull()
    shell.answers.message = { response: 0, checkboxChecked: false }
    expect(await ask(shell, 'chooseSavePath', { name: 'Notes.md', language: 'id' })).toBe(join(folder, 'Notes.md'))
    shell.answers.save = { canceled: false, filePath: join(folder, 'Other') }
    expect(await ask(shell, 'chooseSavePath', { name: 'Notes.md', language: 'en' })).toBe(join(folder, 'Other.md'))
    expect(shell.asked.message).toHaveLength(3)
    expect(shell.asked.message[0]).toMatchObject({ message: '“Notes.md” bestaat al.', defaultId: 1, cancelId: 1 })
    expect(shell.asked.message[1]).toMatchObject({ message: '“Notes.md” is already there.' })
    expect(shell.asked.message[2]).toMatchObject({ message: '“Notes.md” sudah ada.' })
  })

  test('asks for a vault’s folder, and for a new one by name', async () => {
    const shell = await startShell()
    const folder = tempFolder()
    const start = join(folder, 'Journal.mjournal')

    expect(await ask(shell, 'chooseFolder', { purpose: 'open-vault', start, language: 'en' })).toBeNull()
    shell.answers.open = { canceled: false, filePaths: [folder] }
    expect(await ask(shell, 'chooseFolder', { purpose: 'open-vault', start, language: 'en' })).toBe(folder)
    expect(await ask(shell, 'chooseFolder', { purpose: 'create-vault', start, language: 'nl' })).toBeNull()
    shell.answers.save = { canceled: false, filePath: join(folder, 'Diary') }
    expect(await ask(shell, 'chooseFolder', { purpose: 'create-vault', start, language: 'nl' })).toBe(join(folder, 'Diary.mjournal'))
    expect(shell.asked.open[0]).toMatchObject({ properties: ['openDirectory', 'dontAddToRecent'], defaultPath: start })
  })

  test('prints to PDF in a hidden, confined window on a session of its own, without script', async () => {
    const shell = await startShell()

    const pdf = await ask(shell, 'printToPdf', '<p>reviewed words</p>')
    const print = shell.windows[1]
    const session = shell.sessions.get('print')
    const served = async (path: string) => session?.schemes.get('mentoring-journal-print')?.(new Request(path))

    expect(pdf).toBeInstanceOf(Uint8Array)
    expect(print?.options).toMatchObject({ show: false, webPreferences: { sandbox: true, contextIsolation: true, javascript: false, session } })
    expect(print?.options.webPreferences).not.toHaveProperty('preload')
    expect(print?.webContents.printed).toMatchObject({ pageSize: 'A4', displayHeaderFooter: false })
    expect(print?.visible).toBe(false)
    expect(print?.destroyed).toBe(true)
    expect(session).toMatchObject({ partition: 'print', cleared: 1, proxy: deadProxy, spellChecker: false })
    expect(session?.permissionCheck?.(null, 'clipboard-sanitized-write', page, {} as never)).toBe(false)
    expect((await served(print?.loaded[0] ?? ''))?.status).toBe(404)
  })

  test('serves a document to its own window only while it is printed, and lets it run nothing', async () => {
    const shell = await startShell()
    const seen: Response[] = []
    const Window = shell.module.BrowserWindow
    const load = vi.spyOn(Window.prototype, 'loadURL').mockImplementation(async (url) => {
      const answer = await shell.sessions.get('print')?.schemes.get('mentoring-journal-print')?.(new Request(url))
      if (answer !== undefined) seen.push(answer)
    })

    await ask(shell, 'printToPdf', '<p>reviewed words</p>')
    await ask(shell, 'printToPdf', '<p>other words</p>')
    load.mockRestore()

    expect(await seen[0]?.text()).toBe('<p>reviewed words</p>')
    expect(await seen[1]?.text()).toBe('<p>other words</p>')
    expect(seen[0]?.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:")
  })

  test('shows a file in its folder, and says that there is no printer where there is none', async () => {
    const shell = await startShell()
    vi.stubEnv('PATH', tempFolder())

    await ask(shell, 'showInFolder', '/somewhere/Summary.pdf')
    const printed = await ask(shell, 'print', new Uint8Array([1]))
    vi.unstubAllEnvs()

    expect(shell.shown).toEqual(['/somewhere/Summary.pdf'])
    expect(printed).toBe(false)
  })
})

/** Last, so that it counts what all of the above have run. */
describe('the shell as a whole', () => {
  test('has no function that was not run here', async () => {
    expect(await counter.unused(/^electron\/host\/electron\//)).toEqual([])
  })
})
