import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { superviseCore } from '../../../electron/host/supervisor.ts'
import type { SupervisorOptions } from '../../../electron/host/supervisor.ts'
import { AppError } from '../../../shared/errors.ts'
import type { AppEvent } from '../../../shared/events.ts'
import { defaultStoredPreferences } from '../../../shared/preference.ts'
import type { Host } from '../../../electron/host/host.ts'
import { fakeCores } from '../../helpers/fake-core.ts'
import type { FakeAnswers } from '../../helpers/fake-core.ts'

beforeEach(() => { vi.useFakeTimers({ now: Date.parse('2026-11-22T20:00:00Z') }) })
afterEach(() => { vi.useRealTimers() })

const host: Host = {
  shell: 'chromium',
  defaultVaultFolder: async () => '/somewhere',
  protections: async () => [],
  getPreferences: async () => defaultStoredPreferences,
  setPreferences: async () => defaultStoredPreferences,
  chooseSavePath: async () => { throw new AppError('folder.not-writable') },
  chooseOpenPath: async () => null,
  chooseFolder: async () => { throw new Error('with a path in it: /home/sari') },
  showInFolder: async () => undefined,
  printToPdf: async () => new Uint8Array([1]),
  print: async () => false,
  keychainOffer: async () => ({ offered: false, why: 'none' }),
  keychainGet: async () => null,
  keychainSet: async () => undefined,
  keychainRemove: async () => undefined,
}

function supervised(answers: FakeAnswers = {}, options: Partial<SupervisorOptions> = {}) {
  const cores = fakeCores(answers)
  const events: AppEvent[] = []
  const replaced = vi.fn(async () => undefined)
  const skew = { wall: 0 }
  const supervisor = superviseCore({
    fork: cores.fork, host, replacePage: replaced, closeWindow: () => undefined, runId: 'run', now: null,
    onEvent: (event) => { events.push(event) },
    clock: { wall: () => Date.now() + skew.wall, monotonic: () => Date.now() - Date.parse('2026-11-22T00:00:00Z') },
    ...options,
  })
  onTestFinished(() => { void supervisor.stop() })
  const unlock = () => supervisor.call('vault.unlock', { passphrase: 'x' })
  return { cores, events, replaced, skew, supervisor, unlock }
}

describe('calls', () => {
  it('reach the core and come back with its answer', async () => {
    const { supervisor, cores } = supervised({ call: (name) => ({ ok: true, value: `answer to ${name}` }) })

    const reply = await supervisor.call('item.get', 'an id')

    expect(reply).toEqual({ ok: true, value: 'answer to item.get' })
    expect(cores.latest.calls).toEqual([{ name: 'item.get', input: 'an id' }])
  })

  it('with a name that is in no contract do not reach the core', async () => {
    const { supervisor, cores } = supervised()

    expect(await supervisor.call('__proto__', 1)).toEqual({ ok: false, code: 'input.invalid' })
    expect(cores.latest.calls).toEqual([])
  })

  it('are answered when the core dies over them', async () => {
    const { supervisor, cores } = supervised({ call: () => new Promise(() => undefined) })

    const reply = supervisor.call('item.get', 'x')
    await vi.advanceTimersByTimeAsync(1)
    cores.latest.crash()

    expect(await reply).toEqual({ ok: false, code: 'internal' })
  })
})

describe('what the core asks of the shell', () => {
  it('is answered with a value', async () => {
    const { cores } = supervised()

    expect(await cores.latest.ask('printToPdf', '<p>')).toEqual(new Uint8Array([1]))
  })

  it('fails with a code and nothing else', async () => {
    const { cores } = supervised()

    expect(await cores.latest.ask('chooseSavePath', {})).toMatchObject({ ok: false, code: 'folder.not-writable' })
    expect(JSON.stringify(await cores.latest.ask('chooseFolder', {}))).not.toContain('sari')
  })
})

describe('a lock', () => {
  it('replaces page and core, then says why', async () => {
    const { supervisor, cores, events, replaced, unlock } = supervised()
    await unlock()
    const first = cores.latest

    await supervisor.lock('screen-lock')

    expect(replaced).toHaveBeenCalledOnce()
    expect(first.alive).toBe(false)
    expect(cores.all).toHaveLength(2)
    expect(cores.latest.options).toMatchObject({ openedBefore: true, lockedAt: expect.stringContaining('2026-11-22') })
    expect(events).toEqual([{ name: 'vault.locked', data: { why: 'screen-lock' } }])
  })

  it('does nothing when nothing is open', async () => {
    const { supervisor, cores, replaced } = supervised()

    await supervisor.lock('suspend')

    expect(replaced).not.toHaveBeenCalled()
    expect(cores.all).toHaveLength(1)
  })

  it('lets the page\'s last words reach the core that holds the vault, and sends everything else to the next', async () => {
    const replacing = Promise.withResolvers<undefined>()
    const { supervisor, cores, unlock } = supervised({}, { replacePage: () => replacing.promise })
    await unlock()
    const [first] = cores.all

    const lock = supervisor.lock('idle')
    await supervisor.call('item.draft', { last: 'words' })
    await supervisor.call('vault.status', undefined)
    replacing.resolve(undefined)
    await lock

    expect(first?.calls.map(({ name }) => name)).toEqual(['vault.unlock', 'item.draft'])
    expect(cores.latest.calls.map(({ name }) => name)).toEqual(['vault.status'])
  })

  it('is not held up by a page that hangs', async () => {
    const { supervisor, cores, unlock } = supervised({}, { replacePage: () => new Promise(() => undefined) })
    await unlock()
    const first = cores.latest

    const lock = supervisor.lock('idle')
    await vi.advanceTimersByTimeAsync(2_500)
    await lock

    expect(first.alive).toBe(false)
  })

  it('ends a core that does not end by itself', async () => {
    const { supervisor, cores, unlock } = supervised({ beforeLocked: () => new Promise(() => undefined) })
    await unlock()
    const first = cores.latest

    const lock = supervisor.lock('asked')
    await vi.advanceTimersByTimeAsync(10_500)
    await lock

    expect(first.alive).toBe(false)
  })

  it('makes the next unlock wait until the file is let go', async () => {
    const writing = Promise.withResolvers<void>()
    const { supervisor, cores, unlock } = supervised({ beforeLocked: () => writing.promise })
    await unlock()

    const lock = supervisor.lock('asked')
    const again = unlock()
    await vi.advanceTimersByTimeAsync(100)
    expect(cores.latest.calls).toEqual([])
    writing.resolve()
    await lock
    await again

    expect(cores.latest.calls.map(({ name }) => name)).toEqual(['vault.unlock'])
  })

  it('that the core made by itself is followed', async () => {
    const { cores, events, unlock } = supervised()
    await unlock()

    cores.latest.send({ type: 'locked', why: 'fault' })
    await vi.advanceTimersByTimeAsync(10)

    expect(cores.all).toHaveLength(2)
    expect(events).toEqual([{ name: 'vault.locked', data: { why: 'fault' } }])
  })
})

describe('idle time', () => {
  it('locks after the minutes of the preferences, half a minute after a warning', async () => {
    const { events, unlock } = supervised()
    await unlock()

    await vi.advanceTimersByTimeAsync(4.4 * 60_000)
    expect(events).toEqual([])
    await vi.advanceTimersByTimeAsync(0.2 * 60_000)
    expect(events.map(({ name }) => name)).toEqual(['vault.locking'])
    await vi.advanceTimersByTimeAsync(0.5 * 60_000)

    expect(events.at(-1)).toEqual({ name: 'vault.locked', data: { why: 'idle' } })
  })

  it('begins anew with every key', async () => {
    const { events, supervisor, unlock } = supervised()
    await unlock()

    for (let minute = 0; minute < 20; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000)
      supervisor.active()
    }

    expect(events).toEqual([])
  })

  it('says when a warning no longer holds', async () => {
    const { events, supervisor, unlock } = supervised()
    await unlock()

    await vi.advanceTimersByTimeAsync(4.7 * 60_000)
    supervisor.active()

    expect(events.map(({ name }) => name)).toEqual(['vault.locking', 'vault.staying'])
  })

  it('does not count while the vault is locked', async () => {
    const { events } = supervised()

    await vi.advanceTimersByTimeAsync(3600_000)

    expect(events).toEqual([])
  })
})

describe('a machine that slept', () => {
  it('shows as a jump of the wall clock, and locks', async () => {
    const { events, skew, unlock } = supervised()
    await unlock()

    skew.wall = 61_000
    await vi.advanceTimersByTimeAsync(1_000)

    expect(events).toEqual([{ name: 'vault.locked', data: { why: 'suspend' } }])
  })

  it('is not taken for a clock that was set back, or moved a little', async () => {
    const { events, skew, unlock } = supervised()
    await unlock()

    skew.wall = -3600_000
    await vi.advanceTimersByTimeAsync(1_000)
    skew.wall += 50_000
    await vi.advanceTimersByTimeAsync(1_000)

    expect(events).toEqual([])
  })
})

describe('a core that dies', () => {
  it('while the vault is open, is a lock', async () => {
    const { cores, events, replaced, unlock } = supervised()
    await unlock()

    cores.latest.crash()
    await vi.advanceTimersByTimeAsync(10)

    expect(replaced).toHaveBeenCalledOnce()
    expect(events).toEqual([{ name: 'vault.locked', data: { why: 'fault' } }])
    expect(cores.latest.options.openedBefore).toBe(true)
  })

  it('has a successor that answers the page put in its page’s place', async () => {
    const answers: unknown[] = []
    const { supervisor, cores, replaced, unlock } = supervised()
    replaced.mockImplementation(async () => { answers.push(await supervisor.call('vault.status', undefined)) })
    await unlock()

    cores.latest.crash()
    await vi.advanceTimersByTimeAsync(10)

    expect(answers).toMatchObject([{ ok: true }])
  })

  it('again and again, is not started in a loop, and no call waits for it', async () => {
    const { cores, supervisor } = supervised()

    for (let time = 0; time < 50; time += 1) {
      cores.latest.crash()
      await vi.advanceTimersByTimeAsync(20)
    }

    expect(cores.all.length).toBeLessThan(10)
    expect(await supervisor.call('vault.status', undefined)).toEqual({ ok: false, code: 'internal' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await supervisor.call('vault.status', undefined)).toMatchObject({ ok: true })
  })
})

describe('stopping', () => {
  it('waits until the core has written everything', async () => {
    const writing = Promise.withResolvers<void>()
    const { supervisor, cores, unlock } = supervised({ beforeLocked: () => writing.promise })
    await unlock()
    let stopped = false

    const stop = supervisor.stop().then(() => { stopped = true })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(stopped).toBe(false)
    writing.resolve()
    await stop

    expect(cores.latest.alive).toBe(false)
    expect(cores.all).toHaveLength(1)
  })

  it('still takes a last draft, and nothing else', async () => {
    const writing = Promise.withResolvers<void>()
    const { supervisor, cores, unlock } = supervised({ beforeLocked: () => writing.promise })
    await unlock()

    const stop = supervisor.stop()
    await supervisor.call('item.draft', { last: 'words' })
    expect(await supervisor.call('item.get', 'x')).toEqual({ ok: false, code: 'vault.locked' })
    writing.resolve()
    await stop

    expect(cores.latest.calls.map(({ name }) => name)).toEqual(['vault.unlock', 'item.draft'])
  })
})

describe('signals and sight', () => {
  const prefer = (change: object) => ({ host: { ...host, getPreferences: async () => ({ ...defaultStoredPreferences, ...change }) } })

  it('lock as the preferences say', async () => {
    const { supervisor, cores, unlock } = supervised({}, prefer({ lockOnSleep: false }))
    await unlock()

    await supervisor.signal('suspend')
    expect(cores.all).toHaveLength(1)
    await supervisor.signal('screen-lock')

    expect(cores.all).toHaveLength(2)
  })

  it('a window out of sight for long locks, one that comes back in time does not', async () => {
    const { supervisor, events, unlock } = supervised({}, prefer({ idleMinutes: 60, lockHiddenMinutes: 2 }))
    await unlock()

    supervisor.hidden(true)
    await vi.advanceTimersByTimeAsync(110_000)
    supervisor.hidden(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(events).toEqual([])
    supervisor.hidden(true)
    supervisor.hidden(true)
    await vi.advanceTimersByTimeAsync(121_000)

    expect(events).toEqual([{ name: 'vault.locked', data: { why: 'hidden' } }])
  })

  it('sleep does not lock where the person said so', async () => {
    const { skew, events, unlock } = supervised({}, prefer({ lockOnSleep: false, idleMinutes: 60 }))
    await unlock()

    skew.wall = 3_600_000
    await vi.advanceTimersByTimeAsync(2_000)

    expect(events).toEqual([])
  })

  it('a lock while the key is being derived wins', async () => {
    const { supervisor, cores, replaced } = supervised({ call: () => new Promise(() => undefined) })
    const [first] = cores.all

    void supervisor.call('vault.unlock', { passphrase: 'x' })
    await vi.advanceTimersByTimeAsync(1)
    const lock = supervisor.lock('suspend')
    await vi.advanceTimersByTimeAsync(100)
    await lock

    expect(replaced).toHaveBeenCalledOnce()
    expect(first?.alive).toBe(false)
    expect(cores.all).toHaveLength(2)
  })
})

describe('words that cannot be saved', () => {
  it('are counted by the core, and a core that hangs counts none', async () => {
    let hangs = false
    const { supervisor, unlock } = supervised({ call: (name) => (name === 'item.unsaved' && hangs ? new Promise(() => undefined) : { ok: true, value: 3 }) })

    expect(await supervisor.unsaved()).toBe(0)
    await unlock()
    expect(await supervisor.unsaved()).toBe(3)
    hangs = true
    const late = supervisor.unsaved()
    await vi.advanceTimersByTimeAsync(2_000)

    expect(await late).toBe(0)
  })

  it('do not keep a window that is closed all the same', async () => {
    const closed = vi.fn()
    const { supervisor } = supervised({}, { closeWindow: closed })

    expect(await supervisor.call('window.close', undefined)).toEqual({ ok: true, value: undefined })
    expect(closed).toHaveBeenCalledOnce()
  })
})
