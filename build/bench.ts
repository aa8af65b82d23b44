/**
 * `npm run bench`: the vault against the same database without a key (the
 * limit) and the naive way, one JSON file; the core against bare processes and
 * plain copies; the window against an empty one. Ratios within one run travel;
 * milliseconds do not.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from '../tests/bench/measure.ts'
import { buildPage } from './bundle.ts'
import { callerPath, command, CommandError, readFlags } from './flags.ts'
import { compileCache, root, run } from './processes.ts'
import { browser, ensurePrograms, virtualScreen } from './programs.ts'
import { withVirtualScreen } from './screen.ts'

await command(async () => {
  const { values } = readFlags({ json: { type: 'string' }, items: { type: 'string' } })
  const sizes = values.items === undefined ? [1000, 10_000, 100_000] : [wholeNumber(values.items)]
  await ensurePrograms([browser, virtualScreen])
  await buildPage()

  const rows = await measured(sizes)

  if (rows === null) return 1
  if (values.json !== undefined) {
    writeFileSync(callerPath(values.json), `${JSON.stringify({ v: 1, commit: commit(), machine: machine(), rows }, null, 2)}\n`)
  }
  process.stdout.write(`${table(rows)}\n`)
  const missed = rows.filter((row) => !row.met).length
  process.stdout.write(missed === 0 ? 'every goal met\n' : `${missed} of ${rows.length} goals missed\n`)
  return 0
})

async function measured(sizes: readonly number[]): Promise<BenchRow[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'mj-bench-rows-'))
  const out = join(folder, 'rows.json')
  try {
    return await withVirtualScreen(async (env) => {
      const { code } = await run(process.execPath, [join(root, 'tests/bench/main.ts'), '--out', out, '--dist', `${join(root, 'dist/renderer')}/`, '--sizes', sizes.join(',')],
        // As `npm start` starts it.
        { env: { ...env, NODE_COMPILE_CACHE: compileCache }, stdio: ['ignore', 2, 2] })
      // Written by the program just run, from values of this type.
      return code === 0 ? JSON.parse(readFileSync(out, 'utf8')) as BenchRow[] : null
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function table(rows: readonly BenchRow[]): string {
  const figure = (value: number) => value.toFixed(value < 10 ? 2 : 0)
  const lines = rows.map((row) => [
    row.id, row.what, row.unit, figure(row.median), figure(row.p95), figure(row.limit), `${figure(row.spread[0])}–${figure(row.spread[1])}`, `${(row.median / row.limit).toFixed(2)} x`, String(row.n), row.goal, row.met ? 'met' : 'missed',
  ])
  const head = ['id', 'what', 'unit', 'median', 'p95', 'limit', 'spread', 'ratio', 'n', 'goal', '']
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
