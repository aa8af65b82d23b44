/** What came of each promise, out of what the test runners and the attacks themselves reported. */
import { z } from 'zod'
import { titlePattern } from './promises.ts'
import type { Promised } from './promises.ts'
import type { Outcome } from './test-results.ts'

/** Written by an attack when it came to its end. */
export const RowResult = z.object({ id: z.string(), tried: z.int(), held: z.int(), seed: z.int(), ms: z.number(), notes: z.array(z.string()) })
export type RowResult = z.infer<typeof RowResult>

export type TrustRow = { id: string; promise: string; test: string; tried: number; held: number; notes: readonly string[] }

/** What was never tried has not held. */
export function isKept({ tried, held }: TrustRow): boolean {
  return tried > 0 && held === tried
}

export function judge({ id, promise, file, title, kind }: Promised, outcomes: readonly Outcome[], results: ReadonlyMap<string, RowResult>): TrustRow {
  if (kind === 'row') {
    const result = results.get(id)
    const tests = outcomes.filter((outcome) => outcome.where === 'unit' && outcome.title.includes(`${id} `))
    // The attack is worth nothing when it did not notice its planted defect.
    const blind = tests.some((outcome) => outcome.state !== 'passed' && outcome.title.endsWith('planted defect'))
    return {
      id, promise, test: file, tried: result?.tried ?? 0, held: blind ? 0 : result?.held ?? 0,
      notes: [...(blind ? ['the planted defect went unnoticed'] : []), ...(result?.notes ?? ['it did not come to an end'])],
    }
  }
  const pattern = titlePattern(title)
  const ran = outcomes.filter((outcome) => outcome.where === kind && outcome.state !== 'skipped' && pattern.test(outcome.title))
  return { id, promise, test: `${file}: ${title}`, tried: ran.length, held: ran.filter(({ state }) => state === 'passed').length, notes: ran.length === 0 ? ['it did not run'] : [] }
}

export function table(rows: readonly TrustRow[]): string {
  const widest = Math.max(...rows.map(({ id }) => id.length))
  return rows.map((row) => {
    const { id, promise, test, tried, held, notes } = row
    const kept = isKept(row)
    const told = notes.filter((note) => !kept || !note.startsWith('broken'))
    return [`${kept ? 'held  ' : 'FAILED'}  ${id.padEnd(widest)}  ${String(held).padStart(6)} of ${String(tried).padEnd(6)}  ${promise}`,
      `${' '.repeat(8)}${test}`, ...told.map((note) => `${' '.repeat(8)}${note}`)].join('\n')
  }).join('\n')
}
