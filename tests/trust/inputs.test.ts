import { proveRows } from './prove.ts'
import { inputRows } from './rows.ts'

proveRows(inputRows)
