/** Runs rows as tests: the attack itself, and that it notices a planted defect. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { untilBroken } from './row.ts'
import type { Row } from './row.ts'

const full = process.env['MJ_FULL'] === '1'
/** `npm run trust` reads here what came of each row. */
const resultsFolder = process.env['MJ_TRUST_RESULTS']
const only = process.env['MJ_TRUST_ROW']
/** Some defects show at one file call in twenty: the first look that finds it ends the search. */
const timesToLook = 40
const longestMs = full ? 45 * 60_000 : 240_000

/** What one row came to. */
export type RowResult = { id: string; tried: number; held: number; seed: number; ms: number; notes: readonly string[] }

export function proveRows(rows: readonly Row[]): void {
  const seed = Number(process.env['MJ_SEED'] ?? Date.now() % 1_000_000_007)
  for (const row of rows) {
    if (only !== undefined && row.id !== only) continue
    const here = row.linuxOnly === undefined || process.platform === 'linux'
    describe.runIf(here)(row.id, () => { proveRow(row, seed) })
  }
}

function proveRow(row: Row, seed: number): void {
  it(row.promise, { timeout: longestMs }, async () => {
    const tries = full ? row.tries.full : row.tries.part
    const started = performance.now()
    const { tried, held, notes = [] } = await row.attack(tries, seed)
    const result: RowResult = { id: row.id, tried, held, seed, ms: Math.round(performance.now() - started), notes }
    if (resultsFolder !== undefined) writeFileSync(join(resultsFolder, `${row.id}.json`), JSON.stringify(result))
    console.info(`${row.id}: held ${held} of ${tried} in ${result.ms} ms, seed ${seed}${notes.map((note) => `\n  ${note}`).join('')}`)

    expect(notes.filter((note) => note.startsWith('broken: '))).toEqual([])
    expect(held).toBe(tried)
    expect(tried).toBeGreaterThanOrEqual(tries)
    expect(tries).toBeGreaterThan(0)
    expect(row.tries.part, 'a twentieth, at least').toBeGreaterThanOrEqual(row.tries.full / 20)
  })

  it('notices a planted defect', { timeout: longestMs }, async () => {
    expect(await findsDefect(row, seed)).toBe(true)
  })
}

/**
 * A few tries may by chance all miss it: then some others are made. So too when
 * the defect made the attack itself fail, which alone finds nothing: an attack
 * that can do nothing else would find nothing in the app either.
 */
async function findsDefect(row: Row, seed: number): Promise<boolean> {
  let failure: unknown
  for (let time = 0; time < timesToLook; time += 1) {
    const count = untilBroken()
    try {
      const { tried, held } = await row.attack(row.plantedTries ?? row.tries.part, seed + time, row.planted, count)
      if (held < tried) return true
    } catch (error) {
      if (count.found) return true
      failure = error
    }
  }
  if (failure !== undefined) throw failure
  return false
}
