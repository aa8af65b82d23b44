/**
 * Words on their way to the disk. A draft is held in memory only until the
 * person pauses; a save that fails keeps it and tries again. The page is told
 * which of its drafts is durable, never anything earlier.
 */
import type { Parsed } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { AppEvent } from '../../shared/events.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Item, KindAndBody } from '../../shared/item.ts'
import { asExpected } from './failures.ts'
import { keepRefused } from './history.ts'
import { findRow, saveItem } from './items.ts'
import type { Db } from './open.ts'
import { encodeBody } from './rows.ts'
import { endSitting } from './sittings.ts'
import { tryRefreshIndex } from './word-index.ts'

type Draft = Parsed<'item.draft'>

export type Drafts = {
  /** Keep in memory and write soon. */
  put(draft: Draft): void
  /** Save now, in place of a draft of the same item. Throws where {@link put} would tell. */
  save(change: Parsed<'item.save'>): Item
  /** Write what waits, now. Throws nothing: failures are told as `save.failed`. */
  flush(): void
  /** How many wait. */
  pending(): number
  /** Write this item's draft and end its sitting; its words are indexed when the screen has what it asks for next. */
  leave(id: ItemId): void
  /** What waits for this item: newer than what is stored. */
  waiting(id: ItemId): KindAndBody | null
  /** Write what waits, keep refused words in the history, and rest for good; answers with what could not be written. */
  stop(): Draft[]
}

const pauseMs = 600
const longestMs = 1000
const retryMs = 2000
/** Indexing a page of text can take a tenth of a second: let the next screen's calls pass first. */
const indexAfterMs = 400

/** Trying again cannot help: the item moved on, is gone, or never was of this kind. */
const final: readonly ErrorCode[] = ['item.changed', 'item.missing', 'input.invalid']

type Waiting = { draft: Draft; since: number; timer: NodeJS.Timeout }

/**
 * The revisions that our own saves led through. The page goes on typing from
 * the revision it knew when a save's acknowledgement is still on its way.
 */
type Trail = { known: Set<number>; head: number; lastDraft: number }

/** Bodies whose save was called failed, though the disk may hold one of them all the same. */
type Attempts = { revision: number; bodies: Set<string> }

export function keepDrafts(db: Db, emit: (event: AppEvent) => void, now: () => Date): Drafts {
  const waiting = new Map<ItemId, Waiting>()
  const refused = new Map<ItemId, Draft>()
  const trails = new Map<ItemId, Trail>()
  const attempts = new Map<ItemId, Attempts>()
  const indexing = setTimeout(() => { tryRefreshIndex(db) }, indexAfterMs).unref()
  let stopped = false

  function put(draft: Draft): void {
    if (stopped) throw new AppError('vault.locked')
    const before = waiting.get(draft.id)
    clearTimeout(before?.timer)
    refused.delete(draft.id)
    // Monotonic: the wall clock may jump.
    const since = before?.since ?? performance.now()
    const delay = Math.max(0, Math.min(pauseMs, longestMs - (performance.now() - since)))
    waiting.set(draft.id, { draft, since, timer: later(draft.id, delay) })
  }

  function later(id: ItemId, ms: number): NodeJS.Timeout {
    return setTimeout(() => { write(id) }, ms)
  }

  function write(id: ItemId): void {
    const entry = waiting.get(id)
    if (entry === undefined) return
    clearTimeout(entry.timer)
    const { draft } = entry
    try {
      noteIfWritten(draft)
      const item = saveItem(db, { id, revision: baseOf(draft), content: draft.content }, now())
      extendTrail(draft, item.revision)
      attempts.delete(id)
      waiting.delete(id)
      emit({ name: 'item.saved', data: { id, revision: item.revision, at: now().toISOString(), draft: draft.draft } })
    } catch (error) {
      const code = codeOf(error)
      if (final.includes(code)) {
        waiting.delete(id)
        if (code === 'item.changed') refused.set(id, draft)
      } else {
        noteAttempt(draft)
        if (!stopped) waiting.set(id, { ...entry, timer: later(id, retryMs) })
      }
      emit({ name: 'save.failed', data: { id, code } })
    }
  }

  /** The revision to hold the draft against: where our own saves led, when it started on their way. */
  function baseOf(draft: Draft): number {
    const trail = trails.get(draft.id)
    return trail !== undefined && trail.known.has(draft.revision) && draft.draft > trail.lastDraft ? trail.head : draft.revision
  }

  function extendTrail(draft: Draft, revision: number): void {
    const trail = trails.get(draft.id)
    const known = trail?.known.has(draft.revision) === true ? trail.known : new Set<number>()
    trails.set(draft.id, { known: known.add(draft.revision).add(revision), head: revision, lastDraft: draft.draft })
  }

  function noteAttempt(draft: Draft): void {
    const revision = baseOf(draft)
    const before = attempts.get(draft.id)
    const bodies = before?.revision === revision ? before.bodies : new Set<string>()
    try {
      attempts.set(draft.id, { revision, bodies: bodies.add(encodeBody(draft.content)) })
    } catch {
      // What cannot be stored at all did not reach the disk either.
    }
  }

  /** A disk that failed at the very end of a commit has it, though it said no: that revision is our own. */
  function noteIfWritten(draft: Draft): void {
    const tried = attempts.get(draft.id)
    if (tried === undefined) return
    const row = findRow(db, draft.id)
    if (row?.revision === tried.revision + 1 && tried.bodies.has(row.body)) extendTrail({ ...draft, draft: draft.draft - 1 }, row.revision)
  }

  function save(change: Parsed<'item.save'>): Item {
    if (stopped) throw new AppError('vault.locked')
    const entry = waiting.get(change.id)
    // Only a draft that is still waiting can have moved the page's revision on without its knowing.
    const revision = entry !== undefined && entry.draft.revision === change.revision ? baseOf(entry.draft) : change.revision
    const item = saveItem(db, { ...change, revision }, now())
    clearTimeout(entry?.timer)
    waiting.delete(change.id)
    refused.delete(change.id)
    trails.delete(change.id)
    return item
  }

  function flush(): void {
    for (const id of [...waiting.keys()]) write(id)
  }

  function leave(id: ItemId): void {
    write(id)
    endSitting(db, id)
    if (!stopped) indexing.refresh()
  }

  function stop(): Draft[] {
    if (stopped) return []
    stopped = true
    flush()
    clearTimeout(indexing)
    for (const { timer } of waiting.values()) clearTimeout(timer)
    for (const draft of refused.values()) keepQuietly(draft)
    tryRefreshIndex(db)
    return [...waiting.values()].map(({ draft }) => draft)
  }

  function keepQuietly(draft: Draft): void {
    try {
      keepRefused(db, draft.id, draft.content, now())
    } catch (error) {
      emit({ name: 'save.failed', data: { id: draft.id, code: codeOf(error) } })
    }
  }

  return { put, save, flush, leave, stop, pending: () => waiting.size, waiting: (id) => waiting.get(id)?.draft.content ?? null }
}

function codeOf(error: unknown): ErrorCode {
  const expected = asExpected(error)
  return expected instanceof AppError ? expected.code : 'internal'
}
