/**
 * Moving a vault's folder, with its backups. On one drive that is a change of
 * name; to another one everything is copied and read back first, and the old
 * place is emptied only once the vault was opened in the new one.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { ofOneMoment } from './backups/make.ts'
import type { CopySource } from './backups/make.ts'
import { runJob } from './backups/jobs.ts'
import { noStep } from './backups/pieces.ts'
import type { Step } from './backups/pieces.ts'
import { backupFolders, clearLeftovers, freeBytes, isInside, listBackups, passingName, pathOf } from './backups/places.ts'
import type { RunJob } from './backups/thread.ts'
import { fileError, makePrivateFolder, proveWritable, syncFolder } from './files.ts'
import { databaseName, inspectFolder } from './folders.ts'
import { keyFileNames, writeKeys } from './key-file.ts'

/** Not a vault yet: whatever this name has may be removed. */
const unreadyEnding = '.moving'
const marginBytes = 8 << 20

export type Move = { from: string; to: string; sameDrive: boolean }

/**
 * Where a vault would go into this folder; null when it is there already.
 *
 * @throws AppError `vault.exists`, `folder.not-writable`
 */
export function planMove(from: string, into: string): Move | null {
  const to = join(into, basename(from))
  if (to === from) return null
  if (isInside(into, from)) throw new AppError('folder.not-writable')
  const state = inspectFolder(to)
  if (state === 'vault') throw new AppError('vault.exists')
  if (state === 'other') throw new AppError('folder.not-writable')
  proveWritable(into)
  // The old place must let go of it too.
  proveWritable(dirname(from))
  return { from, to, sameDrive: takesByName(dirname(from), into) }
}

/** Tried, and not looked up: what counts as one drive is for the system to say. */
function takesByName(from: string, into: string): boolean {
  const probe = mkdtempSync(join(from, '.mj-'))
  const there = join(into, basename(probe))
  try {
    renameSync(probe, there)
    rmdirSync(there)
    return true
  } catch {
    rmdirSync(probe)
    return false
  }
}

export type MoveCopy = { stamp: string } | null

/**
 * Copy what has to be copied while the vault is in use; nothing of it counts yet.
 *
 * @throws AppError `disk.full`, `folder.not-writable`, `work.cancelled`; the new place is as it was then
 */
export async function copyForMove({ from, to, sameDrive }: Move, source: CopySource, bytes: number, run: RunJob, progress: Step): Promise<MoveCopy> {
  if (sameDrive) return null
  const unready = `${to}${unreadyEnding}`
  const backups = listBackups(backupFolders(from).beside)
  const of = bytes + backups.reduce((sum, file) => sum + file.bytes, 0)
  const copied: string[] = []
  try {
    const free = freeBytes(dirname(to))
    if (free !== null && free < of + marginBytes) throw new AppError('disk.full')
    rmSync(unready, { recursive: true, force: true })
    mkdirSync(unready, { mode: 0o700 })
    let done = 0
    const step: Step = (part) => { progress(done + part, of) }
    if (backups.length > 0) makePrivateFolder(backupFolders(to).beside)
    for (const file of backups) {
      const target = pathOf(backupFolders(to).beside, file.id, file.verified)
      if (!existsSync(target)) {
        const part = join(backupFolders(to).beside, passingName(file.id, 'part'))
        rmSync(part, { force: true })
        copied.push(part)
        await run('carry', { from: file.path, to: part }, step)
        renameSync(part, target)
        copied.push(target)
      }
      done += file.bytes
    }
    const path = join(unready, databaseName)
    await ofOneMoment(source, path, 'carry', { from: source.reader, to: path }, run, step)
    const stamp = source.stamp()
    await run('look', { path, dataKey: source.dataKey })
    progress(of, of)
    return { stamp }
  } catch (error) {
    for (const leftover of [unready, ...copied]) rmSync(leftover, { recursive: true, force: true })
    clearLeftovers(backupFolders(to).beside)
    quietly(() => { removeIfEmpty(backupFolders(to).beside) })
    throw fileError(error)
  }
}

/**
 * Put the vault into its new place. Between two calls and without waiting for
 * anything: the database is closed, and `stamp` tells whether it was written
 * since it was copied.
 */
export function finishMove({ from, to, sameDrive }: Move, source: Omit<CopySource, 'reader' | 'stamp'>, copy: MoveCopy, stamp: string): void {
  try {
    if (inspectFolder(to) === 'empty') rmdirSync(to)
    if (sameDrive) {
      renameSync(from, to)
    } else {
      const unready = `${to}${unreadyEnding}`
      const path = join(unready, databaseName)
      if (copy?.stamp !== stamp) {
        rmSync(path, { force: true })
        runJob('carry', { from: join(from, databaseName), to: path }, noStep)
      }
      writeKeys(unready, source.keys)
      syncFolder(unready)
      renameSync(unready, to)
    }
    for (const parent of new Set([dirname(from), dirname(to)])) syncFolder(parent)
  } catch (error) {
    throw fileError(error)
  }
}

/** The vault did not open in its new place: as if nothing had been. */
export function undoMove({ from, to, sameDrive }: Move): void {
  if (!sameDrive) {
    for (const leftover of [to, `${to}${unreadyEnding}`]) rmSync(leftover, { recursive: true, force: true })
  } else if (!existsSync(from) && existsSync(to)) {
    renameSync(to, from)
  }
}

/**
 * The vault is open in its new place: bring the backups, and empty the old one
 * of what was ours. Never throws: what stays is superfluous.
 *
 * @param beside names of what else we lay beside backups, made anew with the next one
 */
export function leaveOldPlace({ from, to, sameDrive }: Move, beside: readonly string[] = []): void {
  const [old, now] = [backupFolders(from).beside, backupFolders(to).beside]
  quietly(() => {
    if (sameDrive && existsSync(old) && !existsSync(now)) {
      renameSync(old, now)
      return
    }
    for (const file of listBackups(old)) {
      const target = pathOf(now, file.id, file.verified)
      if (sameDrive && !existsSync(target)) renameSync(file.path, target)
      else if (existsSync(target)) rmSync(file.path, { force: true })
    }
    if (listBackups(old).length === 0) for (const name of beside) rmSync(join(old, name), { force: true })
    removeIfEmpty(old)
  })
  if (sameDrive) return
  quietly(() => {
    for (const name of [databaseName, `${databaseName}-journal`, ...keyFileNames]) rmSync(join(from, name), { force: true })
    removeIfEmpty(from)
  })
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder)
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // The vault itself is in its new place.
  }
}
