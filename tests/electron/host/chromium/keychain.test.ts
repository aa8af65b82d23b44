/** The system's keychain beside the browser: over a bus of its own where one can be had, and where it cannot. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { systemKeychain } from '../../../../electron/host/chromium/keychain.ts'
import { sessionBus } from '../../../../electron/host/chromium/session-bus.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

afterEach(() => { vi.unstubAllEnvs() })

const linux = process.platform === 'linux'
const outcome = (work: Promise<unknown>) => work.then(() => 'ok', (error: unknown) => error instanceof Error ? error.message : String(error))

describe('the bus', () => {
  it('is the one that the system tells of, on this machine only, and none is started', () => {
    const folder = tempFolder()
    const inFolder = join(tempFolder(), 'run')
    mkdirSync(join(inFolder, 'bus'), { recursive: true })

    expect(sessionBus({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' })).toBe('unix:path=/run/user/1000/bus')
    expect(sessionBus({ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=example.org,port=1' })).toBeNull()
    expect(sessionBus({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a;tcp:host=example.org,port=1' })).toBeNull()
    expect(sessionBus({ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' })).toBeNull()
    expect(sessionBus({ XDG_RUNTIME_DIR: inFolder })).toBe(`unix:path=${inFolder}/bus`)
    expect([sessionBus({ XDG_RUNTIME_DIR: folder }), sessionBus({})]).toEqual([null, null])
  })
})

describe.runIf(linux)('the keychain', () => {
  it('is not offered where there is no bus, and says so without asking anybody', async () => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', '')
    vi.stubEnv('XDG_RUNTIME_DIR', tempFolder())
    const keychain = systemKeychain()

    expect(await keychain.keychainOffer()).toEqual({ offered: false, why: 'none' })
    expect(await outcome(keychain.keychainGet('ab12'))).toBe('keychain.failed')
    expect(await outcome(keychain.keychainSet('ab12', new Uint8Array(32)))).toBe('keychain.failed')
    expect(await outcome(keychain.keychainRemove('ab12'))).toBe('keychain.failed')
  })

  it('that does not answer is given two seconds, and leaves no process behind', async () => {
    const socket = join(tempFolder(), 'bus')
    let closed = 0
    const server = createServer((connection) => { connection.on('close', () => { closed += 1 }).on('error', () => undefined).resume() }).listen(socket)
    onTestFinished(() => { server.close() })
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${socket}`)
    const before = performance.now()

    const offer = await systemKeychain().keychainOffer()

    expect(offer).toEqual({ offered: false, why: 'silent' })
    // Two, and what other tests take of the machine.
    expect(performance.now() - before).toBeLessThan(6_000)
    await vi.waitFor(() => { expect(closed).toBe(1) }, { timeout: 10_000 })
  })
})

const programs = ['dbus-run-session', 'gnome-keyring-daemon']
const missing = programs.filter((name) => !['/usr/bin', '/usr/local/bin', '/bin'].some((folder) => existsSync(join(folder, name))))

/** On a bus and with a keyring of its own, so that nobody's real one is touched. */
describe.skipIf(missing.length > 0)(`a real Secret Service${missing.length > 0 ? ` (skipped: ${missing.join(' and ')} not on this machine)` : ''}`, () => {
  it('keeps a secret, gives it back, and forgets it', () => {
    const home = tempFolder()
    const module = new URL('../../../../electron/host/chromium/keychain.ts', import.meta.url).pathname
    const script = `
      const { systemKeychain } = await import(${JSON.stringify(module)})
      const keychain = systemKeychain()
      const said = [await keychain.keychainOffer(), await keychain.keychainGet('ab12')]
      await keychain.keychainSet('ab12', new Uint8Array(32).fill(7))
      said.push(Buffer.from(await keychain.keychainGet('ab12')).toString('hex'))
      await keychain.keychainRemove('ab12')
      said.push(await keychain.keychainGet('ab12'))
      console.log(JSON.stringify(said))`

    const { stdout, stderr } = spawnSync('dbus-run-session', ['--', 'sh', '-c',
      'printf open | gnome-keyring-daemon --unlock --components=secrets > /dev/null && exec "$0" --disable-warning=ExperimentalWarning --input-type=module -e "$1"',
      process.execPath, script], { encoding: 'utf8', timeout: 30_000, env: { PATH: process.env['PATH'], HOME: home, XDG_RUNTIME_DIR: home } })

    expect(stdout.trim().split('\n').at(-1), stderr).toBe(JSON.stringify([{ offered: true }, null, '07'.repeat(32), null]))
  })
})
