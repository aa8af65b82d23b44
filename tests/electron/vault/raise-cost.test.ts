import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { raiseCostWhenQuiet } from '../../../electron/api/raise-cost.ts'
import { derivesAside } from '../../../electron/vault/argon2.ts'
import type { Argon2Cost } from '../../../electron/vault/argon2.ts'
import { changePassphrase } from '../../../electron/vault/change-keys.ts'
import { keyFileNames } from '../../../electron/vault/key-file.ts'
import { costsTooLittle, mayCostTooLittle, raiseCost } from '../../../electron/vault/raise-cost.ts'
import { closeVault, createVault, openVault } from '../../../electron/vault/vault.ts'
import type { OpenVault } from '../../../electron/vault/vault.ts'
import { openQuickBackend, testPassphrase } from '../../helpers/test-backend.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const now = new Date('2026-11-22T20:00:00.000Z')
const passphrase = 'een brugwachter zingt zacht'
const cheap: Argon2Cost = { m: 64, t: 1, p: 1 }
const dearer: Argon2Cost = { m: 128, t: 2, p: 1 }
const find = (cost: Argon2Cost) => () => Promise.resolve(cost)

async function newVault(cost = cheap): Promise<OpenVault> {
  const { opened } = await createVault(join(tempFolder(), 'Journal.mjournal'), passphrase, cost, now)
  onTestFinished(() => { if (opened.db.open) closeVault(opened) })
  return opened
}

function slotOf(vault: OpenVault) {
  const slot = vault.keys.slots.find(({ kind }) => kind === 'passphrase')
  if (slot?.kind !== 'passphrase') throw new Error('no passphrase slot')
  return slot
}

const raise = (vault: OpenVault, cost: Argon2Cost) => raiseCost(vault, slotOf(vault).id, passphrase, find(cost))

describe('a slot that costs too little', () => {
  it('is one clearly below a second of this machine, never one with more memory', () => {
    expect(costsTooLittle({ m: 65_536, t: 3, p: 1 }, { m: 262_144, t: 6, p: 1 })).toBe(true)
    expect(costsTooLittle({ m: 262_144, t: 4, p: 1 }, { m: 262_144, t: 6, p: 1 })).toBe(false)
    expect(costsTooLittle({ m: 262_144, t: 6, p: 1 }, { m: 262_144, t: 3, p: 1 })).toBe(false)
    expect(costsTooLittle({ m: 524_288, t: 1, p: 1 }, { m: 262_144, t: 6, p: 1 })).toBe(false)
    expect([mayCostTooLittle(599), mayCostTooLittle(601)]).toEqual([true, false])
  })

  it('is made anew under the same passphrase, on the day it was chosen, and everything else stays', async () => {
    const vault = await newVault()
    const [before, recovery] = [slotOf(vault), vault.keys.slots.find(({ kind }) => kind === 'recovery')]

    const raised = await raise(vault, dearer)
    closeVault(vault)
    const again = await openVault(vault.folder, passphrase)
    const after = slotOf(again)
    closeVault(again)

    expect(raised).toBe(true)
    expect(after).toMatchObject({ ...dearer, made: before.made })
    expect([after.salt === before.salt, after.id === before.id]).toEqual([false, false])
    expect(again.keys.slots.find(({ kind }) => kind === 'recovery')).toEqual(recovery)
    expect(again.notices).toEqual([])
  })

  it('is left alone when it is not too little, when it was changed since, and when a lock came first', async () => {
    const vault = await newVault(dearer)
    const before = readFileSync(join(vault.folder, keyFileNames[0]))
    const enough = await raise(vault, cheap)
    const stranger = await raiseCost(vault, 'another slot', passphrase, find({ m: 1024, t: 4, p: 1 }))
    const late = raise(vault, { m: 1024, t: 4, p: 1 })
    closeVault(vault)

    expect([enough, stranger]).toEqual([false, false])
    await expect(late).rejects.toThrow('vault.locked')
    expect(readFileSync(join(vault.folder, keyFileNames[0]))).toEqual(before)
    expect((await openVault(vault.folder, passphrase).then((opened) => { closeVault(opened); return opened.keys.serial }))).toBe(1)
  })
})

describe('raising after an unlock', () => {
  const quick = { quietMs: 30, findCost: find(dearer) }

  it('waits until nobody needs the core, and the passphrase opens the vault as before', async () => {
    const { test } = await openQuickBackend()
    const { vault } = test.backend
    // Known from here on, so that the waiting begins at once.
    await derivesAside()
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'performance'] })
    onTestFinished(() => { vi.useRealTimers() })
    const busy = setInterval(() => { void test.call('vault.status') }, 5)

    const raising = raiseCostWhenQuiet(test.backend, vault, testPassphrase, quick)
    await vi.advanceTimersByTimeAsync(200)
    const whileBusy = slotOf(vault).m
    clearInterval(busy)
    await vi.advanceTimersByTimeAsync(200)
    vi.useRealTimers()

    expect(await raising).toBe(true)
    expect([whileBusy, slotOf(vault).m]).toEqual([64, 128])
    test.backend.lock('asked')
    expect(await test.restart().outcome('vault.unlock', { passphrase: testPassphrase })).toBe('ok')
  })

  it('comes after a change under way, and then has nothing to do', async () => {
    const { test } = await openQuickBackend()
    const { vault } = test.backend
    const changing = test.backend.inTurn(() => changePassphrase(vault, testPassphrase, 'vier emmers vol regen', find(cheap), now))

    const raised = await raiseCostWhenQuiet(test.backend, vault, testPassphrase, quick)
    await changing

    expect([raised, slotOf(vault).m]).toEqual([false, 64])
  })

  it('ends with the lock, and a failure says nothing', async () => {
    const { test } = await openQuickBackend()
    const { vault } = test.backend
    const failing = await raiseCostWhenQuiet(test.backend, vault, testPassphrase, { ...quick, findCost: () => Promise.reject(new Error('no memory')) })
    const raising = raiseCostWhenQuiet(test.backend, vault, testPassphrase, { ...quick, quietMs: 300 })
    test.backend.lock('asked')

    expect([failing, await raising]).toEqual([false, false])
  })

  it('begins by itself where costs are measured, after the passphrase and nothing else', async () => {
    const { test } = await openQuickBackend()
    test.backend.lock('asked')
    const calibrated = test.restart({ calibrate: true })
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
    onTestFinished(() => { vi.useRealTimers() })

    await calibrated.call('vault.unlock', { passphrase: testPassphrase })
    const before = slotOf(calibrated.backend.vault).m
    await vi.advanceTimersByTimeAsync(10_000)
    vi.useRealTimers()

    await vi.waitFor(() => { expect(slotOf(calibrated.backend.vault).m).toBeGreaterThanOrEqual(65_536) }, { timeout: 30_000, interval: 50 })
    expect(before).toBe(64)
  })
})
