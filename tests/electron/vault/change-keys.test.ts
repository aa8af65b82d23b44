import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { changePassphrase, renewRecoveryCode } from '../../../electron/vault/change-keys.ts'
import { keyFileNames, readKeys } from '../../../electron/vault/key-file.ts'
import { checkRecoveryCode, createVault, openVault, recoverVault } from '../../../electron/vault/vault.ts'
import type { OpenVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import { cheap } from '../../helpers/cheap.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { withReadOnly } from '../../helpers/without-rights.ts'

const now = new Date('2026-11-22T20:00:00.000Z')
const [old, fresh] = ['een brugwachter zingt zacht', 'vier emmers vol regen']
const [first, second] = keyFileNames
const cost = () => Promise.resolve(cheap)

async function newVault(): Promise<{ vault: OpenVault; recoveryCode: string }> {
  const { opened, recoveryCode } = await createVault(join(tempFolder(), 'Journal.mjournal'), old, cheap, now)
  onTestFinished(() => { opened.db.close() })
  return { vault: opened, recoveryCode }
}

const keyBytes = (folder: string) => keyFileNames.map((name) => readFileSync(join(folder, name)))
const slotOf = (vault: OpenVault, kind: string) => vault.keys.slots.find((slot) => slot.kind === kind)

/** How it went: `ok`, or the code of the refusal. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'ok'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

/** Open, close, and say how it went. */
const tryOpen = (folder: string, passphrase: string) => outcome(openVault(folder, passphrase).then(({ db }) => db.close()))
const tryCode = (vault: OpenVault, code: string) => outcome(Promise.resolve().then(() => { checkRecoveryCode(vault.keys, code) }))

describe('a changed passphrase', () => {
  it('opens the vault, the old one is dead, and the recovery code is the same', async () => {
    const { vault, recoveryCode } = await newVault()
    const [slot, recovery] = [slotOf(vault, 'passphrase'), slotOf(vault, 'recovery')]

    await changePassphrase(vault, old, fresh, cost, now)
    vault.db.close()

    expect(vault.keys.serial).toBe(2)
    expect(slotOf(vault, 'passphrase')?.salt).not.toBe(slot?.salt)
    expect(slotOf(vault, 'recovery')).toEqual(recovery)
    expect(readKeys(vault.folder).candidates).toEqual([vault.keys])
    expect(await tryOpen(vault.folder, old)).toBe('vault.wrong-passphrase')
    expect(await tryOpen(vault.folder, fresh)).toBe('ok')
    expect(await outcome(recoverVault(vault.folder, recoveryCode, old, cost, now).then(({ db }) => db.close()))).toBe('ok')
  })

  it('can be changed again at once', async () => {
    const { vault } = await newVault()

    await changePassphrase(vault, old, fresh, cost, now)
    expect(await outcome(changePassphrase(vault, old, 'nog een', cost, now))).toBe('vault.wrong-passphrase')
    await changePassphrase(vault, fresh, 'nog een', cost, now)

    expect(vault.keys.serial).toBe(3)
    expect(vault.keys.slots.map((slot) => slot.kind).sort()).toEqual(['passphrase', 'recovery'])
  })

  it('asks for the current one; with another nothing changes', async () => {
    const { vault } = await newVault()
    const before = keyBytes(vault.folder)
    const costs: number[] = []

    const refused = await outcome(changePassphrase(vault, `${old} `, fresh, () => { costs.push(1); return cost() }, now))

    expect(refused).toBe('vault.wrong-passphrase')
    expect(keyBytes(vault.folder)).toEqual(before)
    expect(costs).toEqual([])
  })

  it('is changed by no one after a lock', async () => {
    const { vault } = await newVault()
    const before = keyBytes(vault.folder)

    const changing = outcome(changePassphrase(vault, old, fresh, cost, now))
    vault.db.close()

    expect(await changing).toBe('vault.locked')
    expect(keyBytes(vault.folder)).toEqual(before)
  })
})

describe('a renewed recovery code', () => {
  it('opens the vault, the old one is dead, and the passphrase is the same', async () => {
    const { vault, recoveryCode } = await newVault()
    const slot = slotOf(vault, 'passphrase')

    const renewed = await renewRecoveryCode(vault, old, now, () => undefined)

    expect(renewed).not.toBe(recoveryCode)
    expect(slotOf(vault, 'passphrase')).toEqual(slot)
    expect([await tryCode(vault, recoveryCode), await tryCode(vault, renewed)]).toEqual(['recovery.wrong-code', 'ok'])
    vault.db.close()
    expect(await outcome(recoverVault(vault.folder, recoveryCode, fresh, cost, now))).toBe('recovery.wrong-code')
    expect(await tryOpen(vault.folder, old)).toBe('ok')
    expect(await outcome(recoverVault(vault.folder, renewed, fresh, cost, now).then(({ db }) => db.close()))).toBe('ok')
  })

  it('asks for the passphrase; with another nothing changes', async () => {
    const { vault, recoveryCode } = await newVault()
    const before = keyBytes(vault.folder)
    let asked = 0

    const refused = await outcome(renewRecoveryCode(vault, fresh, now, () => { asked += 1 }))

    expect([refused, asked]).toEqual(['vault.wrong-passphrase', 0])
    expect(keyBytes(vault.folder)).toEqual(before)
    expect(await tryCode(vault, recoveryCode)).toBe('ok')
  })
})

describe('a change that is cut off', () => {
  it.each([[first, second], [second, first]])('between the key files, with %s written and %s not, locks nobody out', async (_written, behind) => {
    const { vault, recoveryCode } = await newVault()
    const before = readFileSync(join(vault.folder, behind))
    await changePassphrase(vault, old, fresh, cost, now)
    const renewed = await renewRecoveryCode(vault, fresh, now, () => undefined)
    const after = keyBytes(vault.folder)
    vault.db.close()
    writeFileSync(join(vault.folder, behind), before)

    const opened = await openVault(vault.folder, fresh)
    opened.db.close()

    expect(opened.notices).toEqual(['keys-mended'])
    expect(keyBytes(vault.folder)).toEqual(after)
    expect(await tryOpen(vault.folder, old)).toBe('vault.wrong-passphrase')
    expect([await tryCode(opened, renewed), await tryCode(opened, recoveryCode)]).toEqual(['ok', 'recovery.wrong-code'])
  })

  it('before the first key file leaves the old passphrase and the old code', async () => {
    const { vault, recoveryCode } = await newVault()
    // What a kill leaves of the write that never became the file.
    writeFileSync(join(vault.folder, `${first}.0123456789ab.tmp`), 'half')
    vault.db.close()

    const opened = await openVault(vault.folder, old)
    opened.db.close()

    expect(opened.notices).toEqual([])
    expect(await tryCode(opened, recoveryCode)).toBe('ok')
  })

  it('by a folder that takes no file says so, and the old passphrase goes on', async () => {
    const { vault } = await newVault()
    const before = keyBytes(vault.folder)

    const refused = await withReadOnly(vault.folder, () => outcome(changePassphrase(vault, old, fresh, cost, now)))

    expect(refused).toBe('folder.not-writable')
    expect(keyBytes(vault.folder)).toEqual(before)
    vault.db.close()
    expect(await tryOpen(vault.folder, old)).toBe('ok')
  })

  it('by a second key file that cannot be written is taken back', async () => {
    const { vault, recoveryCode } = await newVault()
    const before = readFileSync(join(vault.folder, first))
    rmSync(join(vault.folder, second))
    mkdirSync(join(vault.folder, second))

    const refusals = [
      await outcome(changePassphrase(vault, old, fresh, cost, now)),
      await outcome(renewRecoveryCode(vault, old, now, () => undefined)),
    ]

    expect(refusals).toEqual(['folder.not-writable', 'folder.not-writable'])
    expect(readFileSync(join(vault.folder, first))).toEqual(before)
    expect(vault.keys.serial).toBe(1)
    expect(await tryCode(vault, recoveryCode)).toBe('ok')
    vault.db.close()
    expect(await tryOpen(vault.folder, fresh)).toBe('vault.wrong-passphrase')
  })
})
