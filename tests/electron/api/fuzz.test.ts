/** Every call against input no page of ours would send: a code comes back, and nothing else. */
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { callsWhileLocked, contract } from '../../../shared/contract.ts'
import type { CallName } from '../../../shared/contract.ts'
import { ErrorCode, errorFacts } from '../../../shared/error-codes.ts'
import type { Reply } from '../../../shared/errors.ts'
import { hostile, once, reworded, secret, valid } from '../../helpers/hostile-inputs.ts'
import { makeWorld, nowhere, sampleInputs } from '../../helpers/sample-inputs.ts'
import { openTestBackend, testBackend } from '../../helpers/test-backend.ts'

const names = Object.keys(contract) as CallName[]
/** Hostile inputs per call; a twentieth unless `MJ_FULL` is set. */
const runs = process.env['MJ_FULL'] === '1' ? 2_000 : 100
const seed = Number(process.env['MJ_SEED'] ?? Date.now() % 1_000_000_007)
console.info(`seed of the fuzz test: ${seed} (MJ_SEED), ${runs} inputs per call`)

/** Nothing but a known code and facts of its schema; no path, no SQL, no text. */
function expectBare(reply: Reply<unknown>): void {
  if (reply.ok) return
  expect(ErrorCode.safeParse(reply.code).success).toBe(true)
  expect(Object.keys(reply).filter((key) => !['ok', 'code', 'facts'].includes(key))).toEqual([])
  errorFacts[reply.code].parse(reply.facts)
}

/** What was logged meanwhile. */
function listen(): () => string {
  const heard = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')].map((spy) => spy.mockImplementation(() => undefined))
  onTestFinished(() => { for (const spy of heard) spy.mockRestore() })
  return () => heard.flatMap((spy) => spy.mock.calls.flat()).map(String).join('\n')
}

/** Try it with `runs` hostile inputs made from these samples. */
async function fuzz(samples: readonly unknown[], attempt: (input: unknown) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(hostile(samples), attempt), { seed, numRuns: runs })
}

test.each(names)('%s: the samples are valid, and each gives what the contract says or a code', async (name) => {
  for (const input of sampleInputs(nowhere())[name]) expect(valid(name, input)).toBe(true)
})

test.each(names)('%s answers junk with input.invalid, also while the vault is locked', async (name) => {
  const backend = testBackend()
  const log = listen()
  const spared = once.includes(name)

  await fuzz(sampleInputs(nowhere())[name], async (input) => {
    const isValid = valid(name, input)
    if (spared && isValid) return
    const reply = await backend.reply(name, input)
    expectBare(reply)
    const expected = !isValid ? 'input.invalid' : callsWhileLocked.includes(name) ? null : 'vault.locked'
    if (expected !== null) expect(reply).toEqual({ ok: false, code: expected })
    else expect(reply).not.toMatchObject({ code: 'internal' })
  })

  expect(log()).toBe('')
})

test.each(names.filter((name) => !callsWhileLocked.includes(name)))('%s with valid input on a locked vault answers vault.locked', async (name) => {
  const backend = testBackend()

  for (const input of sampleInputs(nowhere())[name]) expect(await backend.outcome(name, input)).toBe('vault.locked')
})

const nouns = [...new Set(names.map((name) => name.split('.')[0] ?? ''))]

test.each(nouns)('%s.*: junk into an open vault is refused or answered, and never a bug', async (noun) => {
  const { test: backend } = await openTestBackend()
  const log = listen()
  for (const name of names.filter((each) => each.startsWith(`${noun}.`))) {
    const world = await makeWorld(backend)
    for (const input of once.includes(name) ? [] : sampleInputs(world)[name]) expect(await backend.outcome(name, input)).not.toBe('internal')
    await fuzz(sampleInputs(await makeWorld(backend))[name], async (input) => {
      const isValid = valid(name, input)
      if (isValid && once.includes(name)) return
      const reply = await backend.reply(name, input)
      expectBare(reply)
      if (isValid) expect(reply, name).not.toMatchObject({ code: 'internal' })
      else expect(reply, name).toEqual({ ok: false, code: 'input.invalid' })
    })
  }

  expect(log()).toBe('')
  expect(await backend.outcome('space.list')).toBe('ok')
}, 120_000)

test.each(nouns)('%s.*: hostile words where words may stand are kept, or found nowhere, and never a bug', async (noun) => {
  const { test: backend } = await openTestBackend()
  const log = listen()
  for (const name of names.filter((each) => each.startsWith(`${noun}.`) && !once.includes(each))) {
    const world = await makeWorld(backend)
    for (const input of sampleInputs(world)[name].flatMap(reworded)) {
      const reply = await backend.reply(name, input)
      expectBare(reply)
      expect(reply, `${name} ${JSON.stringify(input)}`).not.toMatchObject({ code: 'internal' })
    }
    // What was kept can be read again, by the contract.
    expect(await backend.outcome('item.list', { spaceId: world.spaceId, kinds: ['entry', 'session', 'commitment'], limit: 1000 })).toBe('ok')
    expect(await backend.outcome('export.gather', { scope: { what: 'session', spaceId: world.spaceId, sessionId: world.sessionId }, audience: 'mentor', language: 'nl' })).toBe('ok')
  }

  expect(log()).toBe('')
}, 120_000)

test.each(['__proto__', 'constructor', 'toString', '', 'item', 'item.get\u0000', secret, '../item.get', 'dispatch'])('%j is no call', async (name) => {
  const backend = testBackend()

  expect(await backend.reply(name, { id: 1 })).toEqual({ ok: false, code: 'input.invalid' })
})

test('a bug crosses as one word, and neither crosses nor logs what was written', async () => {
  const { test: backend } = await openTestBackend()
  const log = listen()
  backend.host.getPreferences = () => Promise.reject(new Error(`${secret} at /home/sari/Journal.mjournal: SELECT body FROM item`))

  const reply = await backend.reply('preference.get')

  expect(reply).toEqual({ ok: false, code: 'internal' })
  expect(log()).toBe('preference.get failed: Error')
})
