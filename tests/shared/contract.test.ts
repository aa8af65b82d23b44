import { expect, test } from 'vitest'
import { z } from 'zod'
import { callsWhileLocked, contract, isCallName } from '../../shared/contract.ts'
import type { CallName } from '../../shared/contract.ts'
import { events } from '../../shared/events.ts'

const names = Object.keys(contract) as CallName[]

test('calls are a noun and a verb', () => {
  for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z]+$/)
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'item', 'item.get ', 'Item.get', 'item.get\u0000'])(
  '%j is no call', (name) => {
    expect(isCallName(name)).toBe(false)
  })

test('a locked vault answers what is needed to open it, and nothing that reads or writes it', () => {
  expect([...callsWhileLocked].sort()).toEqual([
    'backup.add', 'backup.check', 'backup.list', 'backup.restore', 'channel.open', 'keychain.unlock', 'passphrase.rate', 'passphrase.suggest',
    'preference.get', 'preference.set', 'vault.choose', 'vault.create', 'vault.lock', 'vault.recover', 'vault.status', 'vault.unlock', 'work.cancel',
  ])
})

/** Each schema within a schema, with the way to it. */
function* parts(schema: unknown, way: string, seen = new Set<unknown>()): Generator<{ way: string; schema: z.ZodType }> {
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return
  seen.add(schema)
  yield { way, schema }
  if (schema instanceof z.ZodObject) {
    for (const [key, part] of Object.entries<unknown>(schema.shape)) yield* parts(part, `${way}.${key}`, seen)
  } else if (schema instanceof z.ZodArray) {
    yield* parts(schema.element, `${way}[]`, seen)
  } else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) yield* parts(option, way, seen)
  } else if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    yield* parts(schema.unwrap(), way, seen)
  } else if (schema instanceof z.ZodRecord) {
    yield* parts(schema.valueType, `${way}{}`, seen)
  }
}

test.each(names)('%s takes nothing it does not name, and no text without an end', (name) => {
  for (const { way, schema } of parts(contract[name].input, name)) {
    if (schema instanceof z.ZodObject) expect(schema.safeParse({ unasked: 1 }).error?.issues.map(({ code }) => code), way).toContain('unrecognized_keys')
    if (schema instanceof z.ZodString && schema.format === null) expect(schema.maxLength, `${way} has no longest text`).not.toBeNull()
  }
})

test('no row of the contract lets just anything through', () => {
  for (const name of names) {
    for (const { way, schema } of [...parts(contract[name].input, name), ...parts(contract[name].output, name)]) {
      expect(schema instanceof z.ZodAny || schema instanceof z.ZodUnknown, way).toBe(false)
    }
  }
})

test('events carry ids, numbers, instants and codes: never a text of the journal', () => {
  for (const [name, schema] of Object.entries(events)) {
    for (const { way, schema: part } of parts(schema, name)) {
      const free = part instanceof z.ZodString && part.format === null
      expect(free && !['work.progress.id', 'work.done.id'].includes(way), way).toBe(false)
    }
  }
})
