import { proveRows } from './prove.ts'
import { diskRows } from './rows.ts'

proveRows(diskRows)
