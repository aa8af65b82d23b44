import { spawn, spawnSync } from 'node:child_process'
import { expect, onTestFinished, test, vi } from 'vitest'
import { hearSystem, readSignals, sessionPath } from '../../../../electron/host/chromium/system-signals.ts'
import type { SystemSignal } from '../../../../electron/host/chromium/system-signals.ts'

const head = (path: string, what: string, member: string) => `signal time=1.2 sender=:1.4 -> destination=(null destination) serial=3 path=${path}; interface=${what}; member=${member}`
const manager = (sleeps: boolean) => `${head('/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'PrepareForSleep')}\n   boolean ${sleeps}\n`
const hint = (session: string, on: boolean) => `${head(session, 'org.freedesktop.DBus.Properties', 'PropertiesChanged')}
   string "org.freedesktop.login1.Session"
   array [
      dict entry(
         string "LockedHint"
         variant             boolean ${on}
      )
   ]
`
const saver = (on: boolean) => `${head('/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver', 'ActiveChanged')}\n   boolean ${on}\n`
const ours = '/org/freedesktop/login1/session/_32'
const theirs = '/org/freedesktop/login1/session/_35'

test.each<[string, string, SystemSignal[]]>([
  ['going to sleep', manager(true), ['suspend']],
  ['waking up', manager(false), []],
  ['a locked session', head(ours, 'org.freedesktop.login1.Session', 'Lock') + '\n', ['screen-lock']],
  ['somebody else’s locked session', head(theirs, 'org.freedesktop.login1.Session', 'Lock') + '\n', []],
  ['a desktop that says it is locked', hint(ours, true), ['screen-lock']],
  ['a desktop that says it is unlocked', hint(ours, false), []],
  ['somebody else’s desktop', hint(theirs, true), []],
  ['a screen saver', saver(true), ['screen-lock']],
  ['a screen saver that goes', saver(false), []],
  ['another property that is true', hint(ours, true).replace('LockedHint', 'Active'), []],
])('%s is told apart, however it arrives', (_what, printed, expected) => {
  for (const size of [1, 7, 10_000]) {
    const heard: SystemSignal[] = []
    const read = readSignals(ours, (signal) => { heard.push(signal) })

    for (let at = 0; at < printed.length; at += size) read(printed.slice(at, at + size))

    expect(heard).toEqual(expected)
  }
})

test('a session is found where logind keeps it', () => {
  expect(sessionPath('2')).toBe('/org/freedesktop/login1/session/_32')
  expect(sessionPath('c1')).toBe('/org/freedesktop/login1/session/c1')
  expect(sessionPath('')).toBeNull()
  expect(sessionPath(undefined)).toBeNull()
})

test.skipIf(spawnSync('dbus-daemon', ['--version']).status !== 0)('a signal on a real bus is heard', async () => {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const before = { ...process.env }
  onTestFinished(() => { bus.kill(); process.env = before })
  const address = await new Promise<string>((resolve) => { bus.stdout.once('data', (chunk: Buffer) => { resolve(chunk.toString().trim()) }) })
  Object.assign(process.env, { DBUS_SESSION_BUS_ADDRESS: address, DBUS_SYSTEM_BUS_ADDRESS: address })
  const heard: SystemSignal[] = []

  const system = hearSystem((signal) => { heard.push(signal) })
  onTestFinished(() => { system.stop() })
  const send = (path: string, name: string) => spawnSync('dbus-send', [`--bus=${address}`, '--type=signal', path, name, 'boolean:true'])

  await vi.waitFor(() => {
    send('/org/freedesktop/login1', 'org.freedesktop.login1.Manager.PrepareForSleep')
    send('/org/freedesktop/ScreenSaver', 'org.freedesktop.ScreenSaver.ActiveChanged')
    expect(heard).toEqual(expect.arrayContaining(['suspend', 'screen-lock']))
  }, { timeout: 10_000, interval: 200 })
  expect(system.hears).toBe(true)
})
