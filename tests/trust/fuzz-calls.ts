/** Every call of the contract, asked with what no page of ours would send. */
import { inspect } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { vi } from 'vitest'
import { answerUnchecked } from './planted/unchecked-dispatch.ts'
import { callsWhileLocked, contract } from '../../shared/contract.ts'
import type { CallName } from '../../shared/contract.ts'
import { ErrorCode, errorFacts } from '../../shared/error-codes.ts'
import { hostile, once, reworded, secret, valid } from '../helpers/hostile-inputs.ts'
import { makeWorld, sampleInputs } from '../helpers/sample-inputs.ts'
import { openTestBackend, testBackend, testPassphrase } from '../helpers/test-backend.ts'
import type { TestBackend } from '../helpers/test-backend.ts'
import { countOf, rowOf, tally } from './row.ts'
import type { Tally } from './row.ts'

type Answer = (test: TestBackend, name: CallName, input: unknown) => Promise<unknown>

const names = Object.keys(contract) as CallName[]
/** What inputs may add to the heap in all, garbage aside: room for statements prepared once. */
const mostGrowth = 24 * 2 ** 20

export const row = rowOf<Answer>({
  id: 'fuzz-calls',
  promise: 'Junk from the page is refused with a code, whatever it is, and costs no memory.',
  tries: { full: 24_000, part: 1200 },
  async attack(tries, seed, answer = (test, name, input) => test.reply(name, input), asked = tally()) {
    const quiet = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')].map((spy) => spy.mockImplementation(() => undefined))
    try {
      return await fuzz(tries, seed, answer, asked)
    } finally {
      for (const spy of quiet) spy.mockRestore()
    }
  },
  planted: answerUnchecked,
})

async function fuzz(tries: number, seed: number, answer: Answer, asked: Tally) {
  const locked = testBackend()
  const { test: open } = await openTestBackend()
  const world = await makeWorld(open)
  const replies: string[] = []
  // Some more than asked for: valid input of a few calls is spared.
  const perCall = Math.ceil((tries * 1.05) / names.length / 2)
  let before = 0
  // Larger than all else that is made once, and chance may ask for them late.
  await open.call('passphrase.rate', { passphrase: testPassphrase })
  // Twice over all calls: what else is made once is there after the first time.
  for (const round of [0, 1]) {
    before = usedHeap()
    for (const [at, name] of names.entries()) {
      const samples = sampleInputs(world)[name]
      const inputs = fc.sample(fc.oneof({ weight: 2, arbitrary: hostile(samples) }, { weight: 1, arbitrary: worded(samples) }), { seed: seed + at + round * names.length, numRuns: perCall })
      for (const [nth, input] of inputs.entries()) {
        const test = nth % 4 === 0 ? locked : open
        const expected = expectedCode(name, input, test === locked)
        if (expected === 'spared') continue
        const reply = await answer(test, name, input)
        const fault = faultOf(reply, expected)
        replies.push(codeOf(reply))
        asked.held(fault === null, () => `${name}: ${fault} for ${inspect(input).slice(0, 300)}`)
      }
    }
  }
  const grown = usedHeap() - before
  asked.held(grown < mostGrowth, () => `the heap grew by ${Math.round(grown / 2 ** 20)} MB`)
  return asked.outcome([countOf(replies), `heap ${grown < 0 ? '' : '+'}${(grown / 2 ** 20).toFixed(1)} MB`])
}

/** Valid in shape, with words in it that have broken others; where there are no words, anything. */
function worded(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const all = samples.flatMap(reworded)
  return all.length === 0 ? fc.anything() : fc.constantFrom(...all)
}

/** The one code that may come; null where any may but a bug. Valid input that derives keys or ends the core is spared. */
function expectedCode(name: CallName, input: unknown, isLocked: boolean): string | null {
  if (!valid(name, input)) return 'input.invalid'
  if (once.includes(name)) return 'spared'
  return isLocked && !callsWhileLocked.includes(name) ? 'vault.locked' : null
}

/** What is wrong with a reply; null when nothing is. */
function faultOf(reply: unknown, expected: string | null): string | null {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return 'no reply'
  if (reply.ok === true) return expected === null ? null : `answered, not refused with ${expected}`
  const code = ErrorCode.safeParse('code' in reply ? reply.code : undefined)
  if (!code.success) return 'a code that nobody knows'
  if (code.data === 'internal') return 'a bug'
  if (expected !== null && code.data !== expected) return `${code.data} and not ${expected}`
  if (inspect(reply, { depth: null }).includes(secret)) return 'the words came back in the refusal'
  const facts = 'facts' in reply ? reply.facts : undefined
  return errorFacts[code.data].safeParse(facts).success ? null : 'facts that are none'
}

function codeOf(reply: unknown): string {
  if (typeof reply !== 'object' || reply === null) return 'no reply'
  return 'code' in reply && typeof reply.code === 'string' ? reply.code : 'ok'
}

/** What is held after everything that can go has gone. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc')
  // A function of V8's own, there once the flag is set.
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}
