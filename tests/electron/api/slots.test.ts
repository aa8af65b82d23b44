import { describe, expect, it } from 'vitest'
import type { KeySlot } from '../../../shared/slot.ts'
import { openQuickBackend, testPassphrase } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

const unlock = { passphrase: testPassphrase }

/** Lock, and start the next core over the same shell. */
function relock(test: TestBackend): TestBackend {
  test.backend.lock('asked')
  return test.restart({ openedBefore: true })
}

async function slotOf(test: TestBackend, kind: KeySlot['kind']): Promise<KeySlot> {
  const slot = (await test.call('slot.list')).find((one) => one.kind === kind)
  if (slot === undefined) throw new Error(`no ${kind} slot`)
  return slot
}

const kinds = async (test: TestBackend) => (await test.call('slot.list')).map(({ kind }) => kind)
const remove = (test: TestBackend, { id }: KeySlot, passphrase: string | null = testPassphrase) => test.outcome('slot.remove', { id, passphrase })

describe('the list of slots', () => {
  it('says what there is, and which was used when and for how long', async () => {
    const { test } = await openQuickBackend()
    const made = await test.call('slot.list')
    const next = relock(test)
    await next.call('vault.unlock', unlock)
    const [passphrase, recovery] = await next.call('slot.list')

    expect(made.map(({ kind, here }) => [kind, here])).toEqual([['passphrase', true], ['recovery', true]])
    expect(passphrase?.used?.ms).toBeGreaterThanOrEqual(0)
    expect(recovery?.used).toBeNull()
  })
})

describe('a slot', () => {
  it('goes with the passphrase only, and what it held opens nothing afterwards', async () => {
    const { test, recoveryCode } = await openQuickBackend()
    const recovery = await slotOf(test, 'recovery')

    const refused = [await remove(test, recovery, 'not this one'), await remove(test, recovery, null)]
    const between = await kinds(test)
    const done = await remove(test, recovery)

    expect([refused, between, done]).toEqual([['vault.wrong-passphrase', 'vault.wrong-passphrase'], ['passphrase', 'recovery'], 'ok'])
    expect(await remove(test, recovery)).toBe('slot.missing')
    expect(await test.outcome('recovery.confirm', { code: recoveryCode })).toBe('recovery.wrong-code')
    expect(await relock(test).outcome('vault.recover', { code: recoveryCode, newPassphrase: 'nieuw' })).toBe('recovery.wrong-code')
  })

  it('that is the last a person can use stays, whatever the keychain holds', async () => {
    const { test } = await openQuickBackend()
    await test.call('keychain.add', unlock)
    await remove(test, await slotOf(test, 'recovery'))

    expect(await remove(test, await slotOf(test, 'passphrase'))).toBe('slot.last')
    expect(await kinds(test)).toEqual(['passphrase', 'keychain'])
    expect(await relock(test).outcome('vault.unlock', unlock)).toBe('ok')
  })

  it('with the passphrase stays until the recovery code was typed back', async () => {
    const { test, recoveryCode } = await openQuickBackend()
    const passphrase = await slotOf(test, 'passphrase')

    const before = await remove(test, passphrase)
    await test.call('recovery.confirm', { code: recoveryCode })
    const after = await remove(test, passphrase)
    const next = relock(test)

    expect([before, after]).toEqual(['slot.last', 'ok'])
    expect((await next.call('vault.status')).ways).toEqual(['recovery'])
    expect(await next.outcome('vault.unlock', unlock)).toBe('vault.wrong-passphrase')
    expect(await next.outcome('vault.recover', { code: recoveryCode, newPassphrase: 'een nieuwe zin' })).toBe('ok')
    expect(await kinds(next)).toEqual(['passphrase', 'recovery'])
  })

  it('of a recovery sheet that is gone asks nobody for its code', async () => {
    const { test } = await openQuickBackend()
    const { id: spaceId } = await test.call('space.create', { role: 'alone', me: '', other: '' })
    await remove(test, await slotOf(test, 'recovery'))

    expect((await test.call('today.get', { spaceId })).nextStep.rule).toBe('nothing')
    await test.call('recovery.renew', unlock)
    expect((await test.call('today.get', { spaceId })).nextStep.rule).toBe('recovery-not-asked-back')
  })
})

describe('the keychain', () => {
  it('opens the vault without the passphrase, and no longer once it is off', async () => {
    const { test } = await openQuickBackend()
    await test.call('keychain.add', unlock)
    let next = relock(test)
    const shown = (await next.call('vault.status')).keychain

    await next.call('keychain.unlock')
    const used = (await slotOf(next, 'keychain')).used
    const off = await remove(next, await slotOf(next, 'keychain'), null)
    const left = next.host.keychain.size
    next = relock(next)

    expect([shown, used === null, off, left]).toEqual([true, false, 'ok', 0])
    expect((await next.call('vault.status')).keychain).toBe(false)
    expect(await next.outcome('keychain.unlock')).toBe('keychain.failed')
    expect(await next.outcome('vault.unlock', unlock)).toBe('ok')
  })

  it('is turned on by the passphrase only, and only where it gives back what it took', async () => {
    const { test } = await openQuickBackend()

    const stranger = await test.outcome('keychain.add', { passphrase: 'not this one' })
    const kept = test.host.keychain.size
    const get = test.host.keychainGet
    test.host.keychainGet = () => Promise.resolve(new Uint8Array(32))
    const forgetful = await test.outcome('keychain.add', unlock)
    test.host.keychainGet = get
    test.host.keychainOffered = { offered: false, why: 'none' }
    const absent = await test.outcome('keychain.add', unlock)

    expect([stranger, kept, forgetful, absent]).toEqual(['vault.wrong-passphrase', 0, 'keychain.failed', 'keychain.failed'])
    expect(await kinds(test)).toEqual(['passphrase', 'recovery'])
  })

  it('that is locked, empty or of another time opens nothing, and the passphrase does', async () => {
    const { test } = await openQuickBackend()
    await test.call('keychain.add', unlock)
    const next = relock(test)
    const [id, secret] = [...next.host.keychain][0] ?? ['', new Uint8Array()]

    next.host.keychainOffered = { offered: false, why: 'silent' }
    const silent = await next.outcome('keychain.unlock')
    next.host.keychainOffered = { offered: true }
    next.host.keychain.set(id, secret.map((byte) => byte ^ 1))
    const changed = await next.outcome('keychain.unlock')
    next.host.keychain.delete(id)
    const empty = await next.outcome('keychain.unlock')

    expect([silent, changed, empty]).toEqual(['keychain.failed', 'keychain.failed', 'keychain.failed'])
    expect(await next.outcome('vault.unlock', unlock)).toBe('ok')
  })

  it('belongs to one computer: turned on there, it is off here', async () => {
    const { test } = await openQuickBackend()
    await test.call('keychain.add', unlock)
    const here = test.host.preferences.keychainSlots
    await test.call('keychain.add', unlock)
    // What this computer would know, had the second been another one.
    await test.host.setPreferences({ keychainSlots: here })

    expect(await slotOf(test, 'keychain')).toMatchObject({ here: false })
    expect((await relock(test).call('vault.status')).keychain).toBe(false)
  })

  it('and the slots survive a new passphrase and a new code', async () => {
    const { test } = await openQuickBackend()
    await test.call('keychain.add', unlock)

    await test.call('passphrase.change', { current: testPassphrase, next: 'vier emmers vol regen' })
    await test.call('recovery.renew', { passphrase: 'vier emmers vol regen' })

    expect(await relock(test).outcome('keychain.unlock')).toBe('ok')
  })
})

describe('who used the recovery code', () => {
  it('gets a new one once without the passphrase, and nobody else does', async () => {
    const { test, recoveryCode } = await openQuickBackend()
    const before = await test.outcome('recovery.renew', { passphrase: null })
    const next = relock(test)

    await next.call('vault.recover', { code: recoveryCode, newPassphrase: 'een nieuwe zin' })
    const known = (await next.call('vault.facts')).recoveryConfirmedAt
    const renewed = await next.call('recovery.renew', { passphrase: null })
    const twice = await next.outcome('recovery.renew', { passphrase: null })
    const last = relock(next)
    await last.call('vault.unlock', { passphrase: 'een nieuwe zin' })

    expect([before, twice]).toEqual(['vault.wrong-passphrase', 'vault.wrong-passphrase'])
    expect(known).not.toBeNull()
    expect(await last.outcome('recovery.renew', { passphrase: null })).toBe('vault.wrong-passphrase')
    expect(await last.outcome('recovery.confirm', { code: recoveryCode })).toBe('recovery.wrong-code')
    expect(await last.outcome('recovery.confirm', { code: renewed.recoveryCode })).toBe('ok')
  })
})

describe('the reminder to practise the code', () => {
  it('comes a quarter after it was typed, comes back a week later when put off, and can be switched off', async () => {
    const { test, recoveryCode } = await openQuickBackend({ options: { now: '2026-08-01T08:00:00.000Z' } })
    const { id: spaceId } = await test.call('space.create', { role: 'alone', me: '', other: '' })
    await test.call('recovery.confirm', { code: recoveryCode })
    const at = async (now: string, act: (test: TestBackend) => Promise<unknown> = () => Promise.resolve()) => {
      current.backend.lock('asked')
      current = current.restart({ now })
      await current.call('vault.unlock', unlock)
      await act(current)
      return (await current.call('today.get', { spaceId })).nextStep.rule
    }
    let current = test

    expect(await at('2026-10-29T08:00:00.000Z')).toBe('nothing')
    expect(await at('2026-10-31T08:00:00.000Z')).toBe('recovery-practice')
    expect(await at('2026-10-31T08:00:00.000Z', (one) => one.call('today.later', { spaceId, rule: 'recovery-practice', itemId: null }))).toBe('nothing')
    expect(await at('2026-11-06T08:00:00.000Z')).toBe('nothing')
    expect(await at('2026-11-08T08:00:00.000Z')).toBe('recovery-practice')
    expect(await at('2026-11-08T08:00:00.000Z', (one) => one.call('recovery.confirm', { code: recoveryCode }))).toBe('nothing')
    expect(await at('2027-11-08T08:00:00.000Z', (one) => one.call('recovery.remind', { on: false }))).toBe('nothing')
    expect((await current.call('vault.facts')).recoveryReminder).toBe(false)
  })
})
