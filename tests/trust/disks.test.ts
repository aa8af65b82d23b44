/** Disks and folders that fail, and clocks that jump. */
import { row as clockJumps } from './clock-jumps.ts'
import { row as diskFull } from './disk-full.ts'
import { row as folderAway } from './folder-away.ts'
import { row as powerLoss } from './power-loss.ts'
import { row as diskFails } from './disk-fails.ts'
import { row as twoInstances } from './two-instances.ts'
import { row as twoMachines } from './two-machines.ts'
import { proveRows } from './prove.ts'

proveRows([diskFull, folderAway, powerLoss, diskFails, twoInstances, twoMachines, clockJumps])
