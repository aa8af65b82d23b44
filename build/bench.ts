/**
 * `npm run bench`: save, open and search in the vault against the same database
 * without a key (the limit) and against the naive way, one encrypted JSON file
 * as electron-store keeps it. Ratios within one run travel; milliseconds do not.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { benchRows } from './bench-rows.ts'
import type { BenchRow } from './bench-rows.ts'
import { callerPath, command, CommandError, readFlags } from './flags.ts'
import { root } from './processes.ts'

await command(() => {
  const { values } = readFlags({ json: { type: 'string' }, items: { type: 'string' } })
  const sizes = values.items === undefined ? [1000, 10_000] : [wholeNumber(values.items)]

  const rows = sizes.flatMap((size) => benchRows(size, (text) => process.stderr.write(`${text}\n`)))

  if (values.json !== undefined) {
    writeFileSync(callerPath(values.json), `${JSON.stringify({ v: 1, commit: commit(), machine: machine(), rows }, null, 2)}\n`)
  }
  process.stdout.write(`${table(rows)}\n`)
  const missed = rows.filter((row) => !row.met).length
  process.stdout.write(missed === 0 ? 'every goal met\n' : `${missed} of ${rows.length} goals missed\n`)
  return 0
})

function table(rows: readonly BenchRow[]): string {
  const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0)
  const lines = rows.map((row) => [
    row.id, row.what, ms(row.median), ms(row.p95), ms(row.limit), `${ms(row.spread[0])}–${ms(row.spread[1])}`, String(row.n), row.goal, row.met ? 'met' : 'missed',
  ])
  const head = ['id', 'what (ms)', 'median', 'p95', 'limit', 'spread', 'n', 'goal', '']
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)))
  return [head, ...lines].map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'unknown'
  }
}

function machine(): string {
  const [cpu] = cpus()
  return `${platform()} ${release()} ${arch()}, ${cpus().length} x ${cpu?.model.trim() ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < 50) throw new CommandError(2, '--items needs a whole number from 50')
  return value
}
