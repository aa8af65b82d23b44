import { proveRows } from './prove.ts'
import { killRows } from './rows.ts'

proveRows(killRows)
