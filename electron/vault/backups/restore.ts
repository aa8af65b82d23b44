/**
 * Putting a whole vault back. It is made ready beside the one that lies there,
 * opened and checked, and only then two folders change their names: at every
 * moment one of them is a whole vault, and {@link mendRestore} finishes what was
 * cut off between the two names. Nothing is overwritten.
 */
import { existsSync, mkdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { openCopy } from '../../database/copy.ts'
import { fileError, makePrivateFolder, syncFolder } from '../files.ts'
import { databaseName, inspectFolder } from '../folders.ts'
import { writeKeys } from '../key-file.ts'
import type { KeyFile } from '../key-file.ts'
import { runJob } from './jobs.ts'
import { noStep } from './pieces.ts'
import type { Step } from './pieces.ts'
import { backupFolders, freeBytes } from './places.ts'
import type { RunJob } from './thread.ts'

/** Being made ready; worth nothing yet. */
const unreadyEnding = '.restoring'
/** Whole and checked: takes the vault's place. */
const readyEnding = '.restored'

/** What opens a backup, and the keys that the vault made from it will have. */
export type BackupKeys = { dataKey: Uint8Array; keys: KeyFile }

/** Taking it out is this much of the way, checking it the rest. */
const copyShare = 0.6

/**
 * Make a vault ready from a backup, beside the place where it will go.
 *
 * @throws AppError `backup.damaged`, `backup.missing`, `vault.newer`, `vault.in-use`
 * when another window has the vault open, `disk.full`, `folder.not-writable`
 */
export async function stageRestore(
  backup: { path: string; bytes: number }, vaultFolder: string, { dataKey, keys }: BackupKeys,
  ports: { run?: RunJob; progress?: Step } = {},
): Promise<void> {
  const run: RunJob = ports.run ?? ((name, input, step) => Promise.resolve().then(() => runJob(name, input, step ?? noStep)))
  if (inspectFolder(vaultFolder) === 'other') throw new AppError('folder.not-writable')
  const unready = `${vaultFolder}${unreadyEnding}`
  const ready = `${vaultFolder}${readyEnding}`
  try {
    makePrivateFolder(dirname(vaultFolder))
    for (const leftover of [unready, ready]) rmSync(leftover, { recursive: true, force: true })
    const free = freeBytes(dirname(vaultFolder))
    if (free !== null && free < backup.bytes) throw new AppError('disk.full')
    mkdirSync(unready, { mode: 0o700 })
    const database = join(unready, databaseName)
    await run('extract', { path: backup.path, to: database }, (done, of) => { ports.progress?.(done * copyShare, of) })
    await run('look', { path: database, dataKey })
    ports.progress?.(backup.bytes, backup.bytes)
    writeKeys(unready, keys)
    syncFolder(unready)
    renameSync(unready, ready)
    syncFolder(dirname(vaultFolder))
  } catch (error) {
    for (const leftover of [unready, ready]) rmSync(leftover, { recursive: true, force: true })
    const expected = fileError(error)
    if (expected instanceof AppError && expected.code === 'vault.damaged-no-backup') throw new AppError('backup.damaged', { cause: error })
    throw expected
  }
}

/**
 * Refuse while another window has this vault open: its file would go on being
 * written under another name.
 *
 * @throws AppError `vault.in-use`
 */
export function refuseInUse(vaultFolder: string): void {
  const path = join(vaultFolder, databaseName)
  if (!existsSync(path)) return
  try {
    // Any key will do: who holds the file is told before its first page is read, and for reading only nothing is changed.
    openCopy(path, new Uint8Array(32)).close()
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.in-use') throw error
  }
}

/** The name, without its folder, that what lies in the vault's place will get; null when nothing does. */
export function keptName(vaultFolder: string, now: Date): string | null {
  const state = inspectFolder(vaultFolder)
  if (state === 'nothing' || state === 'empty') return null
  const name = basename(vaultFolder)
  const ending = name.endsWith('.mjournal') ? '.mjournal' : ''
  const two = (value: number) => String(value).padStart(2, '0')
  const at = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}`
  for (let number = 1; ; number += 1) {
    const kept = `${name.slice(0, name.length - ending.length)} kept ${at}${number === 1 ? '' : ` (${number})`}${ending}`
    if (!existsSync(join(dirname(vaultFolder), kept))) return kept
  }
}

/**
 * Put the vault that was made ready in its place, and what lay there under its
 * new name. The vault must be closed.
 *
 * @throws AppError `folder.not-writable`; everything is as it was then
 */
export function swapRestored(vaultFolder: string, keptAs: string | null): void {
  const parent = dirname(vaultFolder)
  const kept = keptAs === null ? null : join(parent, keptAs)
  try {
    if (kept !== null) renameSync(vaultFolder, kept)
    else if (existsSync(vaultFolder)) rmdirSync(vaultFolder)
    try {
      renameSync(`${vaultFolder}${readyEnding}`, vaultFolder)
    } catch (error) {
      if (kept !== null) renameSync(kept, vaultFolder)
      throw error
    }
    syncFolder(parent)
  } catch (error) {
    throw fileError(error)
  }
  if (kept !== null) bringBackups(kept, vaultFolder)
}

/** Finish a restore that was cut off between its two names; otherwise nothing happens. */
export function mendRestore(vaultFolder: string): void {
  const ready = `${vaultFolder}${readyEnding}`
  if (existsSync(vaultFolder) || !existsSync(join(ready, databaseName))) return
  try {
    renameSync(ready, vaultFolder)
    syncFolder(dirname(vaultFolder))
  } catch {
    // The vault counts as missing then, and can be put back again.
  }
}

/** Backups that lay inside the vault, for want of another place, stay with the vault's name. */
function bringBackups(from: string, to: string): void {
  const [there, here] = [backupFolders(from).inside, backupFolders(to).inside]
  try {
    if (existsSync(there) && !existsSync(here)) renameSync(there, here)
  } catch {
    // They are whole where they are.
  }
}
