import { homedir } from 'node:os'
import { sep } from 'node:path'

/** A path as a person would write it. */
export function displayPath(path: string): string {
  const home = homedir()
  if (process.platform === 'win32' || home === sep || !path.startsWith(home + sep)) return path
  return `~${path.slice(home.length)}`
}
