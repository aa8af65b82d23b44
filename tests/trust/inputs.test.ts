/** Input that nobody of good will would send. */
import { row as fuzzCalls } from './fuzz-calls.ts'
import { row as hostileFiles } from './hostile-files.ts'
import { row as hugeInput } from './huge-input.ts'
import { proveRows } from './prove.ts'

proveRows([fuzzCalls, hugeInput, hostileFiles])
