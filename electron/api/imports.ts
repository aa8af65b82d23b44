/**
 * Imports: choose and look, add, take out, put back. The words that were read
 * stay in a thread of this process until they are added or forgotten.
 */
import { setImmediate as others } from 'node:timers/promises'
import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { ImportId, ImportPlan, droppedMaxBytes } from '../../shared/importing.ts'
import type { ImportRecord } from '../../shared/importing.ts'
import {
  addEntries, beginImport, countChanged, decide, dropSome, getImport, isKnown, listImports, moveSome, settle,
} from '../database/imports.ts'
import { countItems, totalChanges } from '../database/counters.ts'
import { beginIndexAnew, countBehind, refreshSome } from '../database/word-index.ts'
import { transaction } from '../database/statements.ts'
import { openImport } from '../imports/import-thread.ts'
import type { OpenImport } from '../imports/import-thread.ts'
import type { ImportSource } from '../imports/sources.ts'
import { backupBefore } from './auto-backup.ts'
import type { Backend } from './backend.ts'
import type { Handlers } from './handlers.ts'
import { runWork } from './work.ts'
import type { Work } from './work.ts'

type DryRun = { plan: ImportPlan; open: OpenImport; known: ReadonlySet<number> }

/** One at a time; the next choice takes its place. */
const dryRuns = new WeakMap<Backend, DryRun>()

const batch = 256
const rowsPerStep = 20
const stepMs = 60
const shortStepMs = 4
const gentleMs = 2_000
/** Taking a page of words out of the index takes this many times as long as putting one in. */
const outCosts = 12

export const importHandlers = {
  'import.choose': async (backend, { from }) => {
    const path = await backend.host.chooseOpenPath({ purpose: from === 'file' ? 'import-file' : 'import-folder', language: await backend.language() })
    return path === null ? null : lookAt(backend, { path })
  },
  'import.drop': (backend, { files }) => {
    const dropped = files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) }))
    if (dropped.reduce((sum, { bytes }) => sum + bytes.length, 0) > droppedMaxBytes) throw new AppError('import.too-large')
    return lookAt(backend, { files: dropped })
  },
  'import.add': async (backend, { id, spaceId, skipDuplicates }) => {
    const dryRun = dryRuns.get(backend)
    if (dryRun?.plan.id !== id) throw new AppError('input.invalid')
    const indices = dryRun.open.marks.map((_, index) => index).filter((index) => !skipDuplicates || !dryRun.known.has(index))
    if (indices.length === 0) throw new AppError('import.empty')
    const record = { id, spaceId, format: dryRun.plan.format }
    await runWork(backend, 'import', async (work) => {
      // The state to come back to, whatever happens here.
      await backupBefore(backend, work.signal)
      await add(backend, record, dryRun.open, indices, work)
    })
    forget(backend)
    return getImport(backend.db, id)
  },
  'import.leave': (backend) => { if (!backend.works.has('import')) forget(backend) },
  'import.list': (backend) => listImports(backend.db),
  'import.undo': (backend, id) => runWork(backend, 'import', async (work) => {
    const { outAt } = getImport(backend.db, id)
    // Words that are on their way belong to what is taken out.
    backend.drafts.flush()
    const changed = outAt === null ? countChanged(backend.db, id) : 0
    return { record: await move(backend, id, 'hiding', work), changed }
  }),
  'import.restore': (backend, id) => runWork(backend, 'import', (work) => move(backend, id, 'showing', work)),
} satisfies Pick<Handlers, Extract<CallName, `import.${string}`>>

/** Read it, and say what adding it would do. */
async function lookAt(backend: Backend, source: ImportSource): Promise<ImportPlan> {
  return runWork(backend, 'import', async (work) => {
    // Only here: what is being added right now is not to be forgotten.
    forget(backend)
    const open = await openImport(source, work)
    try {
      const known = new Set<number>()
      for (const [index, mark] of open.marks.entries()) {
        if (isKnown(backend.db, mark)) known.add(index)
        if (index % rowsPerStep === 0) await pause(work)
      }
      const plan = ImportPlan.parse({ ...open.read, id: crypto.randomUUID(), duplicates: known.size })
      dryRuns.set(backend, { plan, open, known })
      return plan
    } catch (error) {
      open.close()
      throw error
    }
  })
}

/** All of them or, cancelled or failed, none; what a kill leaves is removed at the next unlock. */
async function add(
  backend: Backend, record: Parameters<typeof beginImport>[1], open: OpenImport, indices: readonly number[], work: Work,
): Promise<void> {
  const of = indices.length * 2
  const pace = paceOf(backend)
  work.signal.throwIfAborted()
  beginImport(backend.db, record, backend.now())
  try {
    for (let taken = 0; taken < indices.length; taken += batch) {
      const entries = await open.take(indices.slice(taken, taken + batch))
      for (let next = 0; next < entries.length;) {
        await pace.pause()
        work.signal.throwIfAborted()
        next = pace.step((forMs) => addEntries(backend.db, record, entries, next, backend.now(), forMs))
      }
      work.progress(taken + entries.length, of)
    }
  } catch (error) {
    // A locked vault does this itself when it is opened again.
    if (backend.isOpen) await drop(backend, record.id)
    throw error
  }
  decide(backend.db, record.id, 'showing', backend.now())
  try {
    await finish(backend, record.id, 'showing', (done) => { work.progress(indices.length + done, of) }, work.signal)
  } catch (error) {
    await turnBack(backend, record.id, 'hiding', work, of)
    if (backend.isOpen && work.signal.aborted) await drop(backend, record.id)
    throw error
  }
}

async function drop(backend: Backend, id: ImportId): Promise<void> {
  while (dropSome(backend.db, id, rowsPerStep)) await others()
  await catchUp(backend, () => undefined)
}

async function move(backend: Backend, id: ImportId, to: 'showing' | 'hiding', work: Work): Promise<ImportRecord> {
  const { outAt, count } = getImport(backend.db, id)
  if ((outAt === null) === (to === 'hiding')) {
    decide(backend.db, id, to, backend.now())
    try {
      await finish(backend, id, to, (done) => { work.progress(done, count) }, work.signal)
    } catch (error) {
      await turnBack(backend, id, to === 'hiding' ? 'showing' : 'hiding', work, count)
      throw error
    }
  }
  return getImport(backend.db, id)
}

/** Whoever cancels finds it as it was. After a lock or a kill the next unlock carries out what was decided. */
async function turnBack(backend: Backend, id: ImportId, to: 'showing' | 'hiding', work: Work, of: number): Promise<void> {
  if (!backend.isOpen || !work.signal.aborted) return
  decide(backend.db, id, to, backend.now())
  await finish(backend, id, to, (done) => { work.progress(of - done, of) })
}

/** Carry out what was decided; a lock or a kill in between is made good at the next unlock. */
async function finish(backend: Backend, id: ImportId, to: 'showing' | 'hiding', progress: (done: number) => void, signal?: AbortSignal): Promise<void> {
  const pace = paceOf(backend)
  let after: string | null = ''
  for (let done = 0; after !== null;) {
    await pace.pause()
    signal?.throwIfAborted()
    after = pace.step((forMs) => moveFor(backend, id, to, after ?? '', forMs, (rows) => { done += rows }))
    progress(done)
  }
  settle(backend.db, id)
  if (to === 'hiding') await catchUp(backend, progress)
}

/** For about so long, in one transaction. What came in is indexed as it comes: one long stretch at the first search would be felt. */
function moveFor(backend: Backend, id: ImportId, to: 'showing' | 'hiding', start: string, forMs: number, moved: (rows: number) => void): string | null {
  const until = performance.now() + forMs
  return transaction(backend.db, () => {
    let after: string | null = start
    do {
      after = moveSome(backend.db, id, to, after, rowsPerStep)
      if (to === 'showing') while (refreshSome(backend.db, rowsPerStep)) { /* the next ones */ }
      moved(rowsPerStep)
    } while (after !== null && performance.now() < until)
    return after
  })
}

/**
 * How long the database is busy in one go. Each go ends with a wait for the
 * disk, so longer ones are faster; as soon as somebody saves in between they
 * become short, and a save waits no longer than for another save.
 */
function paceOf(backend: Backend) {
  let written = totalChanges(backend.db)
  let shortUntil = 0
  return {
    /** Let everything else that waits go first. */
    async pause(): Promise<void> {
      await others()
      if (totalChanges(backend.db) !== written) shortUntil = performance.now() + gentleMs
    },
    step<T>(work: (forMs: number) => T): T {
      const result = work(performance.now() < shortUntil ? shortStepMs : stepMs)
      written = totalChanges(backend.db)
      return result
    },
  }
}

/** Bring the index up to date, the shorter way. */
async function catchUp(backend: Backend, progress: (done: number) => void): Promise<void> {
  const behind = countBehind(backend.db)
  const stays = Object.values(countItems(backend.db)).reduce((sum, count) => sum + count, 0)
  const anew = behind > 200 && behind * outCosts > stays
  if (anew) beginIndexAnew(backend.db)
  const rows = anew ? rowsPerStep : 4
  for (let done = 0; refreshSome(backend.db, rows); done += rows) {
    progress(done)
    await others()
  }
}

/** Let everything else that waits go first. */
async function pause(work: Work): Promise<void> {
  await others()
  work.signal.throwIfAborted()
}

function forget(backend: Backend): void {
  dryRuns.get(backend)?.open.close()
  dryRuns.delete(backend)
}
