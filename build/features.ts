/** `npm run features`: which feature rows a journey through the window showed to work, on this very commit. */
import { command, CommandError, readFlags } from './flags.ts'
import { currentSources, readRun } from './test-results.ts'
import type { TestRun } from './test-results.ts'

const rowCount = 87
const numbersPerTitle = 3

type Row = { id: string; tests: string[]; met: boolean }

await command(() => {
  const { values } = readFlags({ json: { type: 'boolean' } })
  const run = readRun()
  if (run === null) throw new CommandError(1, 'There is no test run to read. Run: npm test')
  const { commit, sources } = currentSources()
  if (run.commit !== commit) throw new CommandError(1, 'The last test run is of another commit. Run: npm test')
  if (run.sources !== sources) throw new CommandError(1, 'Files changed since the last test run. Run: npm test')
  const rows = featureRows(run)
  const met = rows.filter((row) => row.met).length
  if (values.json === true) {
    process.stdout.write(`${JSON.stringify({ v: 1, commit, rows, met, of: rowCount }, null, 1)}\n`)
    return 0
  }
  for (const { id, tests } of rows.filter((row) => row.met)) process.stdout.write(`${id.padEnd(4)} ${tests.join(' · ')}\n`)
  process.stdout.write(`features: ${met}/${rowCount}\n`)
  return 0
})

function featureRows({ outcomes }: TestRun): Row[] {
  const carrying = outcomes.filter(({ where, state }) => where === 'e2e' && state !== 'skipped').map(({ title, state }) => ({ title, state, numbers: numbersIn(title) }))
  return Array.from({ length: rowCount }, (_, index) => {
    const id = `F${index + 1}`
    const tests = carrying.filter(({ numbers }) => numbers.includes(id))
    return {
      id,
      tests: [...new Set(tests.filter(({ state }) => state === 'passed').map(({ title }) => title))],
      met: tests.length > 0 && tests.every(({ state }) => state === 'passed'),
    }
  })
}

/** `[F39]`, `[F39, F40]` or `[F39] [F40]`; a title that claims more than three rows claims none. */
function numbersIn(title: string): string[] {
  const numbers = [...title.matchAll(/\[([^\]]*)\]/g)].flatMap(([, inside = '']) => inside.match(/\bF[0-9]{1,2}\b/g) ?? [])
  return numbers.length > numbersPerTitle ? [] : numbers
}
