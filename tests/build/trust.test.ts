/** What `npm run trust` makes of the reports, and what it refuses. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Promised } from '../../build/promises.ts'
import { readPromises, titlePattern } from '../../build/promises.ts'
import type { Outcome } from '../../build/test-results.ts'
import { isKept, judge } from '../../build/trust-rows.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const row: Promised = { id: 'flips', promise: 'It holds.', how: '', file: 'tests/trust/flips.ts', title: 'flips', kind: 'row' }
const unit: Promised = { ...row, id: 'it-holds', file: 'tests/a.test.ts', title: 'opens %s whole', kind: 'unit' }
const outcome = (title: string, state: Outcome['state'] = 'passed'): Outcome => ({ title, where: 'unit', shell: null, state, reason: null })
const result = (tried: number, held: number) => new Map([['flips', { id: 'flips', tried, held, seed: 1, ms: 1, notes: [] }]])
const both = [outcome('flips It holds.'), outcome('flips notices a planted defect')]

describe('an attack', () => {
  it('has held when every try did', () => {
    expect(isKept(judge(row, both, result(90, 90)))).toBe(true)
    expect(isKept(judge(row, both, result(90, 89)))).toBe(false)
  })

  it('has held nothing when it did not notice its planted defect', () => {
    expect(judge(row, [outcome('flips It holds.'), outcome('flips notices a planted defect', 'failed')], result(90, 90))).toMatchObject({ tried: 90, held: 0 })
  })

  it('has held nothing when it never came to its end, or tried nothing', () => {
    expect(isKept(judge(row, [], new Map()))).toBe(false)
    expect(isKept(judge(row, both, result(0, 0)))).toBe(false)
  })
})

describe('a test of another kind', () => {
  it('counts once for each time it ran', () => {
    expect(judge(unit, [outcome('a vault opens one whole'), outcome('a vault opens two whole', 'failed'), outcome('something else')], new Map())).toMatchObject({ tried: 2, held: 1 })
  })

  it('that was skipped has not held', () => {
    expect(isKept(judge(unit, [outcome('opens one whole', 'skipped')], new Map()))).toBe(false)
  })
})

it('a title is found whatever its table filled in, and taken by the letter otherwise', () => {
  expect(titlePattern('opens %s (whole)').test('it opens vault-1 (whole)')).toBe(true)
  expect(titlePattern('a.b').test('aXb')).toBe(false)
})

it('every promise of SECURITY.md is read with a test', () => {
  const promises = readPromises()

  expect(promises.length).toBeGreaterThan(40)
  expect(promises.filter(({ file, title }) => file === '' || title === '')).toEqual([])
})

it.each([['--fast'], ['--only', 'nothing-of-the-kind']])('%s is refused with 2', (...args) => {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'build', 'trust.ts'), ...args], { encoding: 'utf8' })

  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
})
