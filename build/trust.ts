/**
 * `npm run trust`: every promise of SECURITY.md against the test it names. An
 * attack of `tests/trust/` counts its tries; a test of another kind counts once
 * for each time it ran.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage } from './bundle.ts'
import { callerPath, command, CommandError, readFlags } from './flags.ts'
import { compileCache, output, packageProgram, root, run, say } from './processes.ts'
import { browser, callTracer, ensurePrograms, virtualScreen } from './programs.ts'
import { readPromises, titlePattern } from './promises.ts'
import type { Promised } from './promises.ts'
import { withVirtualScreen } from './screen.ts'
import { journeyReport, readJourneyReport, readUnitReport, unitReport } from './test-results.ts'
import type { Outcome } from './test-results.ts'
import { isKept, judge, RowResult, table } from './trust-rows.ts'

await command(async () => {
  const { values } = readFlags({ full: { type: 'boolean', default: false }, json: { type: 'string' }, only: { type: 'string' } })
  const promises = readPromises().filter(({ id }) => values.only === undefined || id === values.only)
  if (promises.length === 0) throw new CommandError(2, `--only needs the id of a row, such as ${readPromises()[0]?.id ?? ''}`)
  const seed = Number(process.env['MJ_SEED'] ?? Date.now() % 1_000_000_007)
  const kinds = new Set(promises.map(({ kind }) => kind))
  await ensurePrograms([callTracer, ...(kinds.has('e2e') ? [browser, virtualScreen] : [])])
  mkdirSync(join(root, 'test-results'), { recursive: true })
  say(`Seed ${seed} (MJ_SEED=${seed} repeats it); ${values.full ? 'all counts' : 'a part of the counts'}.`)

  const settings = { ...(values.full && { MJ_FULL: '1' }), MJ_SEED: String(seed) }
  const { outcomes, results } = await unitTests(promises, settings, values.only)
  if (kinds.has('e2e')) outcomes.push(...await journeys(promises, settings))
  const rows = promises.map((promised) => judge(promised, outcomes, results))

  if (values.json !== undefined) {
    const commit = output('git', ['rev-parse', 'HEAD'])?.trim() ?? null
    writeFileSync(callerPath(values.json), `${JSON.stringify({ v: 1, commit, rows: rows.map(({ notes: _, ...row }) => row) }, null, 1)}\n`)
  }
  const kept = rows.filter(isKept)
  process.stdout.write(`${table(rows)}\nseed ${seed}\ntrust: held ${kept.length} of ${rows.length}\n`)
  return kept.length === rows.length ? 0 : 1
})

async function unitTests(promises: readonly Promised[], settings: NodeJS.ProcessEnv, only: string | undefined): Promise<{ outcomes: Outcome[]; results: Map<string, RowResult> }> {
  const folder = mkdtempSync(join(tmpdir(), 'mj-trust-'))
  try {
    const files = new Set(promises.filter(({ kind }) => kind === 'unit').map(({ file }) => file))
    if (promises.some(({ kind }) => kind === 'row')) files.add('tests/trust/')
    if (files.size === 0) return { outcomes: [], results: new Map() }
    rmSync(unitReport, { force: true })
    const [node, vitest] = packageProgram('vitest/vitest.mjs')
    // Of a file only what is named: its other tests are counted by `npm test`.
    const named = promises.map(({ kind, id, title }) => (kind === 'row' ? `${id} ` : titlePattern(title).source)).join('|')
    await run(node, [vitest, 'run', '-c', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`, '--passWithNoTests', '-t', named, ...files], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, ...settings, MJ_TRUST_RESULTS: folder, ...(only !== undefined && { MJ_TRUST_ROW: only }) },
    })
    const results = readdirSync(folder).map((name) => RowResult.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    return { outcomes: orNone(readUnitReport), results: new Map(results.map((result) => [result.id, result])) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function journeys(promises: readonly Promised[], settings: NodeJS.ProcessEnv): Promise<Outcome[]> {
  const inWindow = promises.filter(({ kind }) => kind === 'e2e')
  await buildPage()
  rmSync(journeyReport, { force: true })
  const [node, playwright] = packageProgram('playwright/cli.js')
  const titles = inWindow.map(({ title }) => titlePattern(title).source).join('|')
  await withVirtualScreen((env) => run(node, [playwright, 'test', '-c', 'tests/e2e/playwright.config.ts', '--project=chromium', '--grep', titles, ...new Set(inWindow.map(({ file }) => file))], {
    stdio: ['ignore', 2, 2], env: { ...env, ...settings, NODE_COMPILE_CACHE: compileCache, PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport },
  }))
  return orNone(readJourneyReport)
}

/** A runner that died has no report; each of its rows then has no tries, which is no pass. */
function orNone(read: () => Outcome[]): Outcome[] {
  try {
    return read()
  } catch {
    return []
  }
}
