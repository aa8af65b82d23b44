import { describe, expect, it } from 'vitest'
import { keepTries } from '../../../electron/api/tries.ts'
import { AppError } from '../../../shared/errors.ts'
import { defaultStoredPreferences } from '../../../shared/preference.ts'
import type { StoredPreferences } from '../../../shared/preference.ts'
import { openQuickBackend, testPassphrase } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

const vault = 'ab'.repeat(16)

/** A computer whose two clocks a test moves, and whose preferences outlive a run. */
function computer() {
  let preferences: StoredPreferences = defaultStoredPreferences
  const clock = { wall: Date.parse('2026-11-22T20:00:00Z'), steady: 0, writable: true }
  const run = () => keepTries({
    getPreferences: () => Promise.resolve(preferences),
    setPreferences: (change) => clock.writable
      ? Promise.resolve(preferences = { ...preferences, ...change }) : Promise.reject(new Error('read-only')),
    now: () => new Date(clock.wall),
    steady: () => clock.steady,
  })
  const pass = (seconds: number) => {
    clock.wall += seconds * 1_000
    clock.steady += seconds * 1_000
  }
  return { clock, run, pass, get preferences() { return preferences } }
}

const wrong = () => Promise.reject(new AppError('vault.wrong-passphrase'))
const right = () => Promise.resolve('open')

type Run = ReturnType<ReturnType<typeof computer>['run']>

/** `open`, the code of the refusal, or the seconds it asks for. */
async function outcome(tries: Run, work: () => Promise<string> = wrong): Promise<string | number> {
  try {
    return await tries.attempt(vault, work)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.facts?.seconds ?? error.code
  }
}

async function fail(tries: Run, times: number, pass: (seconds: number) => void): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    pass(30)
    await outcome(tries)
  }
}

describe('after passphrases that did not fit', () => {
  it('the wait grows, and stays at half a minute however many there were', async () => {
    const { run, pass } = computer()
    const tries = run()
    const waits: number[] = []

    for (let n = 0; n < 40; n += 1) {
      await outcome(tries)
      waits.push(await tries.secondsLeft(vault))
      pass(30)
    }

    expect(waits.slice(0, 9)).toEqual([0, 0, 2, 5, 10, 20, 30, 30, 30])
    expect(Math.max(...waits)).toBe(30)
    expect(await outcome(tries, right)).toBe('open')
  })

  it('nothing is tried while the wait lasts, the right one neither', async () => {
    const { run, pass } = computer()
    const tries = run()
    await fail(tries, 4, pass)
    let tried = 0
    const counted = () => { tried += 1; return right() }

    const early = await outcome(tries, counted)
    pass(4.5)
    const late = await outcome(tries, counted)
    pass(0.5)

    expect([early, late, tried]).toEqual([5, 1, 0])
    expect([await outcome(tries, counted), tried]).toEqual(['open', 1])
  })

  it('the wait survives a restart, and goes on from where it was', async () => {
    const { run, pass } = computer()
    await fail(run(), 1, pass)
    const tries = run()
    await fail(tries, 4, pass)
    pass(3)

    expect(await run().secondsLeft(vault)).toBe(7)
    pass(7)
    expect(await run().secondsLeft(vault)).toBe(0)
  })

  it('a clock set back makes nobody wait longer, and one set forward does not shorten it while the app runs', async () => {
    const { run, pass, clock } = computer()
    const tries = run()
    await fail(tries, 4, pass)

    clock.wall += 365 * 86_400_000
    const forward = await tries.secondsLeft(vault)
    clock.wall -= 2 * 365 * 86_400_000
    const back = run()
    const asked = await back.secondsLeft(vault)
    pass(5)

    expect([forward, asked, await back.secondsLeft(vault)]).toEqual([5, 5, 0])
  })

  it('one that fits ends it, and leaves nothing behind', async () => {
    const own = computer()
    const tries = own.run()
    await fail(tries, 6, own.pass)
    own.pass(30)

    await outcome(tries, right)

    expect(own.preferences.tries).toEqual({})
    expect([await outcome(tries), await tries.secondsLeft(vault)]).toEqual(['vault.wrong-passphrase', 0])
  })

  it('a failure that says nothing about the passphrase does not count', async () => {
    const own = computer()
    const tries = own.run()
    for (let n = 0; n < 5; n += 1) expect(await outcome(tries, () => Promise.reject(new AppError('vault.in-use')))).toBe('vault.in-use')

    expect([await tries.secondsLeft(vault), own.preferences.tries]).toEqual([0, {}])
  })

  it('each vault waits for itself', async () => {
    const { run, pass } = computer()
    const tries = run()
    await fail(tries, 6, pass)

    expect([await tries.secondsLeft(vault), await tries.secondsLeft('cd'.repeat(16))]).toEqual([20, 0])
  })

  it('it holds until the end of the run where nothing can be remembered', async () => {
    const { run, pass, clock } = computer()
    clock.writable = false
    const tries = run()
    await fail(tries, 4, pass)

    expect([await tries.secondsLeft(vault), await run().secondsLeft(vault)]).toEqual([5, 0])
  })
})

describe('the core', () => {
  const unlock = { passphrase: testPassphrase }
  const seconds = async (test: TestBackend) => (await test.call('vault.status')).waitSeconds

  it('lets no call try a passphrase while the wait lasts, also after a restart, and the recovery code always', async () => {
    const { test, recoveryCode } = await openQuickBackend()
    const { id } = test.backend.vault
    for (const one of [{ current: 'x', next: 'y' }, { passphrase: 'x' }, { passphrase: 'y' }]) {
      await test.outcome('current' in one ? 'passphrase.change' : 'vault.unlock', one)
    }

    expect(test.host.preferences.tries[id]?.count).toBe(3)
    expect(await test.outcome('passphrase.change', { current: testPassphrase, next: 'x' })).toBe('vault.wait')
    expect(await test.outcome('recovery.renew', unlock)).toBe('vault.wait')
    expect(await test.outcome('keychain.add', unlock)).toBe('vault.wait')
    expect(await test.outcome('vault.unlock', unlock)).toBe('vault.wait')
    test.backend.lock('asked')
    await test.host.setPreferences({ tries: { [id]: { count: 6, at: new Date().toISOString() } } })
    const next = test.restart()
    expect(await next.reply('vault.unlock', unlock)).toMatchObject({ ok: false, code: 'vault.wait', facts: { seconds: expect.any(Number) as number } })
    expect(await seconds(next)).toBeGreaterThan(0)
    expect(await next.outcome('vault.recover', { code: recoveryCode, newPassphrase: testPassphrase })).toBe('ok')
    expect(next.host.preferences.tries).toEqual({})
  })
})
