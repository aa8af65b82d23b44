/** Backups, with words written in between: each is said once it counts. */
import { join } from 'node:path'
import { asExpected } from '../../../electron/database/failures.ts'
import { makeBackup } from '../../../electron/vault/backups/make.ts'
import { backupFolders, listBackups } from '../../../electron/vault/backups/places.ts'
import { sourceOf } from '../../../electron/vault/backups/source.ts'
import { verifyBackup } from '../../../electron/vault/backups/verify.ts'
import { closeVault } from '../../../electron/vault/vault.ts'
import type { OpenVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Job } from './job.ts'
import { makeSmallVault, openSmall, seenIn, vaultIn, write } from './small-vault.ts'

type Said = { wrote: string } | { backup: string } | { refused: string } | { fault: string }

const day = (nth: number) => new Date(Date.UTC(2026, 10, 1 + nth, 9))

export const job: Job = {
  async prepare(folder) {
    const vault = await makeSmallVault(folder)
    await makeBackup(sourceOf(vault), { now: day(0) })
    closeVault(vault)
  },
  work: (folder, say) => backUpOften(folder, say, async (vault, now) => (await makeBackup(sourceOf(vault), { now })).id),
  check: (folder, said) => checkBackups(folder, said),
}

export async function backUpOften(folder: string, say: (line: Said) => void, backUp: (vault: OpenVault, now: Date) => Promise<string>): Promise<void> {
  const vault = await openSmall(vaultIn(folder))
  const attempt = async (act: () => Promise<void> | void) => {
    try {
      await act()
    } catch (error) {
      const expected = asExpected(error)
      say(expected instanceof AppError ? { refused: expected.code } : { fault: String(error) })
    }
  }
  for (let nth = 1; nth <= 2; nth += 1) {
    await attempt(() => {
      write(vault.db, `written before backup ${nth}`)
      say({ wrote: `written before backup ${nth}`.slice(0, 24) })
    })
    await attempt(async () => { say({ backup: await backUp(vault, day(nth)) }) })
  }
  closeVault(vault)
}

/** Nothing that was saved is lost, and whatever counts as a backup opens, the first one among them. */
export async function checkBackups(folder: string, said: readonly unknown[]): Promise<string | null> {
  // Printed by `backUpOften` above.
  const lines = said as Said[]
  const fault = lines.find((line) => 'fault' in line)
  if (fault !== undefined) return JSON.stringify(fault)
  const seen = await seenIn(vaultIn(folder))
  if (typeof seen === 'string') return seen
  const lost = lines.flatMap((line) => ('wrote' in line && !seen.includes(line.wrote) ? [line.wrote] : []))
  if (lost.length > 0) return `lost: ${lost.join(', ')}`
  const counting = listBackups(backupFolders(vaultIn(folder)).beside).filter(({ verified }) => verified)
  const missing = lines.find((line) => 'backup' in line && !counting.some(({ id }) => id === line.backup))
  if (missing !== undefined) return `a backup is gone that was said: ${JSON.stringify(missing)}`
  if (counting.length === 0) return 'the last good backup is gone'
  const vault = await openSmall(vaultIn(folder))
  try {
    for (const { path, id } of counting) {
      try {
        verifyBackup(path, vault.dataKey, join(folder, 'look'))
      } catch (error) {
        return `${id} counts and does not open: ${error instanceof AppError ? error.code : String(error)}`
      }
    }
    return null
  } finally {
    closeVault(vault)
  }
}
