/** What the last `npm test` found, and on which commit: read again by `npm run features`. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { output, root } from './processes.ts'

const folder = join(root, 'test-results')
const file = join(folder, 'run.json')
export const unitReport = join(folder, 'unit.json')
export const journeyReport = join(folder, 'e2e.json')

export const Outcome = z.strictObject({
  title: z.string(),
  where: z.enum(['check', 'unit', 'e2e']),
  shell: z.string().nullable(),
  state: z.enum(['passed', 'failed', 'skipped']),
  /** Why it was skipped. */
  reason: z.string().nullable(),
  /** Passed, but not at the first try. */
  flaky: z.boolean().optional(),
})
export type Outcome = z.infer<typeof Outcome>

export const TestRun = z.strictObject({ v: z.literal(1), commit: z.string().nullable(), sources: z.string(), outcomes: z.array(Outcome) })
export type TestRun = z.infer<typeof TestRun>

/** The commit, and a fingerprint of what differs from it. */
export function currentSources(): { commit: string | null; sources: string } {
  const commit = output('git', ['rev-parse', 'HEAD'])?.trim() ?? null
  const changes = (output('git', ['diff', 'HEAD']) ?? '') + (output('git', ['ls-files', '--others', '--exclude-standard']) ?? '')
  return { commit, sources: createHash('sha256').update(changes).digest('hex') }
}

export function writeRun(run: TestRun): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify(run, null, 1)}\n`)
}

export function readRun(): TestRun | null {
  return existsSync(file) ? TestRun.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}

const VitestReport = z.object({
  testResults: z.array(z.object({
    name: z.string(),
    status: z.string(),
    assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
  })),
})

export function readUnitReport(): Outcome[] {
  const report = VitestReport.parse(JSON.parse(readFileSync(unitReport, 'utf8')))
  return report.testResults.flatMap((suite) => {
    const tests = suite.assertionResults.map(({ fullName, status }): Outcome => ({
      title: fullName, where: 'unit', shell: null, reason: null,
      state: status === 'passed' ? 'passed' : status === 'failed' ? 'failed' : 'skipped',
    }))
    // A file that cannot be loaded has no tests to fail.
    if (suite.status === 'failed' && tests.every(({ state }) => state !== 'failed')) {
      tests.push({ title: suite.name.slice(root.length), where: 'unit', shell: null, state: 'failed', reason: null })
    }
    return tests
  })
}

type Suite = { title: string; suites?: Suite[] | undefined; specs: Spec[] }
type Spec = z.infer<typeof Spec>
const Spec = z.object({
  title: z.string(),
  tests: z.array(z.object({
    projectName: z.string(),
    status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
    annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
  })),
})
const Suite: z.ZodType<Suite> = z.object({
  title: z.string(),
  get suites() { return z.array(Suite).optional() },
  specs: z.array(Spec),
})
const PlaywrightReport = z.object({ suites: z.array(Suite), errors: z.array(z.unknown()) })

export function readJourneyReport(): Outcome[] {
  const report = PlaywrightReport.parse(JSON.parse(readFileSync(journeyReport, 'utf8')))
  const outcomes = report.suites.flatMap((suite) => specsOf(suite, [])).flatMap(({ title, spec }) => spec.tests.map((test): Outcome => ({
    title, where: 'e2e', shell: test.projectName,
    state: test.status === 'skipped' ? 'skipped' : test.status === 'unexpected' ? 'failed' : 'passed',
    ...(test.status === 'flaky' && { flaky: true }),
    reason: test.annotations.find(({ type }) => type === 'skip')?.description ?? null,
  })))
  const broken = report.errors.map((): Outcome => ({ title: 'a journey file', where: 'e2e', shell: null, state: 'failed', reason: null }))
  return [...outcomes, ...broken]
}

/** Titles of `describe` blocks lead the test's own; the file's name does not. */
function specsOf(suite: Suite, above: string[]): Array<{ title: string; spec: Spec }> {
  return [
    ...suite.specs.map((spec) => ({ title: [...above, spec.title].join(' '), spec })),
    ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, [...above, inner.title])),
  ]
}
