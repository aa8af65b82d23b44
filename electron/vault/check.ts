import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'
import { openCopy } from '../database/copy.ts'
import { countItems } from '../database/counters.ts'
import { readSchemaVersion } from '../database/migrations/migrate.ts'
import { checkIntegrity, openDatabase } from '../database/open.ts'
import type { Db } from '../database/open.ts'
import { isOf } from './backups/make.ts'
import { backupFolders, listBackups } from './backups/places.ts'
import { verifyBackup } from './backups/verify.ts'
import { databaseName, inspectFolder } from './folders.ts'
import { readKeys } from './key-file.ts'
import { openPassphraseSlot } from './slots.ts'
import type { Slot } from './slots.ts'
import { readKeysOfDatabase } from './vault.ts'

export type VaultCheck = {
  v: 1
  ok: boolean
  /** What is wrong; null when nothing is. */
  code: ErrorCode | null
  schema: number | null
  integrity: 'ok' | 'damaged' | null
  slots: Array<{ kind: Slot['kind'] }>
  /** How many items of each kind, the bin left out. */
  counts: Record<string, number>
  backups: Array<{ file: string; made: string; verified: boolean }>
}

/**
 * Read every page of a vault and of its backups. Nothing is mended and no older
 * schema is changed; one whole key file out of two is enough to be ok.
 */
export async function checkVault(folder: string, passphrase: string): Promise<VaultCheck> {
  const check: VaultCheck = { v: 1, ok: false, code: null, schema: null, integrity: null, slots: [], counts: {}, backups: [] }
  let opened: OpenedForLook | undefined
  try {
    if (inspectFolder(folder) === 'vault') check.slots = readKeys(folder).candidates[0]?.slots.map(({ kind }) => ({ kind })) ?? []
    opened = await openToLook(folder, passphrase)
    const { db, dataKey, vault } = opened
    check.schema = readSchemaVersion(db)
    checkIntegrity(db)
    check.integrity = 'ok'
    check.counts = countItems(db)
    check.backups = checkBackups(folder, vault, dataKey)
    check.ok = true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    check.code = error.code
    if (error.code === 'vault.damaged-no-backup') check.integrity = 'damaged'
  } finally {
    opened?.db.close()
    opened?.dataKey.fill(0)
  }
  return check
}

type OpenedForLook = { db: Db; dataKey: Uint8Array; vault: string }

async function openToLook(folder: string, passphrase: string): Promise<OpenedForLook> {
  const state = inspectFolder(folder)
  if (state === 'nothing' || state === 'empty') throw new AppError('vault.missing')
  if (state === 'other') throw new AppError('vault.not-a-vault')
  const path = join(folder, databaseName)
  for (const keys of readKeysOfDatabase(folder).candidates) {
    const slot = keys.slots.find((one) => one.kind === 'passphrase')
    const dataKey = slot === undefined ? null : await openPassphraseSlot(keys.vault, slot, passphrase)
    if (dataKey === null) continue
    if (!existsSync(path)) throw new AppError('vault.damaged-no-backup')
    return { db: openForLook(path, dataKey), dataKey, vault: keys.vault }
  }
  throw new AppError('vault.wrong-passphrase')
}

/** For reading only, but for a write that was cut off: that has to be taken back before anything can be read. */
function openForLook(path: string, dataKey: Uint8Array): Db {
  const cutOff = (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  if (cutOff) return openDatabase(path, dataKey, { mustExist: true, migrate: false }).db
  if (statSync(path).size === 0) throw new AppError('vault.damaged-no-backup')
  return openCopy(path, dataKey)
}

/** Each backup of this vault, opened and read as a restore would. */
function checkBackups(folder: string, vault: string, dataKey: Uint8Array): VaultCheck['backups'] {
  const scratch = mkdtempSync(join(tmpdir(), 'mj-'))
  const { beside, inside } = backupFolders(folder)
  try {
    return listBackups(beside, inside).filter((file) => isOf(file, vault))
      .map((file) => ({ file: basename(file.path), made: file.made, verified: opens(file.path, dataKey, join(scratch, 'copy.check')) }))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function opens(path: string, dataKey: Uint8Array, scratch: string): boolean {
  try {
    verifyBackup(path, dataKey, scratch)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'backup.damaged') return false
    throw error
  }
}
