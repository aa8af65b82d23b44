/** Inputs that no page of ours would send: valid ones with one field changed, and anything at all. */
import fc from 'fast-check'
import { contract } from '../../shared/contract.ts'
import type { CallName } from '../../shared/contract.ts'

/** Words that may turn up in no failure and in no log. */
export const secret = 'zwaluwnest-tussen-de-balken'

/** Whatever a structured clone can carry, and what usually breaks something. */
const junk = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true, withNullPrototype: true, maxDepth: 4 }),
  fc.constantFrom<unknown>(
    undefined, null, '', ' ', secret, `${secret}'; DROP TABLE item; --`, `../../${secret}`, '\u0000', '\uD800', '\u202E', 'x'.repeat(100_000),
    0, -0, -1, 0.5, Number.NaN, Infinity, 2 ** 53, 5n, true, [], {}, [[]], [null], { root: null }, { __proto__: { id: secret } },
    JSON.parse('{"__proto__": {"ok": true}, "constructor": 1}'), new Date(Number.NaN), new Error(secret), /x/, new Uint8Array(8), new Map([[secret, 1]]),
    '00000000-0000-0000-0000-000000000000', '2026-02-30', '9999-12-31', '0000-00-00', '2026-11-22T25:61', 'en', 'private', 'entry',
  ),
)

type Way = ReadonlyArray<string | number>

/** Each field of a value, the value itself among them. */
function waysInto(value: unknown, way: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [way]
  const inner = Array.isArray(value)
    ? value.slice(0, 3).flatMap((part: unknown, at) => waysInto(part, [...way, at]))
    : Object.entries(value).flatMap(([key, part]) => waysInto(part, [...way, key]))
  return [way, ...inner]
}

/** The value with one field changed, taken away, or joined by another. */
function change(value: unknown, way: Way, how: 'replace' | 'remove' | 'add', put: unknown): unknown {
  const [key, ...rest] = way
  if (key === undefined || typeof value !== 'object' || value === null) {
    return how === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, unasked: put } : put
  }
  if (Array.isArray(value)) {
    const list: unknown[] = [...value]
    if (rest.length === 0 && how === 'remove') list.splice(Number(key), 1)
    else list[Number(key)] = change(list[Number(key)], rest, how, put)
    return list
  }
  const copy: Record<string, unknown> = { ...value }
  if (rest.length === 0 && how === 'remove') delete copy[key]
  else copy[key] = change(copy[key], rest, how, put)
  return copy
}

/** Words a schema lets through where free text may stand, and which have broken others. */
const words = [
  '', ' ', '\u0000', 'before\u0000after', '\uD800', '\u202Eleft', '\uFEFF', '👩🏽‍🏫', "'); DROP TABLE item; --", '"', '*', '"a" NEAR(b', 'AND OR NOT', '^x:y -z', '(((',
  '{mentor}', '{count, plural, one {', '<script>alert(1)</script>', '[a](javascript:x)', '=cmd|x', '%s%n', '../../etc/passwd', 'C:\\Windows', 'a'.repeat(119), '-'.repeat(400),
]

/** The sample with each of its texts in turn replaced by each of the words. */
export function reworded(sample: unknown): unknown[] {
  return waysInto(sample)
    // Each way was found in this very sample.
    .filter((way) => typeof way.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], sample) === 'string')
    .flatMap((way) => words.map((word) => change(sample, way, 'replace', word)))
}

/** Half begins at a valid input and changes one field; half is anything at all. */
export function hostile(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const changed = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('replace' as const, 'remove' as const, 'add' as const), junk).map(([which, where, how, put]) => {
    const sample = samples[which % samples.length]
    const ways = waysInto(sample)
    return change(sample, ways[where % ways.length] ?? [], how, put)
  })
  return fc.oneof(changed, junk)
}

export const valid = (name: CallName, input: unknown) => contract[name].input.safeParse(input).success

/** They derive a key, or end the core: tried with junk only. */
export const once: readonly CallName[] = ['vault.create', 'vault.unlock', 'vault.recover', 'vault.lock', 'passphrase.change', 'recovery.renew']
