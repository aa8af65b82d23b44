/** Text of a size and depth that no person writes, through every call that takes text. */
import { createHash } from 'node:crypto'
import { contract } from '../../shared/contract.ts'
import type { CallName } from '../../shared/contract.ts'
import { once } from '../helpers/hostile-inputs.ts'
import { makeWorld, sampleInputs } from '../helpers/sample-inputs.ts'
import { stopwatch } from '../helpers/took.ts'
import { openTestBackend } from '../helpers/test-backend.ts'
import type { TestBackend } from '../helpers/test-backend.ts'
import { answerUnchecked } from './planted/unchecked-dispatch.ts'
import { countOf, rowOf, tally } from './row.ts'

type Answer = (test: TestBackend, name: CallName, input: unknown) => Promise<unknown>

const names = Object.keys(contract) as CallName[]
/** Longer than this, and a person would think that it hangs. */
const longestMs = 2000

export const row = rowOf<Answer>({
  id: 'huge-input',
  promise: 'A hundred megabytes, or lists ten thousand deep, are refused within two seconds by every call, and change nothing.',
  tries: { full: 400, part: 60 },
  async attack(tries, seed, answer = (test, name, input) => test.reply(name, input), refused = tally()) {
    const { test } = await openTestBackend()
    const world = await makeWorld(test)
    const before = contentOf(test)
    const codes: string[] = []
    const cases = names.filter((name) => !once.includes(name)).flatMap((name) => sampleInputs(world)[name].flatMap((sample) => inflated(sample).map((input) => ({ name, input }))))
    for (let nth = 0; nth < tries; nth += 1) {
      // Strides over all of them; more tries than cases go round again.
      const one = cases[(seed + nth * Math.max(1, Math.floor(cases.length / tries))) % cases.length]
      if (one === undefined) throw new Error('no call takes anything')
      const input = one.input()
      const took = stopwatch()
      const reply = await answer(test, one.name, input)
      const ms = took()
      const code = typeof reply === 'object' && reply !== null && 'code' in reply ? String(reply.code) : 'ok'
      codes.push(code)
      refused.held(code === 'input.invalid' && ms < longestMs, () => `${one.name}: ${code} after ${Math.round(ms)} ms`)
    }
    refused.held(contentOf(test) === before, () => 'the vault is not as it was')
    refused.held(locks(test), () => 'the vault does not lock any more')
    return refused.outcome([`${cases.length} cases; ${countOf(codes)}`])
  },
  planted: answerUnchecked,
  plantedTries: 12,
})

/** A digest: what a defect let in can be longer than a string may be. */
function contentOf({ backend }: TestBackend): string {
  const digest = createHash('sha256')
  for (const item of backend.db.prepare('SELECT id, body, revision, position, privacy, deleted_at FROM item ORDER BY id').iterate()) digest.update(JSON.stringify(item))
  return digest.digest('hex')
}

/** Words that are kept for the next unlock are written as JSON, which has no end for what is too deep. */
function locks({ backend }: TestBackend): boolean {
  try {
    backend.lock('closed')
    return true
  } catch {
    return false
  }
}

/** 100 MB: one string, shared by all cases. */
const hugeText = 'x'.repeat(100_000_000)

/** The sample with one of its texts made huge, one rich text made deep or wide. */
function inflated(sample: unknown): Array<() => unknown> {
  return waysToText(sample).flatMap(([way, what]) => (what === 'rich'
    ? [() => put(sample, way, deepText(10_000)), () => put(sample, way, wideText(1_000_000)), () => put(sample, way, { root: { type: 'root', children: [{ type: 'text', text: hugeText }] } })]
    : [() => put(sample, way, hugeText)]))
}

type Way = readonly string[]

function waysToText(value: unknown, way: Way = []): Array<[Way, 'text' | 'rich']> {
  if (typeof value === 'string') return [[way, 'text']]
  if (typeof value !== 'object' || value === null) return []
  if ('root' in value) return [[way, 'rich']]
  return Object.entries(value).flatMap(([key, part]) => waysToText(part, [...way, key]))
}

function put(value: unknown, [key, ...rest]: Way, what: unknown): unknown {
  if (key === undefined) return what
  if (Array.isArray(value)) return value.map((part: unknown, at) => (String(at) === key ? put(part, rest, what) : part))
  // The way was found in this very value.
  const object = value as Record<string, unknown>
  return { ...object, [key]: put(object[key], rest, what) }
}

/** A list in a list in a list. */
function deepText(depth: number): object {
  let node: object = { type: 'text', text: 'deep down' }
  for (let level = 0; level < depth; level += 1) node = { type: level % 2 === 0 ? 'listitem' : 'list', children: [node] }
  return { root: { type: 'root', children: [node] } }
}

function wideText(width: number): object {
  const node = { type: 'listitem', children: [] }
  return { root: { type: 'root', children: [{ type: 'list', children: Array.from({ length: width }, () => node) }] } }
}
