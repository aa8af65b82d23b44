import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { countItems } from '../database/counters.ts'
import { readSchemaVersion } from '../database/migrations/migrate.ts'
import { checkIntegrity } from '../database/open.ts'
import { inspectFolder } from './folders.ts'
import { readKeys } from './key-file.ts'
import type { Slot } from './slots.ts'
import { closeVault, openVault } from './vault.ts'
import type { OpenVault } from './vault.ts'

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
 * Open a vault, read every page of it, and close it again. Nothing is mended;
 * one whole key file out of two is enough to be ok.
 */
export async function checkVault(folder: string, passphrase: string): Promise<VaultCheck> {
  const check: VaultCheck = { v: 1, ok: false, code: null, schema: null, integrity: null, slots: [], counts: {}, backups: [] }
  let opened: OpenVault | undefined
  try {
    if (inspectFolder(folder) === 'vault') check.slots = readKeys(folder).candidates[0]?.slots.map(({ kind }) => ({ kind })) ?? []
    opened = await openVault(folder, passphrase, { mend: false })
    const { db } = opened
    check.schema = readSchemaVersion(db)
    checkIntegrity(db)
    check.integrity = 'ok'
    check.counts = countItems(db)
    check.ok = true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    check.code = error.code
    if (error.code === 'vault.damaged-no-backup') check.integrity = 'damaged'
  } finally {
    if (opened !== undefined) closeVault(opened)
  }
  return check
}
