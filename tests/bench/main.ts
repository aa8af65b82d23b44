/** Takes every measurement and writes the rows as JSON to the file named first. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { coreRows } from './core-rows.ts'
import { databaseRows, growthRows } from './database-rows.ts'
import type { DatabaseTimes } from './database-rows.ts'
import { importRows } from './import-rows.ts'
import type { BenchRow } from './measure.ts'
import { versionRows } from './version-rows.ts'
import { windowRows } from './window-rows.ts'

const { values } = parseArgs({ options: { out: { type: 'string' }, dist: { type: 'string' }, sizes: { type: 'string' } } })
if (values.out === undefined || values.dist === undefined || values.sizes === undefined) throw new Error('--out, --dist and --sizes are needed')
const sizes = values.sizes.split(',').map(Number)
const say = (text: string) => process.stderr.write(`${text}\n`)

const rows: BenchRow[] = []
/** Said at once as well: who stops it half-way has seen the first half. */
const add = (measured: readonly BenchRow[]) => {
  rows.push(...measured)
  for (const { id, median, limit, unit, met } of measured) say(`  ${id}: ${median.toFixed(2)} ${unit} against ${limit.toFixed(2)}${met ? '' : ', missed'}`)
}

const times: DatabaseTimes[] = []
for (const size of sizes) {
  const measured = databaseRows(size, say)
  add(measured.rows)
  times.push(measured.times)
}
add(growthRows(times))
for (const size of sizes) add(await coreRows(size, say))
add(await importRows(Math.min(10_000, sizes.at(-1) ?? 0), say))
add(await versionRows(say))
add(await windowRows(values.dist, sizes.at(-1) ?? 0, say))
writeFileSync(values.out, JSON.stringify(rows))
