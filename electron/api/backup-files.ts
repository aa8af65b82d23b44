/** The backups that this computer knows of, and what opens one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Backup, BackupId, BackupPlace } from '../../shared/backup.ts'
import { AppError } from '../../shared/errors.ts'
import { newestFirst } from '../vault/backups/format.ts'
import { isOf } from '../vault/backups/make.ts'
import { backupFolders, folderInSecond, listBackups, passingName, writableBackupFolder } from '../vault/backups/places.ts'
import type { BackupFile } from '../vault/backups/places.ts'
import { readBackup } from '../vault/backups/read.ts'
import type { BackupKeys } from '../vault/backups/restore.ts'
import { newestOf } from '../vault/backups/rotate.ts'
import type { KeyFile } from '../vault/key-file.ts'
import { openPassphraseSlot } from '../vault/slots.ts'
import { lookAtKeys } from '../vault/vault.ts'
import type { Backend } from './backend.ts'
import { vaultPlace } from './vault-place.ts'

export type KnownBackup = { file: BackupFile; place: BackupPlace }

/** Where the vault is, or where one that is put back will go. */
export async function folderOfVault(backend: Backend): Promise<string> {
  return backend.isOpen ? backend.vault.folder : backend.newFolder ?? await vaultPlace(backend)
}

/** Of both places, newest first. */
export async function knownBackups(backend: Backend): Promise<KnownBackup[]> {
  const folder = await folderOfVault(backend)
  const { beside, inside } = backupFolders(folder)
  const { secondBackups } = await backend.host.getPreferences()
  const second = secondBackups === null ? null : folderInSecond(secondBackups, folder)
  return [
    ...listBackups(beside, inside).map((file) => ({ file, place: 'beside' as const })),
    // Chosen to be the first place over again: then there is none.
    ...(second === null || second === beside ? [] : listBackups(second).map((file) => ({ file, place: 'second' as const }))),
  ].toSorted((a, b) => newestFirst(a.file, b.file))
}

export function toBackup({ file, place }: KnownBackup): Backup {
  const { id, made, bytes, verified } = file
  return { id, place, made, bytes, verified }
}

/** @throws AppError `backup.missing` */
export async function findBackup(backend: Backend, id: BackupId, place: BackupPlace): Promise<KnownBackup> {
  const found = (await knownBackups(backend)).filter((one) => one.file.id === id && one.place === place)
  const best = found.find(({ file }) => file.verified) ?? found[0]
  if (best === undefined) throw new AppError('backup.missing')
  return best
}

/**
 * What opens a backup: the open vault's own key, or a passphrase that opens
 * either the keys in it or the present keys of the same vault. The keys that
 * were opened come along: a vault put back is opened by the same passphrase.
 *
 * @throws AppError `vault.wrong-passphrase`, also when it belongs to another vault
 * and none was given; `vault.locked` when none was given while locked; `vault.wait`
 */
export async function openBackupKeys(backend: Backend, file: BackupFile, passphrase: string | null): Promise<BackupKeys> {
  const { note, keys } = readBackup(file.path)
  if (passphrase === null) {
    if (!backend.isOpen) throw new AppError('vault.locked')
    if (backend.vault.id !== note.vault) throw new AppError('vault.wrong-passphrase')
    return { dataKey: Uint8Array.from(backend.vault.dataKey), keys: backend.vault.keys }
  }
  const present = backend.isOpen ? backend.vault.keys : lookAtKeys(await folderOfVault(backend))
  const candidates = present !== null && present.vault === note.vault ? [present, keys] : [keys]
  return backend.tries.attempt(note.vault, () => openWithOneOf(candidates, passphrase))
}

async function openWithOneOf(candidates: readonly KeyFile[], passphrase: string): Promise<BackupKeys> {
  const tried = new Set<string>()
  for (const keys of candidates) {
    const slot = keys.slots.find((one) => one.kind === 'passphrase')
    if (slot === undefined || tried.has(slot.id)) continue
    tried.add(slot.id)
    const dataKey = await openPassphraseSlot(keys.vault, slot, passphrase)
    if (dataKey !== null) return { dataKey, keys }
  }
  throw new AppError('vault.wrong-passphrase')
}

/** A free path for a database that is taken out to look into it, encrypted as it is; gone with what is beside it when `work` is done. */
export async function withScratch<T>(backend: Backend, name: string, work: (path: string) => Promise<T>): Promise<T> {
  let folder: string | null = null
  let path: string
  try {
    path = join(writableBackupFolder(await folderOfVault(backend)), passingName(name, 'check'))
    rmSync(path, { force: true })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // A vault that can only be read is looked into all the same.
    folder = mkdtempSync(join(tmpdir(), 'mj-'))
    path = join(folder, 'copy.check')
  }
  try {
    return await work(path)
  } finally {
    for (const leftover of [path, `${path}-journal`]) rmSync(leftover, { force: true })
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
}

/** A damaged vault with a good backup: the sentence about it says from when that one is. */
export async function withGoodBackup(backend: Backend, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'vault.damaged-no-backup') return error
  try {
    const vault = lookAtKeys(await folderOfVault(backend))?.vault
    const good = (await knownBackups(backend)).map(({ file }) => file).filter((file) => file.verified && vault !== undefined && isOf(file, vault))
    const newest = newestOf(good, backend.now())
    return newest === null ? error : new AppError('vault.damaged', { facts: { date: newest.made }, cause: error })
  } catch {
    return error
  }
}
