/** Everything in one file, and back again. */
import { randomBytes, randomUUID } from 'node:crypto'
import { fstatSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import type { CallName, Parsed } from '../../shared/contract.ts'
import { dayAt } from '../../shared/dates.ts'
import type { DumpFile, DumpRestored, DumpSaved } from '../../shared/dump.ts'
import { AppError } from '../../shared/errors.ts'
import type { ExportRecordId } from '../../shared/ids.ts'
import { texts } from '../../shared/texts/texts.ts'
import { countItemsOfSpace, insertExportRecord } from '../database/export-records.ts'
import { asExpected } from '../database/failures.ts'
import { beginRestore, endRestore, endUnrestore, isRestore, restoreSome, unrestoreSome } from '../database/restores.ts'
import type { Restore } from '../database/restores.ts'
import { listSpaces } from '../database/spaces.ts'
import { transaction } from '../database/statements.ts'
import { refreshSome } from '../database/word-index.ts'
import { readDumpApart, writeDumpApart } from '../dump/dump-thread.ts'
import { dumpWork } from '../dump/names.ts'
import type { DumpWritten } from '../dump/write-dump.ts'
import { copyStretch, noStep, withFile } from '../vault/backups/pieces.ts'
import { passingName, writableBackupFolder } from '../vault/backups/places.ts'
import { fileError, syncFolder, systemCode } from '../vault/files.ts'
import { checkPassphrase } from '../vault/vault.ts'
import { backupBefore } from './auto-backup.ts'
import type { Backend } from './backend.ts'
import type { Handlers } from './handlers.ts'
import { runWork } from './work.ts'
import type { Work } from './work.ts'

/** The file to put back, for as long as this core lives. */
const chosen = new WeakMap<Backend, string>()

const rowsPerStep = 50
/** A tenth of the second's worth: for tests, as with the vault's own keys. */
const quickWork = 10

export const dumpHandlers = {
  'dump.save': async (backend, input) => {
    if (input.own) await provePassphrase(backend, input.passphrase)
    const path = await backend.host.chooseSavePath({
      name: `${texts[input.language].dump.file}-${dayAt(backend.now())}.age`, language: await backend.language(),
    })
    return path === null ? null : runWork(backend, 'dump', (work) => save(backend, input, path, work))
  },

  'dump.choose': async (backend) => {
    const path = await backend.host.chooseOpenPath({ purpose: 'open-dump', language: await backend.language() })
    if (path === null) return null
    const file = lookAt(path)
    chosen.set(backend, path)
    return file
  },

  'dump.restore': (backend, { passphrase }) => {
    const path = chosen.get(backend)
    if (path === undefined) throw new AppError('input.invalid')
    return runWork(backend, 'dump', (work) => restore(backend, path, passphrase, work))
  },

  'dump.undo': (backend, { undo }) => {
    if (!isRestore(backend.db, undo)) throw new AppError('item.missing')
    return runWork(backend, 'dump', async () => ({ removed: await takeOut(backend, undo) }))
  },
} satisfies Pick<Handlers, Extract<CallName, `dump.${string}`>>

async function provePassphrase(backend: Backend, passphrase: string): Promise<void> {
  const { id, keys } = backend.vault
  await backend.tries.attempt(id, async () => {
    if (!await checkPassphrase(keys, passphrase)) throw new AppError('vault.wrong-passphrase')
  })
}

async function save(backend: Backend, { passphrase, language }: Parsed<'dump.save'>, path: string, work: Work): Promise<DumpSaved> {
  const now = backend.now()
  const part = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const copy = copyOfNow(backend)
  const dataKey = Uint8Array.from(backend.vault.dataKey)
  try {
    const written = await writeDumpApart({
      copy, dataKey, target: part,
      order: { passphrase, language, now, work: backend.options.calibrate === false ? quickWork : dumpWork },
    }, work)
    // The last words of somebody who cancelled are that nothing is to be there.
    if (work.signal.aborted) throw new AppError('work.cancelled')
    enter(backend, written, language, now, () => {
      renameSync(part, path)
      syncFolder(dirname(path))
    }, () => { rmSync(path, { force: true }) })
    return { items: written.items, bytes: written.bytes }
  } catch (error) {
    throw fileError(asExpected(error))
  } finally {
    dataKey.fill(0)
    for (const leftover of [part, copy]) rmSync(leftover, { force: true })
  }
}

/**
 * The database as it is now, encrypted as it lies. Copied in one go, so that it
 * is of one moment; where it lies, backups clear away what a kill leaves over.
 */
function copyOfNow(backend: Backend): string {
  backend.drafts.flush()
  const { folder, reader } = backend.vault
  try {
    const path = join(writableBackupFolder(folder), passingName(`${backend.now().toISOString().slice(0, 10)}-${randomUUID()}`, 'check'))
    withFile(path, 'wx', (file) => copyStretch({ file: reader, at: 0, length: fstatSync(reader).size }, { file, at: 0 }, noStep))
    return path
  } catch (error) {
    throw fileError(error)
  }
}

/** The file and its rows in the ledger, all or none: one row for each space, to oneself. */
function enter(backend: Backend, written: DumpWritten, language: Parsed<'dump.save'>['language'], now: Date, write: () => void, unwrite: () => void): void {
  let done = false
  try {
    transaction(backend.db, () => {
      for (const { id: spaceId } of listSpaces(backend.db)) {
        insertExportRecord(backend.db, {
          // A fresh UUID is an id of whatever noun it is made for.
          id: randomUUID() as ExportRecordId,
          spaceId, at: now.toISOString(), audience: 'myself', audienceName: '', format: 'dump', language,
          title: texts[language].dump.title, itemCount: countItemsOfSpace(backend.db, spaceId), hash: written.sha256,
        })
      }
      write()
      done = true
    })
  } catch (error) {
    // The vault's disk was full at the last moment: nothing may leave unrecorded.
    if (done) unwrite()
    throw error
  }
}

function lookAt(path: string): DumpFile {
  try {
    const stat = statSync(path)
    if (!stat.isFile()) throw new AppError('dump.foreign')
    return { name: basename(path), bytes: stat.size }
  } catch (error) {
    throw systemCode(error) === undefined ? error : new AppError('dump.foreign', { cause: error })
  }
}

async function restore(backend: Backend, path: string, passphrase: string, work: Work): Promise<DumpRestored> {
  lookAt(path)
  const going = beginRestore()
  try {
    let of = 0
    let done = 0
    // Looking through it is a third of the way, and what is left at the end is for the search index.
    await readDumpApart({ path, passphrase }, { signal: work.signal, progress: (read, all) => { if (of === 0) work.progress(read / all * 0.67, 1) } }, {
      head: async (_head, records) => {
        of = Math.max(1, records)
        backend.drafts.flush()
        // Nothing is added before what is here lies beside it as well.
        await backupBefore(backend, work.signal)
      },
      records: async (records) => {
        for (let start = 0; start < records.length; start += rowsPerStep) {
          const some = records.slice(start, start + rowsPerStep)
          restoreSome(backend.db, going, some, backend.now())
          done += some.length
          work.progress(0.34 + done / of * 0.5, 1)
          await others()
          if (work.signal.aborted) throw new AppError('work.cancelled')
        }
      },
    })
    const undo = endRestore(backend.db, going, backend.now())
    await indexRest(backend, work.signal)
    work.progress(1, 1)
    return { undo, added: going.added, beside: going.beside, same: going.same }
  } catch (error) {
    await takeBack(backend, going)
    throw fileError(asExpected(error))
  }
}

/** Nothing was changed, after all. A lock that came first is finished at the next opening. */
async function takeBack(backend: Backend, going: Restore): Promise<void> {
  if (!going.begun || !backend.isOpen) return
  await takeOut(backend, going.id)
}

async function takeOut(backend: Backend, id: string): Promise<number> {
  backend.drafts.flush()
  let removed = 0
  for (;;) {
    const some = unrestoreSome(backend.db, id, rowsPerStep)
    if (some === null) break
    removed += some
    await others()
  }
  endUnrestore(backend.db, id, backend.now())
  return removed
}

/** So that the first search does not wait; who stops it here has lost nothing. */
async function indexRest(backend: Backend, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && backend.isOpen && refreshSome(backend.db, 20)) await others()
}
