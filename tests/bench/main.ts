/** Takes every measurement and writes the rows as JSON to the file named first. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { coreRows } from './core-rows.ts'
import { databaseRows, growthRows } from './database-rows.ts'
import type { DatabaseTimes } from './database-rows.ts'
import { importRows } from './import-rows.ts'
import type { BenchRow } from './measure.ts'
import { windowRows } from './window-rows.ts'

const { values } = parseArgs({ options: { out: { type: 'string' }, dist: { type: 'string' }, sizes: { type: 'string' } } })
if (values.out === undefined || values.dist === undefined || values.sizes === undefined) throw new Error('--out, --dist and --sizes are needed')
const sizes = values.sizes.split(',').map(Number)
const say = (text: string) => process.stderr.write(`${text}\n`)

const rows: BenchRow[] = []
const times: DatabaseTimes[] = []
for (const size of sizes) {
  const measured = databaseRows(size, say)
  rows.push(...measured.rows)
  times.push(measured.times)
}
rows.push(...growthRows(times))
for (const size of sizes) rows.push(...await coreRows(size, say))
rows.push(...await importRows(Math.min(10_000, sizes.at(-1) ?? 0), say))
rows.push(...await windowRows(values.dist, sizes.at(-1) ?? 0, say))
writeFileSync(values.out, JSON.stringify(rows))
