/** Looking after the vault: is it whole, and is it in the right place. */
import { setImmediate as pause } from 'node:timers/promises'
import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { VaultHealth } from '../../shared/vault.ts'
import { indexFits, mendIndex } from '../database/mend-index.ts'
import { ofOneMoment, setAside } from '../vault/backups/make.ts'
import { noStep } from '../vault/backups/pieces.ts'
import { freeBytes } from '../vault/backups/places.ts'
import type { BackupFile } from '../vault/backups/places.ts'
import { sourceOf } from '../vault/backups/source.ts'
import { inThread } from '../vault/backups/thread.ts'
import type { RunJob } from '../vault/backups/thread.ts'
import { countWholeKeys } from '../vault/key-file.ts'
import { vaultBytes } from '../vault/vault.ts'
import { countingBackups } from './auto-backup.ts'
import { withScratch } from './backup-files.ts'
import type { Backend } from './backend.ts'
import type { Handlers } from './handlers.ts'
import { moveVault } from './move-vault.ts'
import { runWork } from './work.ts'
import type { Work } from './work.ts'

export const vaultCareHandlers = {
  'vault.move': (backend) => backend.inTurn(() => moveVault(backend)),
  'vault.check': (backend) => runWork(backend, 'vault-check', (work) => check(backend, work)),
} satisfies Pick<Handlers, Extract<CallName, 'vault.move' | 'vault.check'>>

/** Every page of a copy, so that no save waits; the key files; the search index; every backup, opened. */
async function check(backend: Backend, { signal, progress }: Work): Promise<VaultHealth> {
  const { vault } = backend
  const backups = countingBackups(vault.folder, vault.id)
  const of = vaultBytes(vault.folder) + backups.reduce((sum, { bytes }) => sum + bytes, 0)
  return inThread(signal, async (run) => {
    const integrity = await integrityOf(backend, run)
    let done = vaultBytes(vault.folder)
    const whole: BackupFile[] = []
    for (const file of backups) {
      progress(done, of)
      if (await opens(backend, file, run)) whole.push(file)
      done += file.bytes
    }
    progress(of, of)
    backend.requireOpen()
    return {
      integrity,
      keyFiles: countWholeKeys(vault.folder),
      slots: vault.keys.slots.map(({ kind }) => kind),
      search: integrity === 'ok' ? await searchOf(backend) : 'ok',
      backups: { verified: whole.length, of: backups.length, newest: whole[0]?.made ?? null },
      freeBytes: freeBytes(vault.folder),
    }
  })
}

async function integrityOf(backend: Backend, run: RunJob): Promise<'ok' | 'damaged'> {
  const { vault } = backend
  try {
    return await withScratch(backend, `${backend.now().toISOString().slice(0, 10)}-vault`, async (path) => {
      await ofOneMoment(sourceOf(vault), path, 'carry', { from: vault.reader, to: path }, run, noStep)
      await run('look', { path, dataKey: vault.dataKey })
      return 'ok' as const
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.damaged-no-backup') return 'damaged'
    throw error
  }
}

async function opens(backend: Backend, file: BackupFile, run: RunJob): Promise<boolean> {
  try {
    await withScratch(backend, file.id, (scratch) => run('verify', { path: file.path, dataKey: backend.vault.dataKey, scratch }))
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'work.cancelled') throw error
    // From now on the one before it is the last good one.
    if (error.code === 'backup.damaged') setAside(file)
    return false
  }
}

async function searchOf({ db }: Backend): Promise<VaultHealth['search']> {
  if (indexFits(db)) return 'ok'
  await mendIndex(db, () => pause())
  return 'mended'
}
