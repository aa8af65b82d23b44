/** Medians, spreads and fair turns: what every row of the benchmark is made of. */
import { randomInt } from 'node:crypto'

export type BenchRow = {
  id: string
  what: string
  /** The median of the runs' medians, in the row's unit. */
  median: number
  p95: number
  /** The median of what it is held against. */
  limit: number
  limitP95: number
  /** The lowest and the highest median of a run. */
  spread: [number, number]
  n: number
  unit: 'ms' | 'MB' | 'KB'
  goal: string
  met: boolean
}

export type Summary = { median: number; p95: number; spread: [number, number]; n: number }

export const runs = 5

/** @param perRun the samples of each run */
export function summary(perRun: readonly number[][]): Summary {
  const medians = perRun.map((run) => quantile(run, 0.5))
  return {
    median: quantile(medians, 0.5), p95: quantile(perRun.map((run) => quantile(run, 0.95)), 0.5),
    spread: [Math.min(...medians), Math.max(...medians)], n: perRun.flat().length,
  }
}

/** A figure that is taken once, such as a size. */
export function single(value: number): Summary {
  return { median: value, p95: value, spread: [value, value], n: 1 }
}

export function row(
  id: string, what: string, ours: Summary, limit: Summary, goal: string, isMet: (ours: Summary, limit: Summary) => boolean, unit: BenchRow['unit'] = 'ms',
): BenchRow {
  return { id, what, ...ours, limit: limit.median, limitP95: limit.p95, goal, met: isMet(ours, limit), unit }
}

/** Neither is ever met by chance alone: `a` at most `factor` times `b`. */
export const atMost = (factor: number, more = 0) => (ours: Summary, limit: Summary): boolean => ours.median <= factor * limit.median + more

/** Take turns in an order drawn anew for each run: a fixed one favours whoever comes second. */
export async function takeTurns<Name extends string>(
  sides: Record<Name, () => Promise<number> | number>, perRun: number, count: number = runs,
): Promise<Record<Name, Summary>> {
  const names = Object.keys(sides) as Name[]
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[][]])) as Record<Name, number[][]>
  for (let run = 0; run < count; run++) {
    for (const name of names) taken[name].push([])
    for (const name of shuffled(names.flatMap((one) => Array.from({ length: perRun }, () => one)))) taken[name].at(-1)?.push(await sides[name]())
  }
  return Object.fromEntries(names.map((name) => [name, summary(taken[name])])) as Record<Name, Summary>
}

export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function shuffled<T>(values: readonly T[]): T[] {
  return values.map((value) => ({ value, at: randomInt(2 ** 32) })).toSorted((a, b) => a.at - b.at).map(({ value }) => value)
}

/** 1k, 10k: how sizes are written in ids. */
export const sizeLabel = (size: number) => size % 1000 === 0 ? `${size / 1000}k` : String(size)
