/** The page that opens backups in any browser, laid beside them. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeFileAtomically } from '../vault/files.ts'

/** One name in every language: the folder may go to somebody else's computer. */
export const readerName = 'Read a backup.html'

/** Built from `renderer/reader/`: reached from the source, and from the bundle beside it. */
const built = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../dist/reader/reader.html' : '../reader/reader.html', import.meta.url))

/**
 * Lay the page into a folder of backups, unless this very page lies there.
 * Returns whether it is there now: without one a backup is none the worse.
 *
 * @throws AppError `folder.not-writable` or `disk.full`
 */
export function writeReader(folder: string, source: string = built): boolean {
  const page = readOrNull(source)
  if (page === null) return false
  const path = join(folder, readerName)
  const there = statSync(path, { throwIfNoEntry: false })?.size === page.length ? readOrNull(path) : null
  if (there?.equals(page) !== true) writeFileAtomically(path, page)
  return true
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
