/** When it locks without being asked. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultStoredPreferences } from '../../../shared/preference.ts'
import { host, supervised } from '../../helpers/supervised.ts'

beforeEach(() => { vi.useFakeTimers({ now: Date.parse('2026-11-22T20:00:00Z') }) })
afterEach(() => { vi.useRealTimers() })

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
