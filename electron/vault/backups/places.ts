/** Where backups lie, what lies there, and how much room is left. */
import { existsSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { BackupId } from '../../../shared/backup.ts'
import { AppError } from '../../../shared/errors.ts'
import { makePrivateFolder, proveWritable, systemCode } from '../files.ts'
import { backupEnding, madeAt, newestFirst, unverifiedEnding } from './format.ts'

export type BackupFile = { id: BackupId; path: string; made: string; bytes: number; verified: boolean }

/**
 * A name for what is being written, or what was taken out to look into: no
 * backup, and gone when its process is.
 */
export function passingName(stem: string, kind: 'part' | 'check'): string {
  return `${stem}.${process.pid}.${kind}`
}

const passing = /^\d{4}-.*\.(\d+)\.(?:part|check)(?:-journal)?$/

/** `Journal backups` beside `Journal.mjournal`. */
export function backupsName(vaultFolder: string): string {
  return `${basename(vaultFolder).replace(/\.mjournal$/, '')} backups`
}

/** Beside the vault; inside it only where nothing can be made beside it, as at the root of a stick. */
export function backupFolders(vaultFolder: string): { beside: string; inside: string } {
  return { beside: join(dirname(vaultFolder), backupsName(vaultFolder)), inside: join(vaultFolder, 'backups') }
}

/** In a second place the backups have a folder of their own too: two vaults may share a stick. */
export function folderInSecond(second: string, vaultFolder: string): string {
  const name = backupsName(vaultFolder)
  return basename(second) === name ? second : join(second, name)
}

/**
 * The folder to write backups into, made when it is missing.
 *
 * @throws AppError `folder.not-writable` or `disk.full`
 */
export function writableBackupFolder(vaultFolder: string): string {
  const { beside, inside } = backupFolders(vaultFolder)
  try {
    makePrivateFolder(beside)
    proveWritable(beside)
    return beside
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'folder.not-writable') throw error
  }
  makePrivateFolder(inside)
  proveWritable(inside)
  return inside
}

/** The backups in these folders, newest first; a folder that is not there has none. */
export function listBackups(...folders: string[]): BackupFile[] {
  return folders.flatMap(listFolder)
    .toSorted((a, b) => newestFirst(a, b) || Number(b.verified) - Number(a.verified))
}

function listFolder(folder: string): BackupFile[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names.flatMap((name) => {
    const ending = [unverifiedEnding, backupEnding].find((one) => name.endsWith(one))
    const id = BackupId.safeParse(name.slice(0, name.length - (ending?.length ?? 0)))
    const path = join(folder, name)
    const made = ending === undefined || !id.success ? null : madeAt(id.data)
    const stat = made === null ? undefined : statOrNone(path)
    return made === null || !id.success || stat?.isFile() !== true
      ? [] : [{ id: id.data, path, made, bytes: stat.size, verified: ending === backupEnding }]
  })
}

export function pathOf(folder: string, id: BackupId, verified: boolean): string {
  return join(folder, `${id}${verified ? backupEnding : unverifiedEnding}`)
}

/** Remove what processes that are no more left behind in the middle of their work. */
export function clearLeftovers(folder: string): void {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    // Nothing there, nothing left.
  }
  for (const name of names) {
    const owner = Number(passing.exec(name)?.[1] ?? process.pid)
    if (owner !== process.pid && !isRunning(owner)) rmSync(join(folder, name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

/** Bytes that this account may still write there; null when the system does not say. */
export function freeBytes(folder: string): number | null {
  for (let path = folder; ; path = dirname(path)) {
    try {
      const { bavail, bsize } = statfsSync(path)
      return bavail * bsize
    } catch {
      if (dirname(path) === path) return null
    }
  }
}

export function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, folder)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way))
}

/** Whether both lie on one drive, so that its end is the end of both. */
export function onSameDrive(one: string, other: string): boolean {
  const [a, b] = [statOrNone(one), statOrNone(other)]
  return a !== undefined && b !== undefined && a.dev === b.dev
}

function statOrNone(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

const cloudParts: readonly RegExp[] = [
  /^Dropbox( \(.+\))?$/i, /^OneDrive( - .+)?$/i, /^(My|Google) ?Drive$/i, /^GoogleDrive.*$/i, /^iCloud ?Drive$/i, /^Mobile Documents$/,
  /^CloudStorage$/, /^Nextcloud\d*$/i, /^ownCloud$/i, /^pCloud ?Drive$/i, /^MEGA(sync)?$/i, /^Box( Sync)?$/, /^Proton ?Drive.*$/i,
  /^(google-drive|onedrive):/i,
]
const cloudMarks: readonly RegExp[] = [
  /^\.dropbox(\.cache)?$/, /^\.tmp\.drive(down|up)load$/, /^\._?sync_[0-9a-f]+\.db$/, /^\.(nextcloud|owncloud)sync\.log$/, /^\.stfolder$/,
]

/** Whether a program that sends files elsewhere seems to look after this folder: by its path, or by what such programs leave in it. */
export function inCloud(folder: string): boolean {
  if (folder.split(/[/\\]/).some((part) => cloudParts.some((known) => known.test(part)))) return true
  for (let path = folder; dirname(path) !== path; path = dirname(path)) {
    try {
      if (existsSync(path) && readdirSync(path).some((name) => cloudMarks.some((known) => known.test(name)))) return true
    } catch {
      // A folder above that this account may not list.
    }
  }
  return false
}
