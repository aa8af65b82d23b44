import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { supervised } from '../../helpers/supervised.ts'

beforeEach(() => { vi.useFakeTimers({ now: Date.parse('2026-11-22T20:00:00Z') }) })
afterEach(() => { vi.useRealTimers() })

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
