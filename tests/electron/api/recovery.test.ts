import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestBackend } from '../../helpers/test-backend.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { unlock, relock, addEntry, entryText } from '../../helpers/locked-again.ts'

describe('the recovery code', () => {
  it('opens, puts a new passphrase in place, and ends the old one', async () => {
    const { test, recoveryCode } = await openTestBackend()
    const entry = await addEntry(test, 'Blijft staan.')
    let next = relock(test)

    const refusals = [
      await next.outcome('vault.recover', { code: recoveryCode.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')), newPassphrase: 'nieuw' }),
      await next.outcome('vault.recover', { code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2', newPassphrase: 'nieuw' }),
    ]
    await next.call('vault.recover', { code: recoveryCode, newPassphrase: 'een nieuwe zin' })
    const kept = await entryText(next, entry.id)
    next = relock(next)

    expect(refusals).toEqual(['recovery.typo', 'recovery.wrong-code'])
    expect(kept).toBe('Blijft staan.')
    expect(await next.outcome('vault.unlock', unlock)).toBe('vault.wrong-passphrase')
    expect(await next.outcome('vault.unlock', { passphrase: 'een nieuwe zin' })).toBe('ok')
  })

  it('asked back is confirmed, and only the right one', async () => {
    const { test, recoveryCode } = await openTestBackend()

    const before = await test.call('vault.facts')
    const wrong = await test.outcome('recovery.confirm', { code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2' })
    const between = await test.call('vault.facts')
    await test.call('recovery.confirm', { code: recoveryCode.toLowerCase().replaceAll('-', ' ') })
    const after = await test.call('vault.facts')

    expect([before.recoveryConfirmedAt, wrong, between.recoveryConfirmedAt]).toEqual([null, 'recovery.wrong-code', null])
    expect(after.recoveryConfirmedAt).not.toBeNull()
  })

  it('renewed is asked back again, also when that was put off, and the old one is dead', async () => {
    const { test, recoveryCode } = await openTestBackend()
    const { id: spaceId } = await test.call('space.create', { role: 'alone', me: '', other: '' })
    await test.call('today.later', { spaceId, rule: 'recovery-not-asked-back', itemId: null })
    await test.call('recovery.confirm', { code: recoveryCode })

    const refused = await test.outcome('recovery.renew', { passphrase: 'not this one' })
    const between = await test.call('vault.facts')
    const renewed = await test.call('recovery.renew', unlock)
    const after = await test.call('vault.facts')

    expect(refused).toBe('vault.wrong-passphrase')
    expect(between.recoveryConfirmedAt).not.toBeNull()
    expect(after.recoveryConfirmedAt).toBeNull()
    expect((await test.call('today.get', { spaceId })).nextStep.rule).toBe('recovery-not-asked-back')
    expect(await test.outcome('recovery.confirm', { code: recoveryCode })).toBe('recovery.wrong-code')
    expect(await test.outcome('recovery.print', { code: recoveryCode, language: 'en' })).toBe('recovery.wrong-code')
    await test.call('recovery.confirm', { code: renewed.recoveryCode })
    expect(await relock(test).outcome('vault.recover', { code: renewed.recoveryCode, newPassphrase: 'een nieuwe zin' })).toBe('ok')
  })

  it('is saved as a sheet where the person says, for them alone, and to nowhere when cancelled', async () => {
    const { test, recoveryCode } = await openTestBackend()
    const path = join(tempFolder(), 'sheet.pdf')
    test.host.paths.push(path)

    const saved = await test.call('recovery.save', { code: recoveryCode.replaceAll('-', '').toLowerCase(), language: 'nl' })
    const cancelled = await test.call('recovery.save', { code: recoveryCode, language: 'nl' })

    expect([saved.saved, cancelled.saved]).toEqual([true, false])
    expect(readFileSync(path, 'utf8')).toContain(recoveryCode.slice(0, 4))
    expect(readdirSync(join(path, '..'))).toEqual(['sheet.pdf'])
  })

  it('that does not open this vault is put on no sheet', async () => {
    const { test } = await openTestBackend()
    const code = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2'

    expect(await test.outcome('recovery.print', { code, language: 'id' })).toBe('recovery.wrong-code')
    expect(await test.outcome('recovery.save', { code, language: 'id' })).toBe('recovery.wrong-code')
    expect(test.host.printed).toEqual([])
  })

  it('says when it cannot be saved there or there is no printer', async () => {
    const { test, recoveryCode } = await openTestBackend()
    test.host.paths.push('/proc/sheet.pdf')
    test.host.hasPrinter = false

    expect(await test.outcome('recovery.save', { code: recoveryCode, language: 'en' })).toBe('folder.not-writable')
    expect(await test.outcome('recovery.print', { code: recoveryCode, language: 'en' })).toBe('print.unavailable')
  })
})
