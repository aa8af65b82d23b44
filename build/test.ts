/**
 * `npm test`: types, lint, unit tests, journeys through the real window. The
 * last line on stdout counts them all; everything else is on stderr.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildElectron, buildPage } from './bundle.ts'
import { checkLint, checkTypes } from './checks.ts'
import type { Check } from './checks.ts'
import { ensureElectron } from './electron-binary.ts'
import { command, readFlags } from './flags.ts'
import { compileCache, packageProgram, root, run, say } from './processes.ts'
import { ageTool, browser, callTracer, documentReader, ensurePrograms, keyPresses, pdfReader, virtualScreen } from './programs.ts'
import { withVirtualScreen } from './screen.ts'
import { currentSources, journeyReport, readJourneyReport, readUnitReport, unitReport, writeRun } from './test-results.ts'
import type { Outcome } from './test-results.ts'

await command(async () => {
  readFlags({})
  await ensurePrograms([browser, virtualScreen, keyPresses, pdfReader, documentReader, ageTool, callTracer])
  const electron = await ensureElectron()
  await buildPage()
  if (electron !== null) await buildElectron()
  rmSync(join(root, 'test-results'), { recursive: true, force: true })
  const sources = currentSources()

  const outcomes = [
    // The linter has one thread and needs few seconds of it: beside the last compiler it costs none.
    ...await step('Types and lint', async () => (await Promise.all([checkTypes(), checkLint()])).flat().map(asOutcome)),
    ...await step('Unit tests', unitTests),
    ...await step('Journeys', () => withVirtualScreen(journeys)),
  ]
  writeRun({ v: 1, ...sources, outcomes })
  return report(outcomes)
})

async function step(name: string, work: () => Promise<Outcome[]>): Promise<Outcome[]> {
  say(`\n${name}…`)
  const started = performance.now()
  const outcomes = await work()
  const failed = outcomes.filter(({ state }) => state === 'failed').length
  say(`${name}: ${outcomes.length - failed} of ${outcomes.length} in ${Math.round((performance.now() - started) / 1000)} s`)
  return outcomes
}

function asOutcome({ name, passed }: Check): Outcome {
  return { title: name, where: 'check', shell: null, state: passed ? 'passed' : 'failed', reason: null }
}

async function unitTests(): Promise<Outcome[]> {
  const [node, vitest] = packageProgram('vitest/vitest.mjs')
  await run(node, [vitest, 'run', '-c', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    { stdio: ['ignore', 2, 2], env: { ...process.env, NODE_COMPILE_CACHE: compileCache } })
  return orFailure('unit', readUnitReport)
}

async function journeys(env: NodeJS.ProcessEnv): Promise<Outcome[]> {
  const [node, playwright] = packageProgram('playwright/cli.js')
  await run(node, [playwright, 'test', '-c', 'tests/e2e/playwright.config.ts'], {
    stdio: ['ignore', 2, 2], env: { ...env, NODE_COMPILE_CACHE: compileCache, PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport },
  })
  return orFailure('e2e', readJourneyReport)
}

/** A runner that died has no report: that is a failure, not nothing to count. */
function orFailure(where: 'unit' | 'e2e', read: () => Outcome[]): Outcome[] {
  try {
    return read()
  } catch {
    return [{ title: `the ${where} runner ended without a report`, where, shell: null, state: 'failed', reason: null }]
  }
}

function report(outcomes: readonly Outcome[]): number {
  const of = (state: Outcome['state']) => outcomes.filter((outcome) => outcome.state === state)
  const [passed, failed, skipped] = [of('passed'), of('failed'), of('skipped')]
  say('')
  for (const { where, title } of failed) say(`failed: ${where}: ${title}`)
  for (const { title } of passed.filter(({ flaky }) => flaky)) say(`passed, but not at the first try: ${title}`)
  for (const reason of new Set(skipped.map(({ reason }) => reason ?? 'no reason given'))) {
    say(`skipped: ${skipped.filter((outcome) => (outcome.reason ?? 'no reason given') === reason).length}: ${reason}`)
  }
  process.stdout.write(`${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped\n`)
  return failed.length === 0 ? 0 : 1
}
