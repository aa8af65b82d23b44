/** What the page is served, and what it is refused. */
import { describe, expect, test } from 'vitest'
import { deadProxy, journalSession, page } from './expected.ts'
import { startShell } from './run-shell.ts'
import type { Shell } from './run-shell.ts'
import { preventable } from './stand-in.ts'

/** What Electron tells about a question; our handlers look at none of it. */
const anything = {} as never

const fetchPage = async (shell: Shell, path: string, init: RequestInit = {}) => {
  const handler = journalSession(shell).schemes.get('mentoring-journal')
  if (handler === undefined) throw new Error('the scheme is not served')
  return handler(new Request(path.includes('://') ? path : `${page}${path}`, init))
}
export function confinementCases(): void {
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
      session.permissionRequest?.(anything, permission === 'local-fonts' ? 'unknown' : permission, (granted) => answers.push(granted), anything)

      expect(answers).toEqual([false])
      expect(session.permissionCheck?.(null, permission, page, anything)).toBe(false)
    })

    test('writing to the clipboard is the one permission, and only in the journal', async () => {
      const shell = await startShell()
      const check = (name: string) => shell.sessions.get(name)?.permissionCheck?.(null, 'clipboard-sanitized-write', page, anything)

      expect(check('journal')).toBe(true)
      expect(check('default')).toBe(false)
    })

    test('devices, screens, downloads and dictionaries are refused', async () => {
      const shell = await startShell()
      const session = journalSession(shell)
      const download = preventable()
      const screens: unknown[] = []
      session.emit('will-download', download)
      session.displayMedia?.(anything, (streams) => screens.push(streams))

      expect(session.devicePermission?.(anything)).toBe(false)
      expect(screens).toEqual([null])
      expect(download.prevented).toBe(true)
      expect(session.spellChecker).toBe(false)
    })

    test.each(['journal', 'default'])('every request of the %s session but our own is cancelled, behind a proxy that answers nobody', async (name) => {
      const shell = await startShell()
      const session = shell.sessions.get(name)
      const cancelled = (url: string) => {
        let answer: unknown
        // Of the many facts about a request, the address alone is looked at.
        session?.beforeRequest?.({ url } as never, (response) => { answer = response.cancel })
        return answer
      }
      const certificates: number[] = []
      session?.certificates?.(anything, (result) => certificates.push(result))

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
      // Whatever else is asked for, no window opens.
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
}
