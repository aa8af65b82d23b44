import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pageHeaders } from './page-policy.ts'

export type PageFile = { body: Buffer; headers: Record<string, string> }
/** By path in the address: `/index.html`, `/assets/….js`. */
export type PageFiles = ReadonlyMap<string, PageFile>

/** Read what was built into `dist/renderer` into memory, once: nothing is read from disk afterwards. */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const headers = entry.isFile() ? pageHeaders(entry.name) : null
    if (headers === null) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { body: readFileSync(path), headers })
  }
  return files
}
