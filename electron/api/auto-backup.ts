/**
 * When backups are made: before something large is changed, daily while the
 * vault is open, and at a lock if there is something new. One at a time; none
 * of them holds up a save, an unlock or the lock itself.
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupId } from '../../shared/backup.ts'
import { AppError } from '../../shared/errors.ts'
import type { LockReason } from '../../shared/events.ts'
import { contentChanges } from '../database/counters.ts'
import { vaultRecord } from '../database/vault-record.ts'
import { writeReader } from '../dump/reader-file.ts'
import { copyToSecond, isOf, makeBackup, thinOut, verifyPending } from '../vault/backups/make.ts'
import type { Step } from '../vault/backups/pieces.ts'
import { backupFolders, folderInSecond, listBackups } from '../vault/backups/places.ts'
import type { BackupFile } from '../vault/backups/places.ts'
import { readBackup } from '../vault/backups/read.ts'
import { newestOf } from '../vault/backups/rotate.ts'
import { beforeClosing, sourceOf, withClosed } from '../vault/backups/source.ts'
import type { ClosedVault } from '../vault/backups/source.ts'
import { inThread } from '../vault/backups/thread.ts'
import type { RunJob } from '../vault/backups/thread.ts'
import { vaultBytes } from '../vault/vault.ts'
import type { OpenVault } from '../vault/vault.ts'
import type { Backend } from './backend.ts'

/** What one run of the core knows about its backups. */
export type Keeping = {
  /** What {@link contentChanges} and the key file's serial were at the last backup, or when the vault was opened. */
  changes: number
  serial: number
  /** The last one could not be made, or not be copied to the second place. */
  failed: boolean
  /** The one that is being made, or the last one; the next begins after it. */
  last: Promise<unknown>
  timer: NodeJS.Timeout | null
  /** Set at a lock that is to be followed by a backup. */
  atLock: ClosedVault | null
}

export function newKeeping(): Keeping {
  return { changes: 0, serial: 0, failed: false, last: Promise.resolve(), timer: null, atLock: null }
}

/** Long after the screen stands, so that no unlock is slower for it. */
const firstLookMs = 60_000
const lookEveryMs = 3_600_000
const dayMs = 86_400_000
/** A vault below this is copied and checked faster than a thread starts. */
const smallBytes = 16 << 20

/** From now on this vault is backed up by itself. */
export function beginKeeping(backend: Backend): void {
  const { keeping, vault } = backend
  keeping.changes = contentChanges(vault.db)
  keeping.serial = vault.keys.serial
  const look = () => {
    void lookAfter(backend)
    keeping.timer = setTimeout(look, lookEveryMs).unref()
  }
  keeping.timer = setTimeout(look, firstLookMs).unref()
}

/** While the vault is being closed: remember what a backup after it needs. */
export function endKeeping(keeping: Keeping, vault: OpenVault, why: LockReason, now: Date): void {
  if (keeping.timer !== null) clearTimeout(keeping.timer)
  keeping.timer = null
  // The machine is falling asleep, or something is wrong: nothing may take time now.
  if (why === 'suspend' || why === 'fault') return
  try {
    if (isDue(keeping, vault, now)) keeping.atLock = beforeClosing(vault)
  } catch {
    // A database that cannot be read any more must be closed all the same.
  }
}

/** Whether there is something that no backup has. */
function isDue(keeping: Keeping, { db, keys, folder, id }: OpenVault, now: Date): boolean {
  if (contentChanges(db) > keeping.changes || keys.serial !== keeping.serial || keeping.failed) return true
  const newest = newestOf(countingBackups(folder, id), now)
  if (newest === null) return true
  // A run that was killed left no backup of what it saved.
  const { savedAt } = vaultRecord(db)
  return savedAt !== null && savedAt > newest.made && savedAt > madeExactly(newest)
}

/** A name has whole seconds, and the last words before a lock are mostly saved in the second of its backup. */
function madeExactly({ path, made }: BackupFile): string {
  try {
    return readBackup(path).note.made
  } catch {
    return made
  }
}

/** The backups of this vault beside it that were opened and checked. */
export function countingBackups(folder: string, id: string): BackupFile[] {
  const { beside, inside } = backupFolders(folder)
  return listBackups(beside, inside).filter((file) => file.verified && isOf(file, id))
}

/**
 * Back up after the lock; the process ends when this does, or sooner. What it
 * had no time to check is checked after the next unlock.
 */
export async function backUpAtLock(backend: Backend): Promise<void> {
  const { keeping } = backend
  const closed = keeping.atLock
  if (closed === null) return
  keeping.atLock = null
  try {
    await withClosed(closed, async (source) => {
      const second = await secondPlace(backend)
      await perhapsInThread(closed.folder, async (run) => {
        const spare = await sparedBackups(backend, closed.keys.vault)
        const file = await makeBackup(source, { now: backend.now(), spare, keepUnverified: true, ...(run !== undefined && { run }) })
        layReader(dirname(file.path))
        if (second !== null) await bringToSecond(backend, second, file, closed.keys.vault, closed.folder, run)
      })
    })
  } catch (error) {
    logFailure('backup.lock', error)
  }
}

/**
 * Make a backup of the open vault now, behind one that is being made. Words that
 * still wait to be saved are in it.
 *
 * @throws AppError `backup.failed`, `disk.full`, `work.cancelled`
 */
export function backUp(backend: Backend, ports: { signal?: AbortSignal; progress?: Step } = {}): Promise<BackupFile> {
  const made = backend.keeping.last.then(() => backUpNext(backend, ports))
  backend.keeping.last = made.catch(() => undefined)
  return made
}

/**
 * The state to come back to, before something large is changed: for an import,
 * for a dump that is read back.
 *
 * @throws AppError as {@link backUp}; nothing may be changed then
 */
export async function backupBefore(backend: Backend, signal?: AbortSignal): Promise<void> {
  await backUp(backend, signal === undefined ? {} : { signal })
}

async function backUpNext(backend: Backend, { signal, progress }: { signal?: AbortSignal; progress?: Step }): Promise<BackupFile> {
  const { keeping, vault } = backend
  const stop = new AbortController()
  const ends = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal])
  // A lock stops every work; this one has no name that the page would know.
  const quiet = `quiet-${crypto.randomUUID()}`
  backend.works.set(quiet, stop)
  try {
    backend.drafts.flush()
    const [changes, serial] = [contentChanges(vault.db), vault.keys.serial]
    const [second, spare] = [await secondPlace(backend), await sparedBackups(backend, vault.id)]
    const file = await inThread(ends, async (run) => {
      const made = await makeBackup(sourceOf(vault), { now: backend.now(), spare, run, ...(progress === undefined ? {} : { progress }) })
      Object.assign(keeping, { changes, serial, failed: false })
      layReader(dirname(made.path))
      if (second !== null) await bringToSecond(backend, second, made, vault.id, vault.folder, run)
      return made
    })
    return file
  } catch (error) {
    if (!ends.aborted) keeping.failed = true
    throw ends.aborted ? new AppError('work.cancelled', { cause: error }) : error
  } finally {
    backend.works.delete(quiet)
  }
}

/** Once soon after an unlock and then every hour: check what a lock left unchecked, and make the day's backup. */
export async function lookAfter(backend: Backend): Promise<void> {
  try {
    // A copy that nobody chose is no day's backup of this computer.
    if (!backend.isOpen || backend.unaccepted !== null) return
    await checkPending(backend)
    if (!backend.isOpen) return
    const now = backend.now()
    const { folder, id } = backend.vault
    const newest = newestOf(countingBackups(folder, id), now)
    const age = newest === null ? null : now.getTime() - Date.parse(newest.made)
    // Older than a day, or dated in the future by a clock that was wrong.
    const stale = age === null || age >= dayMs || age <= -dayMs
    if (stale && isDue(backend.keeping, backend.vault, now)) await backUp(backend)
    else await catchUpSecond(backend, newest)
  } catch (error) {
    logFailure('backup.auto', error)
  }
}

/** Check the backups that a lock had no time to. */
async function checkPending(backend: Backend): Promise<void> {
  const { vault } = backend
  const { beside, inside } = backupFolders(vault.folder)
  const pending = listBackups(beside, inside).filter((file) => !file.verified && isOf(file, vault.id))
  if (pending.length === 0) return
  const stop = new AbortController()
  backend.works.set('quiet-check', stop)
  try {
    await inThread(stop.signal, async (run) => {
      for (const file of pending) {
        try {
          await verifyPending(file, vault.dataKey, run)
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'backup.damaged') throw error
          // It never counted, and the next backup makes up for it.
          backend.keeping.failed = true
        }
      }
    })
    const options = { now: backend.now(), spare: await sparedBackups(backend, vault.id) }
    for (const folder of new Set(pending.map(({ path }) => dirname(path)))) thinOut(folder, vault.id, options)
  } finally {
    backend.works.delete('quiet-check')
  }
}

/** A stick that was away gets the newest one when it is back. */
async function catchUpSecond(backend: Backend, newest: BackupFile | null): Promise<void> {
  const second = await secondPlace(backend)
  if (second === null || newest === null || !existsSync(second)) return
  const { folder, id } = backend.vault
  if (listBackups(folderInSecond(second, folder)).some((file) => file.id === newest.id)) return
  const stop = new AbortController()
  backend.works.set('quiet-second', stop)
  try {
    await inThread(stop.signal, (run) => bringToSecond(backend, second, newest, id, folder, run))
  } finally {
    backend.works.delete('quiet-second')
  }
}

/** Those that hold what a copy from elsewhere lacked when it was chosen. */
async function sparedBackups(backend: Backend, vaultId: string): Promise<readonly BackupId[]> {
  return (await backend.host.getPreferences()).sparedBackups[vaultId] ?? []
}

/** Copy a backup to the second place; one that is not there is remarked on and is no fault of this backup. */
export async function bringToSecond(
  backend: Backend, second: string, file: BackupFile, vaultId: string, vaultFolder: string, run: RunJob | undefined,
): Promise<void> {
  if (!existsSync(second) || folderInSecond(second, vaultFolder) === dirname(file.path)) return
  try {
    await copyToSecond(file, vaultId, vaultFolder, second, { now: backend.now(), spare: await sparedBackups(backend, vaultId), ...(run !== undefined && { run }) })
    layReader(folderInSecond(second, vaultFolder))
    await backend.host.setPreferences({ secondSeen: backend.now().toISOString() })
  } catch (error) {
    if (error instanceof AppError && error.code === 'work.cancelled') throw error
    backend.keeping.failed = true
    logFailure('backup.mirror', error)
  }
}

/** Beside every set of backups lies the page that reads them without the app; without it they are none the worse. */
function layReader(folder: string): void {
  try {
    writeReader(folder)
  } catch (error) {
    logFailure('backup.reader', error)
  }
}

/** Calls by their names and errors by their kind: nothing else passes the core's log. */
function logFailure(what: string, error: unknown): void {
  const kind = error instanceof AppError ? error.code.replaceAll(/[.-](.)/g, (_match, letter: string) => letter.toUpperCase()) : 'Error'
  console.error(`${what} failed: ${kind}`)
}

async function secondPlace(backend: Backend): Promise<string | null> {
  try {
    return (await backend.host.getPreferences()).secondBackups
  } catch {
    return null
  }
}

async function perhapsInThread(folder: string, work: (run: RunJob | undefined) => Promise<void>): Promise<void> {
  if (vaultBytes(folder) < smallBytes) await work(undefined)
  else await inThread(undefined, work)
}
