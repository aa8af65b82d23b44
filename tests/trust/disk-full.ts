/** A disk that is full at every page a job could write, on a small file system of its own. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seeded } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { countOf, rowOf, tally } from './row.ts'
import { copyOf, listCalls, prepared, runAndFail, runCommand } from './run-job.ts'
import type { Prepared, Ran } from './run-job.ts'

const victim = fileURLToPath(new URL('victim.ts', import.meta.url))

/** Runs in a mount namespace that goes with it: a file system in memory, as full as asked for, and its content afterwards. */
const script = `
set -e
mount -t tmpfs -o size=64m,mode=700 mj "$FULL"
cp -a "$BASE/." "$FULL/"
used=$(df --output=used -k "$FULL" | tail -1)
mount -o remount,size=$((used + FREE_PAGES * 4))k "$FULL"
set +e
"$NODE" "$VICTIM" "$JOB" "$FULL"
code=$?
mount -o remount,size=64m "$FULL"
cp -a "$FULL/." "$LEFT/"
exit $code
`
/** As root; anyone else may, where the system lets them have a namespace of their own. */
const isolate = process.geteuid?.() === 0 ? ['unshare', '--mount'] : ['unshare', '--user', '--map-root-user', '--mount']

/** A container may not allow it; each write from one on fails there as on a full disk. */
const canMount = spawnSync(isolate[0] ?? '', [...isolate.slice(1), 'true']).status === 0

/** More pages than any of the jobs needs. */
const most: Record<string, number> = { 'saves': 20, 'saves-hasty': 20, 'keys': 3, 'restore': 140 }

export const row = rowOf<string[]>({
  id: 'disk-full',
  promise: 'A full disk loses nothing that was saved, and says that it is full.',
  tries: { full: 180, part: 9 },
  planted: ['saves-hasty'],
  plantedTries: 4,
  linuxOnly: true,
  async attack(tries, seed, jobs = ['saves', ...(canMount ? ['keys'] : []), 'restore'], fills = tally()) {
    const random = seeded(seed)
    const refusals: string[] = []
    for (const name of jobs) {
      const work = await prepared(name)
      const each = Math.ceil(tries / jobs.length)
      const pages = most[name] ?? 64
      for (let nth = 0; nth < each; nth += 1) {
        const free = Math.floor(((nth + random(1000) / 1000) * pages) / each)
        const { left, ran: { said, errors } } = canMount ? await runOnFullDisk(work, free) : await runWithoutRoom(work, free / pages)
        const refused = said.flatMap((line) => (typeof line === 'object' && line !== null && 'refused' in line ? [String(line.refused)] : []))
        refusals.push(...refused)
        const loss = await work.job.check(left, said)
        const other = refused.find((code) => code !== 'disk.full')
        fills.held(loss === null && other === undefined && errors === '', () => `${name} with ${free} pages free: ${loss ?? other ?? errors}`)
        rmSync(left, { recursive: true, force: true })
      }
    }
    // A disk that was never full has proved nothing.
    fills.held(refusals.length > 0, () => 'the disk was never full')
    return fills.outcome([`refused: ${countOf(refusals)}; ${canMount ? `on a tmpfs mounted by ${isolate.join(' ')}` : 'by failing writes, for no file system could be mounted'}`])
  },
})

type OnFullDisk = { left: string; ran: Ran }

async function runOnFullDisk({ name, base }: Prepared, freePages: number): Promise<OnFullDisk> {
  const left = tempFolder()
  const full = join(tempFolder(), 'full')
  mkdirSync(full)
  const ran = await runCommand([...isolate, 'sh', '-c', script], {
    FULL: full, BASE: base, LEFT: left, FREE_PAGES: String(freePages), NODE: process.execPath, VICTIM: victim, JOB: name,
  })
  return { left, ran }
}

async function runWithoutRoom(work: Prepared, share: number): Promise<OnFullDisk> {
  const { folder } = copyOf(work)
  const calls = await listCalls(work, 'pwrite64')
  return { left: folder, ran: await runAndFail(work, folder, calls, Math.min(calls.length - 1, Math.floor(share * calls.length)), 'ENOSPC', true) }
}
