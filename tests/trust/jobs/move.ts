/** A vault that is moved with its backups, once by copying as to another drive, and once by its name. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asExpected } from '../../../electron/database/failures.ts'
import { runJob } from '../../../electron/vault/backups/jobs.ts'
import { makeBackup } from '../../../electron/vault/backups/make.ts'
import { backupFolders, listBackups } from '../../../electron/vault/backups/places.ts'
import { sourceOf } from '../../../electron/vault/backups/source.ts'
import type { RunJob } from '../../../electron/vault/backups/thread.ts'
import { writeFileAtomically } from '../../../electron/vault/files.ts'
import { inspectFolder } from '../../../electron/vault/folders.ts'
import { copyForMove, finishMove, leaveOldPlace } from '../../../electron/vault/move.ts'
import type { Move, MoveCopy } from '../../../electron/vault/move.ts'
import { closeVault, vaultBytes } from '../../../electron/vault/vault.ts'
import type { OpenVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Job } from './job.ts'
import { makeSmallVault, openSmall, seenIn, vaultIn } from './small-vault.ts'

type Places = { vaultFolder: string; movedFrom: string | null }
type Said = { moved: string } | { refused: string } | { fault: string }

/** What the preferences would hold. */
const placesFile = (folder: string) => join(folder, 'places.json')
const remember = (folder: string, places: Places) => { writeFileAtomically(placesFile(folder), Buffer.from(JSON.stringify(places))) }

/** As at the next start. */
function placeOf(folder: string): string {
  // Written by `remember`.
  const { vaultFolder, movedFrom } = JSON.parse(readFileSync(placesFile(folder), 'utf8')) as Places
  return movedFrom !== null && inspectFolder(vaultFolder) !== 'vault' && inspectFolder(movedFrom) === 'vault' ? movedFrom : vaultFolder
}

function change(move: Move, vault: OpenVault, copy: MoveCopy): void {
  const source = sourceOf(vault)
  const stamp = source.stamp()
  const closed = { ...source, dataKey: Uint8Array.from(source.dataKey) }
  closeVault(vault)
  finishMove(move, closed, copy, stamp)
}

export const job: Job = {
  async prepare(folder) {
    const vault = await makeSmallVault(folder)
    await makeBackup(sourceOf(vault), { now: new Date() })
    closeVault(vault)
    for (const name of ['far', 'near']) mkdirSync(join(folder, name))
    remember(folder, { vaultFolder: vaultIn(folder), movedFrom: null })
  },
  work: (folder, say) => moveTwice(folder, say, () => undefined),
  async check(folder, said) {
    // Printed by `moveTwice` below.
    const lines = said as Said[]
    const fault = lines.find((line) => 'fault' in line)
    if (fault !== undefined) return JSON.stringify(fault)
    const place = placeOf(folder)
    const seen = await seenIn(place)
    if (typeof seen === 'string') return seen
    if (seen.length !== 12) return `${seen.length} entries`
    const backups = [vaultIn(folder), ...['far', 'near'].map((name) => vaultIn(join(folder, name)))].flatMap((vault) => listBackups(backupFolders(vault).beside))
    return backups.length > 0 ? null : 'the backup is gone'
  },
}

const runHere: RunJob = (name, input) => Promise.resolve().then(() => runJob(name, input, () => undefined))

export async function moveTwice(folder: string, say: (line: Said) => void, beforeCopy: (move: Move) => void): Promise<void> {
  let from = vaultIn(folder)
  for (const [name, sameDrive] of [['far', false], ['near', true]] as const) {
    const move: Move = { from, to: vaultIn(join(folder, name)), sameDrive }
    try {
      const vault = await openSmall(from)
      const bytes = vaultBytes(from)
      beforeCopy(move)
      const copy = await copyForMove(move, sourceOf(vault), bytes, runHere, () => undefined)
      remember(folder, { vaultFolder: move.to, movedFrom: from })
      change(move, vault, copy)
      closeVault(await openSmall(move.to))
      remember(folder, { vaultFolder: move.to, movedFrom: null })
      leaveOldPlace(move)
      if (existsSync(from)) throw new Error('the old place was not left')
      say({ moved: name })
      from = move.to
    } catch (error) {
      const expected = asExpected(error)
      say(expected instanceof AppError ? { refused: expected.code } : { fault: String(error) })
      return
    }
  }
}
