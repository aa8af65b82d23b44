import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process that crashes may leave its memory in a file: forbid that to this one
 * and to all it starts. Has to run before the first of them.
 *
 * @returns whether it holds
 */
export function forbidCoreFiles(): boolean {
  if (process.platform !== 'linux') return false
  if (!coreFilesForbidden()) spawnSync('prlimit', ['--pid', String(process.pid), '--core=0:0'], { stdio: 'ignore' })
  return coreFilesForbidden()
}

function coreFilesForbidden(): boolean {
  try {
    return /^Max core file size +0 +/m.test(readFileSync('/proc/self/limits', 'utf8'))
  } catch {
    return false
  }
}
