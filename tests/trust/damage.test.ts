import { proveRows } from './prove.ts'
import { damageRows } from './rows.ts'

proveRows(damageRows)
