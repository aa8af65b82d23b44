/**
 * Every text being written on this page, from the key press until the core says
 * that it is durable. Kept beside the screens, so that going elsewhere while a
 * save fails loses nothing.
 */
import type { Instant } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Item, ItemKind, ItemOf, KindAndBody } from '../../shared/item.ts'
import { call, onEvent } from '../api.ts'

export type SaveStatus = 'idle' | 'saving' | 'saved' | 'failed' | 'refused'

export type DraftState = {
  status: SaveStatus
  savedAt: Instant | null
  /** Why it could not be saved. */
  code: ErrorCode | null
  /** What was saved meanwhile, when this one was refused. */
  theirs: Item | null
  content: KindAndBody
  /** Grows when another text takes the place of the one on the screen. */
  turn: number
}

export type Keeper = {
  readonly id: ItemId
  state: DraftState
  /** The revision the words on the screen go on from. */
  revision: number
  /** Screens that show it. */
  users: number
}

/** Keys within this go to the core together; with the surface's own 30 ms a key is there within 100. */
const sendEveryMs = 60

type Sending = { changed: number; sent: number; saved: number; timer: ReturnType<typeof setTimeout> | null; lastSent: number }

const keepers = new Map<ItemId, Keeper>()
const sendings = new WeakMap<Keeper, Sending>()
const listeners = new Set<() => void>()
const surfaces = new Set<() => void>()
/** Rises over all texts, so that a number never comes back. */
let number = 0
let hearing = false

export function subscribeDrafts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function allDrafts(): readonly Keeper[] {
  return [...keepers.values()]
}

function set(keeper: Keeper, change: Partial<DraftState>): void {
  keeper.state = { ...keeper.state, ...change }
  for (const listener of listeners) listener()
}

function sendingOf(keeper: Keeper): Sending {
  let sending = sendings.get(keeper)
  if (sending === undefined) {
    sending = { changed: 0, sent: 0, saved: 0, timer: null, lastSent: 0 }
    sendings.set(keeper, sending)
  }
  return sending
}

function hear(): void {
  if (hearing) return
  hearing = true
  onEvent('item.saved', ({ id, revision, at, draft }) => {
    const keeper = keepers.get(id)
    if (keeper === undefined) return
    const sending = sendingOf(keeper)
    // A save of someone else's words must stay visible as a change, or it would be overwritten unseen.
    if (draft !== 0 && draft <= sending.sent) keeper.revision = Math.max(keeper.revision, revision)
    if (draft < sending.saved || draft > sending.sent) return
    sending.saved = draft
    const done = sending.saved >= sending.changed
    set(keeper, { savedAt: at, code: null, status: keeper.state.status === 'refused' ? 'refused' : done ? 'saved' : 'saving' })
    drop(keeper)
  })
  onEvent('save.failed', ({ id, code }) => {
    const keeper = keepers.get(id)
    if (keeper !== undefined) void fail(keeper, code)
  })
}

async function fail(keeper: Keeper, code: ErrorCode): Promise<void> {
  // The page is about to be replaced; the core has what was sent.
  if (code === 'vault.locked') return
  if (code !== 'item.changed') { set(keeper, { status: 'failed', code }); return }
  try {
    const theirs = await call('item.get', keeper.id)
    if (theirs.kind === 'unreadable') set(keeper, { status: 'failed', code })
    else set(keeper, { status: 'refused', code, theirs })
  } catch (error) {
    set(keeper, { status: 'failed', code: error instanceof AppError ? error.code : 'internal' })
  }
}

/** Nobody looks at it and nothing of it waits. */
function drop(keeper: Keeper): void {
  const sending = sendingOf(keeper)
  if (keeper.users === 0 && sending.saved >= sending.changed && keeper.state.status !== 'failed' && keeper.state.status !== 'refused') keepers.delete(keeper.id)
}

function send(keeper: Keeper): void {
  const sending = sendingOf(keeper)
  if (sending.timer !== null) { clearTimeout(sending.timer); sending.timer = null }
  if (sending.sent === sending.changed || keeper.state.status === 'refused') return
  sending.sent = sending.changed
  sending.lastSent = performance.now()
  call('item.draft', { id: keeper.id, revision: keeper.revision, content: keeper.state.content, draft: sending.sent })
    .catch((error: unknown) => fail(keeper, error instanceof AppError ? error.code : 'internal'))
}

/** Begin or go on writing an item. What was not saved yet goes before what is stored. */
export function openDraft(item: Item): Keeper {
  hear()
  let keeper = keepers.get(item.id)
  if (keeper === undefined) {
    keeper = {
      id: item.id, revision: item.revision, users: 0,
      // An item's kind and body belong together.
      state: { status: 'idle', savedAt: null, code: null, theirs: null, content: { kind: item.kind, body: item.body } as KindAndBody, turn: 0 },
    }
    keepers.set(item.id, keeper)
  }
  return keeper
}

/** The words changed. */
export function changeDraft(keeper: Keeper, content: KindAndBody): void {
  const sending = sendingOf(keeper)
  sending.changed = ++number
  const { status } = keeper.state
  set(keeper, { content, status: status === 'failed' || status === 'refused' ? status : 'saving' })
  const wait = sending.lastSent + sendEveryMs - performance.now()
  if (wait <= 0) send(keeper)
  else sending.timer ??= setTimeout(() => send(keeper), wait)
}

/** The item moved on by an act of this page (a label, a restore), not by someone else. */
export function rebaseDraft(id: ItemId, revision: number): void {
  const keeper = keepers.get(id)
  if (keeper !== undefined) keeper.revision = Math.max(keeper.revision, revision)
}

/** Another text takes the place of this one on the screen: restored, or the other of two. */
export function replaceDraft(item: Item): void {
  const keeper = keepers.get(item.id)
  if (keeper === undefined) return
  const sending = sendingOf(keeper)
  if (sending.timer !== null) { clearTimeout(sending.timer); sending.timer = null }
  sending.saved = sending.sent = sending.changed
  keeper.revision = item.revision
  // An item's kind and body belong together.
  const content = { kind: item.kind, body: item.body } as KindAndBody
  set(keeper, { content, status: 'saved', savedAt: item.updatedAt, code: null, theirs: null, turn: keeper.state.turn + 1 })
}

/** A writing surface that can hand over what was typed in the last moments. */
export function registerSurface(flush: () => void): () => void {
  surfaces.add(flush)
  return () => surfaces.delete(flush)
}

/** Hand every word on the screen to the core, before anything that drops the page. Messages keep their order, so there is nothing to wait for. */
export function handOverWords(): void {
  for (const flush of surfaces) flush()
  for (const keeper of keepers.values()) send(keeper)
}

/** Hand over and have everything written now. */
export async function saveNow(): Promise<void> {
  handOverWords()
  await call('item.flush')
}

/** Try a failed save again at once. */
export async function retryDraft(keeper: Keeper): Promise<void> {
  handOverWords()
  const sending = sendingOf(keeper)
  sending.sent = 0
  set(keeper, { status: 'saving' })
  send(keeper)
  await call('item.flush').catch((error: unknown) => fail(keeper, error instanceof AppError ? error.code : 'internal'))
}

/** Leave an item: what waits is sent, and its sitting ends. */
export function leaveDraft(keeper: Keeper): void {
  keeper.users -= 1
  if (keeper.users > 0) return
  send(keeper)
  drop(keeper)
  // A lock in between is no failure: it ends the sitting too.
  call('item.leave', keeper.id).catch(() => undefined)
}

/** Deleted on purpose: nothing of it waits any more. */
export function forgetDraft(id: ItemId): void {
  const keeper = keepers.get(id)
  if (keeper === undefined) return
  const sending = sendingOf(keeper)
  if (sending.timer !== null) clearTimeout(sending.timer)
  keepers.delete(id)
  for (const listener of listeners) listener()
}

/**
 * Settle a refused save. The text that is not kept becomes a version in the
 * history: each is saved in a sitting of its own, the kept one last.
 */
export async function settleDraft(keeper: Keeper, keep: 'mine' | 'theirs'): Promise<void> {
  handOverWords()
  const { theirs, content } = keeper.state
  if (theirs === null) return
  try {
    await call('item.leave', keeper.id)
    let saved = await call('item.save', { id: keeper.id, revision: theirs.revision, content })
    if (keep === 'theirs') {
      await call('item.leave', keeper.id)
      // An item's kind and body belong together.
      saved = await call('item.save', { id: keeper.id, revision: saved.revision, content: { kind: theirs.kind, body: theirs.body } as KindAndBody })
    }
    replaceDraft(saved)
  } catch (error) {
    await fail(keeper, error instanceof AppError ? error.code : 'internal')
  }
}

/** The body of a draft whose item's kind is known. */
export function bodyOf<K extends ItemKind>(keeper: Keeper): ItemOf<K>['body'] {
  // A keeper is opened with an item of this kind, and every change goes through its body.
  return keeper.state.content.body as ItemOf<K>['body']
}
