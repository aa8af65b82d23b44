import { describe, expect, it } from 'vitest'
import { openTestBackend, testBackend, testPassphrase } from '../../helpers/test-backend.ts'
import { unlock, relock, addEntry, entryText } from '../../helpers/locked-again.ts'

describe('passphrases', () => {
  it('are changed with the current one, what was written stays, and the old one opens nothing', async () => {
    const { test, recoveryCode } = await openTestBackend()
    const entry = await addEntry(test, 'Blijft staan.')
    const change = { current: testPassphrase, next: 'een nieuwe zin' }

    const refused = await test.outcome('passphrase.change', { ...change, current: 'een nieuwe zin' })
    await test.call('passphrase.change', change)
    const confirmed = await test.outcome('recovery.confirm', { code: recoveryCode })
    const next = relock(test)

    expect([refused, confirmed]).toEqual(['vault.wrong-passphrase', 'ok'])
    expect(await next.outcome('vault.unlock', unlock)).toBe('vault.wrong-passphrase')
    await next.call('vault.unlock', { passphrase: 'een nieuwe zin' })
    expect(await entryText(next, entry.id)).toBe('Blijft staan.')
  })

  it('changed twice at once are changed in turn, and only who knows the current one goes on', async () => {
    const { test } = await openTestBackend()

    const outcomes = await Promise.all(['een', 'twee'].map((next) => test.outcome('passphrase.change', { current: testPassphrase, next })))

    expect(outcomes).toEqual(['ok', 'vault.wrong-passphrase'])
    expect(await relock(test).outcome('vault.unlock', { passphrase: 'een' })).toBe('ok')
  })

  it('are suggested and rated before there is a vault', async () => {
    const test = testBackend()

    const { passphrase } = await test.call('passphrase.suggest')

    expect((await test.call('passphrase.rate', { passphrase })).strength).toBe('strong')
    expect((await test.call('passphrase.rate', { passphrase: '' })).strength).toBe('weak')
  })
})
