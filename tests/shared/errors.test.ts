import { expect, test } from 'vitest'
import { AppError, assertNever } from '../../shared/errors.ts'
import { ErrorCode, errorFacts } from '../../shared/error-codes.ts'

test('every code has a schema for its facts, and no fact can be text', () => {
  for (const code of ErrorCode.options) {
    expect(errorFacts[code].safeParse({ text: 'what was written' }).success).toBe(false)
    expect(errorFacts[code].safeParse('what was written').success).toBe(false)
    expect(errorFacts[code].safeParse({ date: 'what was written' }).success).toBe(false)
  }
})

test('codes are a noun and a problem, or the one word for a bug', () => {
  for (const code of ErrorCode.options) expect(code).toMatch(/^(internal|[a-z]+\.[a-z]+(-[a-z]+)*)$/)
})

test('an expected failure carries its code, its facts and its cause, and says no more than the code', () => {
  const cause = new Error('SELECT words FROM item')

  const failure = new AppError('vault.damaged', { facts: { date: '2026-11-22T20:00:00.000Z' }, cause })

  expect(failure).toMatchObject({ name: 'AppError', message: 'vault.damaged', code: 'vault.damaged', cause })
  expect(errorFacts['vault.damaged'].parse(failure.facts)).toEqual({ date: '2026-11-22T20:00:00.000Z' })
  expect(new AppError('disk.full')).not.toHaveProperty('cause')
})

test('what cannot happen is loud', () => {
  // The compiler forbids it; a body from a later version would not ask the compiler.
  expect(() => assertNever('a new kind' as never)).toThrow('unexpected')
})
