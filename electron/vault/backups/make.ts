/** A backup from beginning to end: copied, opened and counted, and only then called one. */
import { fstatSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BackupId } from '../../../shared/backup.ts'
import { AppError } from '../../../shared/errors.ts'
import { fileError, makePrivateFolder, proveWritable, syncFolder } from '../files.ts'
import { formatKeyFile } from '../key-file.ts'
import type { KeyFile } from '../key-file.ts'
import { backupId, damagedEnding } from './format.ts'
import type { BackupNote } from './format.ts'
import { runJob } from './jobs.ts'
import type { JobInput, JobOutput } from './jobs.ts'
import type { Step } from './pieces.ts'
import { noStep } from './pieces.ts'
import { clearLeftovers, folderInSecond, freeBytes, listBackups, passingName, pathOf, writableBackupFolder } from './places.ts'
import type { BackupFile } from './places.ts'
import { readBackup } from './read.ts'
import { toRemove } from './rotate.ts'
import type { RunJob } from './thread.ts'

/** A vault as something to copy. */
export type CopySource = {
  folder: string
  /** The keys as they count now; they name the vault. */
  keys: KeyFile
  dataKey: Uint8Array
  schema: number
  /** A descriptor of its database, which stays open. */
  reader: number
  /** Differs once something was written; the same before and after a copy means that the copy is of one moment. */
  stamp(): string
}

export type MakeOptions = {
  now: Date
  /** Runs a job beside this thread; on the spot when left out. */
  run?: RunJob
  progress?: Step
  /** Never thinned out: what a copy from elsewhere lacks lies in these alone. */
  spare?: readonly BackupId[]
  /** Keep the copy under another name until it is verified: for a lock, which may not have the time. */
  keepUnverified?: boolean
}

/** A copy that is overtaken by a save is begun again; after that many, saves wait for one. */
const triesBeside = 3
/** Left free for the journal itself: a backup must never be what fills the disk. */
const marginBytes = 8 << 20

/** How long a copied vault and the check of it are, of the whole way. */
const copyShare = 0.4

/**
 * Make a backup beside the vault and prove it. What was there before is thinned
 * out only afterwards.
 *
 * @throws AppError `backup.failed` when it cannot be written or does not open,
 * `disk.full`, `work.cancelled`
 */
export async function makeBackup(source: CopySource, options: MakeOptions): Promise<BackupFile> {
  const run: RunJob = options.run ?? here
  const plan = planBackup(source, options.now)
  let at = plan.part
  try {
    const bytes = await copyOfOneMoment(source, plan, run, options.progress ?? noStep)
    if (options.keepUnverified === true) {
      at = pathOf(plan.folder, plan.id, false)
      renameSync(plan.part, at)
    }
    await run('verify', { path: at, dataKey: source.dataKey, scratch: plan.check }, (done, of) => {
      options.progress?.(bytes * (copyShare + (1 - copyShare) * done / of), bytes)
    })
    const made = finish(plan, at)
    thinOut(plan.folder, source.keys.vault, options)
    return made
  } catch (error) {
    if (options.keepUnverified !== true || !isCutOff(error)) rmSync(at, { force: true })
    throw asBackupError(error)
  }
}

/** The same in one go, for where nothing else may run meanwhile: before the schema is changed. What was there stays: the next one thins it out. */
export function makeBackupNow(source: CopySource, now: Date): BackupFile {
  const plan = planBackup(source, now)
  try {
    runJob('write', inputOf(source, plan), noStep)
    runJob('verify', { path: plan.part, dataKey: source.dataKey, scratch: plan.check }, noStep)
    return finish(plan, plan.part)
  } catch (error) {
    rmSync(plan.part, { force: true })
    throw asBackupError(error)
  }
}

/**
 * Open what a lock had no time to, and let it count.
 *
 * @throws AppError `backup.damaged` when it does not open; it is gone then, for it never counted
 */
export async function verifyPending(file: BackupFile, dataKey: Uint8Array, run: RunJob = here): Promise<BackupFile> {
  const folder = join(file.path, '..')
  try {
    await run('verify', { path: file.path, dataKey, scratch: join(folder, passingName(file.id, 'check')) })
  } catch (error) {
    if (error instanceof AppError && error.code === 'backup.damaged') rmSync(file.path, { force: true })
    throw error
  }
  return countFromNow(file)
}

/** One that counted and does not open any more: it lies there, and counts for nothing. */
export function setAside(file: BackupFile): void {
  renameSync(file.path, `${file.path}${damagedEnding}`)
}

/** A backup that was opened and checked counts; returns it under its name from now on. */
export function countFromNow(file: BackupFile): BackupFile {
  if (file.verified) return file
  const folder = join(file.path, '..')
  const taken = listBackups(folder).filter(({ verified }) => verified).map(({ id }) => id)
  const id = taken.includes(file.id) ? backupId(new Date(file.made), taken) : file.id
  const path = pathOf(folder, id, true)
  renameSync(file.path, path)
  syncFolder(folder)
  return { ...file, id, path, verified: true }
}

/**
 * Copy a backup that counts to the second place, and thin that one out too.
 *
 * @throws AppError `folder.not-writable`, `disk.full`, `backup.failed`
 */
export async function copyToSecond(file: BackupFile, vault: string, vaultFolder: string, second: string, options: MakeOptions): Promise<void> {
  const folder = folderInSecond(second, vaultFolder)
  const run: RunJob = options.run ?? here
  makePrivateFolder(folder)
  proveWritable(folder)
  clearLeftovers(folder)
  const free = freeBytes(folder)
  if (free !== null && free < file.bytes) throw new AppError('disk.full')
  const part = join(folder, passingName(file.id, 'part'))
  await run('carry', { from: file.path, to: part }, options.progress)
  try {
    renameSync(part, pathOf(folder, file.id, true))
    syncFolder(folder)
  } catch (error) {
    rmSync(part, { force: true })
    throw fileError(error)
  }
  thinOut(folder, vault, options)
}

/** Remove the backups of this vault that the others make superfluous; what cannot be read is left alone. */
export function thinOut(folder: string, vault: string, { now, spare = [] }: Pick<MakeOptions, 'now' | 'spare'>): void {
  const counting = listBackups(folder).filter((file) => file.verified && isOf(file, vault))
  for (const file of toRemove(counting, now)) if (!spare.includes(file.id)) rmSync(file.path, { force: true })
}

export function isOf(file: BackupFile, vault: string): boolean {
  try {
    return readBackup(file.path).note.vault === vault
  } catch {
    return false
  }
}

/** The vault's own numbers as they are between two writes. */
export function fileStamp(reader: number): string {
  const { mtimeNs, size } = fstatSync(reader, { bigint: true })
  return `${mtimeNs}:${size}`
}

const here: RunJob = (name, input, step) => Promise.resolve().then(() => runJob(name, input, step ?? noStep))

type Plan = { folder: string; id: BackupId; part: string; check: string; note: BackupNote }

function planBackup(source: CopySource, now: Date): Plan {
  try {
    const folder = writableBackupFolder(source.folder)
    clearLeftovers(folder)
    const { size } = fstatSync(source.reader)
    const free = freeBytes(folder)
    // The copy, and the database taken out of it once more.
    if (free !== null && free < 2 * size + marginBytes) throw new AppError('disk.full')
    const id = backupId(now, listBackups(folder).map((file) => file.id))
    return {
      folder, id, part: join(folder, passingName(id, 'part')), check: join(folder, passingName(id, 'check')),
      note: { v: 1, vault: source.keys.vault, made: now.toISOString(), schema: source.schema },
    }
  } catch (error) {
    throw asBackupError(error)
  }
}

function inputOf(source: CopySource, plan: Plan) {
  return { reader: source.reader, note: plan.note, keys: formatKeyFile(source.keys), path: plan.part }
}

async function copyOfOneMoment(source: CopySource, plan: Plan, run: RunJob, progress: Step): Promise<number> {
  const step: Step = (done, of) => { progress(done * copyShare, of) }
  const { bytes } = await ofOneMoment(source, plan.part, 'write', inputOf(source, plan), run, step)
  return bytes
}

/**
 * Copy the vault's database while it may be written: what was overtaken by a
 * write is begun again, and the last time on the spot, where nothing can.
 *
 * @param to removed before a new beginning
 */
export async function ofOneMoment<N extends 'write' | 'carry'>(
  source: CopySource, to: string, name: N, input: JobInput<N>, run: RunJob, step: Step,
): Promise<JobOutput<N>> {
  for (let tries = 0; tries < triesBeside; tries += 1) {
    const before = source.stamp()
    try {
      const copied = await run(name, input, step)
      if (source.stamp() === before) return copied
    } catch (error) {
      // It became shorter under our hands: a copy of two moments too.
      if (!(error instanceof AppError) || error.code !== 'backup.damaged') throw error
    }
    rmSync(to, { force: true })
  }
  return runJob(name, input, noStep)
}

function finish(plan: Plan, at: string): BackupFile {
  const path = pathOf(plan.folder, plan.id, true)
  renameSync(at, path)
  syncFolder(plan.folder)
  const made = listBackups(plan.folder).find((file) => basename(file.path) === basename(path))
  if (made === undefined) throw new AppError('backup.failed')
  return made
}

function isCutOff(error: unknown): boolean {
  return error instanceof AppError && error.code === 'work.cancelled'
}

/** Where a backup goes wrong, the journal itself is saved: the sentence of `backup.failed` says so. */
function asBackupError(error: unknown): unknown {
  const expected = fileError(error)
  const wrong = ['folder.not-writable', 'backup.damaged', 'backup.missing', 'vault.missing', 'vault.newer']
  return expected instanceof AppError && wrong.includes(expected.code) ? new AppError('backup.failed', { cause: error }) : expected
}
