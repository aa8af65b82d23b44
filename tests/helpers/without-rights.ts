import { chmodSync, chownSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const nobody = 65_534

/** Do something to a folder that this account may read but not write, also when the tests run as root. */
export async function withReadOnly<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0
  const mine = [dirname(folder), folder, ...readdirSync(folder).map((name) => join(folder, name))]
  if (root) for (const path of mine) chownSync(path, nobody, nobody)
  chmodSync(folder, 0o500)
  if (root) process.seteuid?.(nobody)
  try {
    return await work()
  } finally {
    if (root) process.seteuid?.(0)
    chmodSync(folder, 0o700)
  }
}
