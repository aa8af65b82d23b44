import { describe, expect, it } from 'vitest'
import { callsWhileLocked, contract } from '../../../shared/contract.ts'
import type { CallName } from '../../../shared/contract.ts'
import { ErrorCode } from '../../../shared/error-codes.ts'
import { makeWorld, nowhere, sampleInputs } from '../../helpers/sample-inputs.ts'
import { openTestBackend, testBackend } from '../../helpers/test-backend.ts'

// `Object.keys` forgets what the object's type says.
const names = Object.keys(contract) as CallName[]
const whileOpen = names.filter((name) => !callsWhileLocked.includes(name))
const samples = sampleInputs(nowhere())
const takesNothing = (name: CallName) => contract[name].input.safeParse(undefined).success
const junk = [null, 0, NaN, '', 'x', [], [1], true, () => {}, Symbol('x'), { a: { a: { a: {} } } }, { __proto__: null, id: 1 }]

describe('every call', () => {
  it.each(names)('%s takes its own samples', (name) => {
    for (const sample of samples[name]) expect(contract[name].input.safeParse(sample).error).toBeUndefined()
  })

  it.each(whileOpen)('%s answers that the vault is locked while it is', async (name) => {
    const test = testBackend()

    for (const sample of samples[name]) expect(await test.reply(name, sample)).toEqual({ ok: false, code: 'vault.locked' })
  })

  it.each(names)('%s refuses junk, locked', async (name) => {
    const test = testBackend()
    const refused = { ok: false, code: 'input.invalid' }

    for (const one of takesNothing(name) ? junk : [...junk, undefined]) expect(await test.reply(name, one)).toEqual(refused)
  })

  it('answers its samples with a value of the contract or a known code, open', async () => {
    const { test } = await openTestBackend()
    const here = sampleInputs(await makeWorld(test))
    const bad: Array<[CallName, unknown]> = []
    let tried = 0

    for (const name of names.filter((one) => one !== 'vault.lock')) for (const sample of [...here[name], ...samples[name]]) {
      // Held against the contract's output on the way.
      const reply = await test.reply(name, sample)
      tried += 1
      if (!reply.ok && (!ErrorCode.safeParse(reply.code).success || reply.code === 'internal' || reply.code === 'vault.locked')) bad.push([name, reply])
      if (!reply.ok && Object.keys(reply).some((key) => !['ok', 'code', 'facts'].includes(key))) bad.push([name, reply])
    }

    expect(bad).toEqual([])
    expect(tried).toBeGreaterThan(2 * names.length - 2)
  })
})

describe('a name that is no call', () => {
  it.each(['', 'vault', 'vault.destroy', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'vault.status '])('%j is refused', async (name) => {
    expect(await testBackend().reply(name)).toEqual({ ok: false, code: 'input.invalid' })
  })
})

describe('calls while locked', () => {
  it('are these and no others', () => {
    expect([...callsWhileLocked].sort()).toEqual([
      'backup.add', 'backup.check', 'backup.list', 'backup.restore', 'channel.open', 'keychain.unlock', 'passphrase.rate', 'passphrase.suggest', 'preference.get', 'preference.set',
      'vault.choose', 'vault.create', 'vault.lock', 'vault.recover', 'vault.status', 'vault.unlock', 'work.cancel',
    ])
  })
})
