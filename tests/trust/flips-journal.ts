/** A rollback journal that a crash left behind, with a byte changed before it is used. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../electron/database/open.ts'
import type { Db } from '../../electron/database/open.ts'
import { flipByte, seeded } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { diskOf, recordJob } from './disk-log.ts'
import { openRaw, readAll } from './flips-database.ts'
import { savesKey } from './jobs/saves.ts'
import { countOf, pick, rowOf, tally } from './row.ts'
import { prepared } from './run-job.ts'

type Open = (path: string, key: Uint8Array) => Db

/** A commit cut off between two of its pages, and what the database held before and after it. */
type Crash = { files: Map<string, Buffer>; whole: readonly string[] }

const names = ['journal.db', 'journal.db-journal'] as const
const crashesWanted = 40

export const row = rowOf<Open>({
  id: 'flips-journal',
  promise: 'A changed byte in what a crash left behind is called damage, or the words are those before or after the save.',
  tries: { full: 1200, part: 60 },
  async attack(tries, seed, open = (path, key) => openDatabase(path, key, { mustExist: true }).db, flips = tally()) {
    const random = seeded(seed)
    const crashes = await cutCommits()
    const folder = tempFolder()
    const outcomes: string[] = []
    for (let flip = 0; flip < tries; flip += 1) {
      const { files, whole } = pick(random, crashes)
      for (const name of names) writeFileSync(join(folder, name), files.get(name) ?? Buffer.alloc(0))
      const journal = files.get(names[1]) ?? Buffer.alloc(0)
      // Half of them into the first bytes, which say how much is to be rolled back.
      const flipped = flip % 2 === 0 ? Buffer.concat([flipByte(journal.subarray(0, 28), random), journal.subarray(28)]) : flipByte(journal, random)
      writeFileSync(join(folder, names[1]), flipped)
      const found = readAll(open, join(folder, names[0]), savesKey)
      const outcome = whole.includes(found) ? 'the words of before or after' : found.startsWith('[') ? 'OTHER WORDS' : found
      outcomes.push(outcome)
      flips.held(['the words of before or after', 'damage on reading', 'vault.damaged-no-backup'].includes(outcome), () => outcome)
      rmSync(join(folder, names[1]), { force: true })
    }
    return flips.outcome([`${crashes.length} commits cut off; ${countOf(outcomes)}`])
  },
  planted: openRaw,
})

/** Places in the middle of commits: the journal is in force and some pages are written already. */
async function cutCommits(): Promise<Crash[]> {
  const work = await prepared('saves')
  const calls = await recordJob(work)
  const disk = diskOf(work.base)
  const crashes: Array<{ files: Map<string, Buffer>; at: number }> = []
  let written = 0
  for (const [at, call] of calls.entries()) {
    disk.apply(call)
    if (call.call === 'sync' && call.path === names[0]) written = 0
    if (call.call !== 'write' || call.path !== names[0]) continue
    written += 1
    if (written === 2 || written === 4) crashes.push({ files: filesOf(disk), at })
  }
  const step = Math.max(1, Math.floor(crashes.length / crashesWanted))
  return crashes.filter((_, index) => index % step === 0).map(({ files, at }) => ({ files, whole: [rolledBack(files), afterCommit(work.base, calls, at)] }))
}

function filesOf(disk: ReturnType<typeof diskOf>): Map<string, Buffer> {
  const folder = tempFolder()
  disk.copyTo(folder)
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
}

/** What an undamaged journal brings back. */
function rolledBack(files: Map<string, Buffer>): string {
  const folder = tempFolder()
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  return readWhole(folder)
}

/** What the database holds once the commit that was cut off at this call has come to its end. */
function afterCommit(base: string, calls: Awaited<ReturnType<typeof recordJob>>, at: number): string {
  const end = calls.findIndex((call, index) => index > at && call.call === 'said')
  const disk = diskOf(base)
  for (const call of calls.slice(0, end < 0 ? calls.length : end + 1)) disk.apply(call)
  const folder = tempFolder()
  disk.copyTo(folder)
  return readWhole(folder)
}

function readWhole(folder: string): string {
  const found = readAll((path, key) => openDatabase(path, key, { mustExist: true }).db, join(folder, names[0]), savesKey)
  if (!found.startsWith('[')) throw new Error(`a crash without damage is not healed: ${found}`)
  return found
}
