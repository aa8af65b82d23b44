/** A backup put back over a vault that went on: what lay there is kept under another name. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { asExpected } from '../../../electron/database/failures.ts'
import { makeBackup } from '../../../electron/vault/backups/make.ts'
import { backupFolders, listBackups } from '../../../electron/vault/backups/places.ts'
import { keptName, mendRestore, stageRestore, swapRestored } from '../../../electron/vault/backups/restore.ts'
import type { BackupKeys } from '../../../electron/vault/backups/restore.ts'
import { sourceOf } from '../../../electron/vault/backups/source.ts'
import { closeVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Job } from './job.ts'
import { makeSmallVault, openSmall, seenIn, vaultIn, write } from './small-vault.ts'

type Said = { restored: string | null } | { refused: string } | { fault: string }
type Backup = { path: string; bytes: number }

const later = 'written after the backup'

export const job: Job = {
  async prepare(folder) {
    const vault = await makeSmallVault(folder)
    await makeBackup(sourceOf(vault), { now: new Date() })
    write(vault.db, later)
    closeVault(vault)
  },
  work: (folder, say) => restoreOnce(folder, say, async (backup, keys) => {
    await stageRestore(backup, vaultIn(folder), keys)
    const kept = keptName(vaultIn(folder), new Date())
    swapRestored(vaultIn(folder), kept)
    return kept
  }),
  async check(folder, said) {
    // Printed by `restoreOnce` below.
    const lines = said as Said[]
    const fault = lines.find((line) => 'fault' in line)
    if (fault !== undefined) return JSON.stringify(fault)
    // As at the next start.
    mendRestore(vaultIn(folder))
    const seen = await seenIn(vaultIn(folder))
    if (typeof seen === 'string') return seen
    const wentOn = seen.includes(later)
    if (seen.length !== (wentOn ? 13 : 12)) return `${seen.length} entries`
    if (wentOn) return lines.some((line) => 'restored' in line) ? 'it was said to be put back, and is not' : null
    const kept = readdirSync(folder).find((name) => name.includes(' kept '))
    const seenThere = kept === undefined ? 'what lay there is gone' : await seenIn(join(folder, kept))
    return typeof seenThere === 'string' ? seenThere : seenThere.includes(later) ? null : 'what lay there has lost words'
  },
}

export async function restoreOnce(folder: string, say: (line: Said) => void, restore: (backup: Backup, keys: BackupKeys) => Promise<string | null>): Promise<void> {
  const [backup] = listBackups(backupFolders(vaultIn(folder)).beside)
  if (backup === undefined) throw new Error('there is no backup')
  const vault = await openSmall(vaultIn(folder))
  const keys = { dataKey: Uint8Array.from(vault.dataKey), keys: vault.keys }
  closeVault(vault)
  try {
    say({ restored: await restore(backup, keys) })
  } catch (error) {
    const expected = asExpected(error)
    say(expected instanceof AppError ? { refused: expected.code } : { fault: String(error) })
  }
}
