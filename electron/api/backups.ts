import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import type { Backup, BackupContent, BackupItem, BackupStatus } from '../../shared/backup.ts'
import type { CallName, Parsed } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { bringBack, countVisible, differences } from '../database/bring-back.ts'
import type { Difference } from '../database/bring-back.ts'
import { openCopy } from '../database/copy.ts'
import { isItemKind } from '../database/rows.ts'
import { listSpaces } from '../database/spaces.ts'
import type { Db } from '../database/open.ts'
import { countFromNow } from '../vault/backups/make.ts'
import {
  backupFolders, folderInSecond, freeBytes, inCloud, isInside, listBackups, onSameDrive, passingName, pathOf, writableBackupFolder,
} from '../vault/backups/places.ts'
import { backupId } from '../vault/backups/format.ts'
import { readBackup } from '../vault/backups/read.ts'
import { keptName, refuseInUse, stageRestore, swapRestored } from '../vault/backups/restore.ts'
import { newestOf } from '../vault/backups/rotate.ts'
import { inThread } from '../vault/backups/thread.ts'
import { proveWritable } from '../vault/files.ts'
import { vaultBytes } from '../vault/vault.ts'
import { backUp, bringToSecond, countingBackups } from './auto-backup.ts'
import { findBackup, folderOfVault, knownBackups, openBackupKeys, toBackup, withScratch } from './backup-files.ts'
import type { Backend } from './backend.ts'
import { displayPath } from './display-path.ts'
import type { Handlers } from './handlers.ts'
import { runWork } from './work.ts'
import type { Work } from './work.ts'

export { backupBefore } from './auto-backup.ts'

export const backupHandlers = {
  'backup.status': (backend) => status(backend),
  'backup.list': async (backend) => (await knownBackups(backend)).map(toBackup),
  'backup.make': (backend) => runWork(backend, 'backup', async (work) => toBackup({ file: await backUp(backend, work), place: 'beside' })),
  'backup.mirror': (backend, { forget }) => backend.inTurn(() => mirror(backend, forget)),
  'backup.add': (backend) => backend.inTurn(() => add(backend)),
  'backup.check': (backend, one) => runWork(backend, 'backup-check', (work) => check(backend, one, work)),
  'backup.items': (backend, one) => runWork(backend, 'backup-check', (work) => items(backend, one, work)),
  'backup.fetch': (backend, { items: ids, ...one }) => runWork(backend, 'backup-check', (work) => withCopy(backend, one, work, (copy) => {
    backend.drafts.flush()
    return { restored: bringBack(backend.db, copy, ids, backend.now()) }
  })),
  'backup.restore': (backend, one) => backend.inTurn(() => restore(backend, one)),
} satisfies Pick<Handlers, Extract<CallName, `backup.${string}`>>

type OneBackup = Parsed<'backup.check'>

const lowestFree = 200 << 20

async function status(backend: Backend): Promise<BackupStatus> {
  const { secondBackups, secondSeen } = await backend.host.getPreferences()
  const { folder, id } = backend.vault
  const { beside, inside } = backupFolders(folder)
  const last = newestOf(countingBackups(folder, id), backend.now())
  const present = secondBackups !== null && existsSync(secondBackups)
  const free = freeBytes(folder)
  const remarks: Array<[BackupStatus['remarks'][number], boolean]> = [
    ['last-failed', backend.keeping.failed],
    ['low-space', free !== null && free < Math.max(lowestFree, 3 * vaultBytes(folder))],
    ['second-missing', secondBackups !== null && !present],
    ['first-in-vault', existsSync(inside) && listBackups(inside).length > 0],
    ['second-in-vault', present && (isInside(secondBackups, folder) || onSameDrive(secondBackups, folder))],
    ['vault-in-cloud', seemsInCloud(folder)],
  ]
  return {
    folder: displayPath(existsSync(inside) && !existsSync(beside) ? inside : beside),
    last: last === null ? null : toBackup({ file: last, place: 'beside' }),
    second: secondBackups === null ? null : { folder: displayPath(folderInSecond(secondBackups, folder)), present, lastSeen: secondSeen },
    remarks: remarks.flatMap(([remark, holds]) => (holds ? [remark] : [])),
    freeBytes: free,
  }
}

/** Looked up once a run: it lists every folder above the vault's. */
const cloudKnown = new Map<string, boolean>()

function seemsInCloud(folder: string): boolean {
  const known = cloudKnown.get(folder) ?? inCloud(folder)
  cloudKnown.set(folder, known)
  return known
}

/** Choose the second place, and bring the newest backup there at once; or forget it, and leave what lies there. */
async function mirror(backend: Backend, forget: boolean): Promise<BackupStatus> {
  if (forget) {
    await backend.host.setPreferences({ secondBackups: null, secondSeen: null })
    return status(backend)
  }
  const { secondBackups } = await backend.host.getPreferences()
  const chosen = await backend.host.chooseFolder({
    purpose: 'backup-place', start: secondBackups ?? backend.vault.folder, language: await backend.language(),
  })
  if (chosen === null) return status(backend)
  proveWritable(chosen)
  await backend.host.setPreferences({ secondBackups: chosen, secondSeen: null })
  const { folder, id } = backend.vault
  const newest = newestOf(countingBackups(folder, id), backend.now())
  if (newest !== null) {
    await runWork(backend, 'backup', ({ signal }) => inThread(signal, (run) => bringToSecond(backend, chosen, newest, id, folder, run)))
  }
  return status(backend)
}

/** A backup file from elsewhere, put beside the others; it counts once it was opened. */
async function add(backend: Backend): Promise<Backup | null> {
  const path = await backend.host.chooseOpenPath({ purpose: 'open-backup', language: await backend.language() })
  if (path === null) return null
  const { note } = readBackup(path)
  const folder = writableBackupFolder(await folderOfVault(backend))
  const there = listBackups(folder).find((file) => file.path === path)
  if (there !== undefined) return toBackup({ file: there, place: 'beside' })
  const id = backupId(new Date(note.made), listBackups(folder).map((file) => file.id))
  const part = join(folder, passingName(id, 'part'))
  try {
    await runWork(backend, 'backup-add', ({ signal, progress }) => inThread(signal, (run) => run('carry', { from: path, to: part }, progress)))
    renameSync(part, pathOf(folder, id, false))
  } finally {
    rmSync(part, { force: true })
  }
  const added = listBackups(folder).find((file) => file.id === id)
  if (added === undefined) throw new AppError('backup.missing')
  return toBackup({ file: added, place: 'beside' })
}

async function check(backend: Backend, one: OneBackup, { signal, progress }: Work): Promise<BackupContent> {
  const { file } = await findBackup(backend, one.id, one.place)
  const { dataKey } = await openBackupKeys(backend, file, one.passphrase)
  try {
    const content = await inThread(signal, (run) => withScratch(backend, file.id, (scratch) => run('verify', { path: file.path, dataKey, scratch }, progress)))
    try {
      countFromNow(file)
    } catch {
      // It opens, but its place takes no new name.
    }
    return {
      made: file.made, schema: content.schema, savedAt: content.savedAt,
      counts: Object.fromEntries(Object.entries(content.counts).filter(([kind]) => isItemKind(kind))),
    }
  } finally {
    dataKey.fill(0)
  }
}

/** More differences than this are not listed; the newest are. */
const mostItems = 1000
const mostWords = 2000

function items(backend: Backend, one: OneBackup, work: Work): Promise<BackupItem[]> {
  backend.drafts.flush()
  return withCopy(backend, one, work, async (copy) => {
    const of = countVisible(copy)
    const found: Difference[] = []
    let done = 0
    for (const some of differences(backend.db, copy)) {
      found.push(...some)
      // What is not shown needs no memory.
      found.sort((a, b) => b.row.updated_at.localeCompare(a.row.updated_at)).splice(mostItems)
      work.progress(done += 200, Math.max(done, of))
      await pause()
      work.signal.throwIfAborted()
    }
    const language = await backend.language()
    const names = new Map([...listSpaces(copy), ...listSpaces(backend.db)].map((space) => [space.id, partyNames(space)]))
    const fill = (text: string, { row }: Difference) => fillNames(text, names.get(row.space_id) ?? { mentor: '', mentee: '' }, language)
    return found.map((difference): BackupItem => ({
      id: difference.row.id, kind: difference.row.kind, updatedAt: difference.row.updated_at, now: difference.now,
      title: fill(difference.row.title, difference),
      words: fill(difference.row.words.slice(0, mostWords), difference),
      wordsNow: difference.wordsNow === null ? null : fill(difference.wordsNow.slice(0, mostWords), difference),
    }))
  })
}

/** Take a backup's database out, look into it, and leave nothing of it. */
async function withCopy<T>(backend: Backend, one: OneBackup, { signal, progress }: Work, look: (copy: Db) => T | Promise<T>): Promise<T> {
  const { file } = await findBackup(backend, one.id, one.place)
  const { dataKey } = await openBackupKeys(backend, file, one.passphrase)
  try {
    return await withScratch(backend, file.id, async (scratch) => {
      await inThread(signal, (run) => run('extract', { path: file.path, to: scratch }, progress))
      const copy = openCopy(scratch, dataKey)
      try {
        backend.requireOpen()
        return await look(copy)
      } finally {
        copy.close()
      }
    })
  } catch (error) {
    // The vault itself may be as whole as ever.
    if (error instanceof AppError && error.code === 'vault.damaged-no-backup') throw new AppError('backup.damaged', { cause: error })
    throw error
  } finally {
    dataKey.fill(0)
  }
}

/** The answer has to reach the page before the lock does. */
const lockAfterMs = 50

/**
 * Put the whole vault back. A locked one changes its place at once; an open one
 * is locked for it, once this was answered.
 */
async function restore(backend: Backend, one: OneBackup): Promise<{ keptAs: string | null }> {
  const folder = await folderOfVault(backend)
  const { file } = await findBackup(backend, one.id, one.place)
  const opened = await openBackupKeys(backend, file, one.passphrase)
  try {
    if (!backend.isOpen) refuseInUse(folder)
    await runWork(backend, 'restore', ({ signal, progress }) => inThread(signal, (run) => stageRestore(file, folder, opened, { run, progress })))
  } finally {
    opened.dataKey.fill(0)
  }
  await forgetUnlocks(backend, opened.keys.vault)
  const keptAs = keptName(folder, backend.now())
  await backend.host.setPreferences({ keptAs })
  if (backend.isOpen) {
    backend.afterClosing = () => {
      try {
        swapRestored(folder, keptAs)
      } catch {
        // The vault that was open is where it was.
        console.error('backup.restore failed: Error')
      }
    }
    setTimeout(() => { backend.lock('asked') }, lockAfterMs)
  } else {
    swapRestored(folder, keptAs)
    backend.newFolder = null
    await backend.host.setPreferences({ vaultFolder: folder, movedFrom: null })
  }
  return { keptAs }
}

/** Older, and on purpose: the next unlock has nothing to wonder about. */
async function forgetUnlocks(backend: Backend, vault: string): Promise<void> {
  const { generations, marks } = await backend.host.getPreferences()
  const others = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).filter(([id]) => id !== vault))
  await backend.host.setPreferences({ generations: others(generations), marks: others(marks) })
}
