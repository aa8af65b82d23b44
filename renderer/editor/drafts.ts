/**
 * Every text being written on this page, from the key press until the core says
 * that it is durable. Kept beside the screens, so that going elsewhere while a
 * save fails loses nothing.
 */
import type { Parsed } from '../../shared/contract.ts'
import type { Instant } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Item, ItemKind, ItemOf, KindAndBody } from '../../shared/item.ts'
import { plainText } from '../../shared/rich-text.ts'
import { call, onEvent } from '../api.ts'
import { tellPlace } from '../frame/keep-place.ts'

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
  /** Made in the core; before its first words it is only on the screen. */
  made: boolean
}

/** What an item begins as, but for its words. */
export type Origin = Omit<Parsed<'item.create'>, 'content'>

export type Keeper = {
  readonly id: ItemId
  state: DraftState
  /** The revision the words on the screen go on from. */
  revision: number
  /** Screens that show it. */
  users: number
  /** How to make it, until it is there. */
  origin: Origin | null
  /** A line that was begun here goes again when it is left without a word. */
  leavesBlank: boolean
}

/** Keys within this go to the core together; with the surface's own 30 ms a key is there within 100. */
const sendEveryMs = 60
/** How soon an item that could not be made is tried again; drafts of one that is there are tried again by the core. */
const makeAgainMs = 2000
/** What a new item is in the core: drafts may follow on the heels of the call that makes it. */
const firstRevision = 1

type Sending = {
  changed: number; sent: number; saved: number; timer: ReturnType<typeof setTimeout> | null; lastSent: number
  making: boolean
  /** Making it failed before: it may be there all the same, with the words of that time. */
  again: boolean
}

const keepers = new Map<ItemId, Keeper>()
/** Where texts stood when the last screen that showed them was left: a list that was read before may still hold an older state. */
const left = new Map<ItemId, { revision: number; content: KindAndBody }>()
const leftKept = 50
const sendings = new WeakMap<Keeper, Sending>()
const listeners = new Set<() => void>()
const surfaces = new Set<() => void>()
const goers = new Set<() => void>()
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
    sending = { changed: 0, sent: 0, saved: 0, timer: null, lastSent: 0, making: false, again: false }
    sendings.set(keeper, sending)
  }
  return sending
}

function hear(): void {
  if (hearing) return
  hearing = true
  // A page that is reloaded, replaced or closed: timers would not come again.
  window.addEventListener('pagehide', handOverWords)
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
  if (keeper.users > 0 || sending.making || sending.saved < sending.changed || keeper.state.status === 'failed' || keeper.state.status === 'refused') return
  keepers.delete(keeper.id)
  if (keeper.origin === null) left.set(keeper.id, { revision: keeper.revision, content: keeper.state.content })
  const [oldest] = left.keys()
  if (left.size > leftKept && oldest !== undefined) left.delete(oldest)
}

/** What is known of an item at its newest: as it was handed in, or as this page left it. */
function newest(item: Item): { revision: number; content: KindAndBody } {
  const known = left.get(item.id)
  left.delete(item.id)
  // An item's kind and body belong together.
  return known !== undefined && known.revision > item.revision ? known : { revision: item.revision, content: { kind: item.kind, body: item.body } as KindAndBody }
}

function send(keeper: Keeper): void {
  const sending = sendingOf(keeper)
  if (sending.timer !== null) { clearTimeout(sending.timer); sending.timer = null }
  if (sending.sent === sending.changed || keeper.state.status === 'refused') return
  sending.lastSent = performance.now()
  if (keeper.origin !== null && !sending.making) { void make(keeper, keeper.origin); return }
  sending.sent = sending.changed
  // Also while it is being made: a lock that comes before the answer would end the page with these words in it.
  const revision = keeper.origin === null ? keeper.revision : firstRevision
  call('item.draft', { id: keeper.id, revision, content: keeper.state.content, draft: sending.sent })
    .catch((error: unknown) => fail(keeper, error instanceof AppError ? error.code : 'internal'))
}

/** Make the item with the words it has by now; those typed meanwhile follow as drafts. */
async function make(keeper: Keeper, origin: Origin): Promise<void> {
  const sending = sendingOf(keeper)
  const { sent, again } = sending
  const upTo = sending.sent = sending.changed
  sending.making = true
  try {
    const item = await call('item.create', { ...origin, content: keeper.state.content })
    sending.making = sending.again = false
    keeper.origin = null
    keeper.revision = Math.max(keeper.revision, item.revision)
    if (again) sending.sent = sent
    else sending.saved = Math.max(sending.saved, upTo)
    set(keeper, { made: true, savedAt: item.updatedAt, code: null, status: sending.saved >= sending.changed ? 'saved' : 'saving' })
    if (keeper.users > 0) send(keeper)
    else end(keeper)
  } catch (error) {
    sending.making = false
    sending.again = true
    // None of them is in the vault: the next try takes them all.
    sending.sent = sending.saved
    const code = error instanceof AppError ? error.code : 'internal'
    await fail(keeper, code)
    if (code !== 'vault.locked' && code !== 'input.invalid') sending.timer ??= setTimeout(() => send(keeper), makeAgainMs)
  }
}

/** Begin an item that is made with its first words. */
export function beginDraft(origin: Origin, content: KindAndBody, leavesBlank = true): Keeper {
  hear()
  let keeper = keepers.get(origin.id)
  if (keeper === undefined) {
    keeper = {
      id: origin.id, revision: 0, users: 0, origin, leavesBlank,
      state: { status: 'idle', savedAt: null, code: null, theirs: null, content, turn: 0, made: false },
    }
    keepers.set(keeper.id, keeper)
  }
  return keeper
}

/** Change what an item will begin with, without making it. */
export function prepareDraft(keeper: Keeper, content: KindAndBody): void {
  set(keeper, { content })
}

/** Begin or go on writing an item. What was not saved yet goes before what is stored. */
export function openDraft(item: Item): Keeper {
  hear()
  let keeper = keepers.get(item.id)
  if (keeper === undefined) {
    const { revision, content } = newest(item)
    keeper = {
      id: item.id, revision, users: 0, origin: null, leavesBlank: true,
      state: { status: 'idle', savedAt: null, code: null, theirs: null, content, turn: 0, made: true },
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

/** Lock, with every word on the screen in the core before it. Keys pressed after that are not for this page any more: none of them is half kept. */
export async function lockNow(): Promise<void> {
  handOverWords()
  tellPlace()
  const takeAgain = takeNoKeys()
  await call('vault.lock').finally(takeAgain)
}

const writing = ['keydown', 'beforeinput', 'paste', 'drop'] as const

function takeNoKeys(): () => void {
  const refuse = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const name of writing) window.addEventListener(name, refuse, { capture: true })
  return () => { for (const name of writing) window.removeEventListener(name, refuse, { capture: true }) }
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
  if (keeper.users <= 0) end(keeper)
}

function end(keeper: Keeper): void {
  if (!keeper.leavesBlank && isBlank(keeper.state.content)) {
    if (keeper.state.made) void eraseDraft(keeper.id)
    // One that is just being made goes when it is there.
    else if (!sendingOf(keeper).making) forgetDraft(keeper.id)
    return
  }
  send(keeper)
  drop(keeper)
  endSitting(keeper)
}

function endSitting(keeper: Keeper): void {
  if (keeper.origin !== null) return
  // A lock in between is no failure: it ends the sitting too.
  call('item.leave', keeper.id).catch(() => undefined)
}

/** The keeper of this item on this page, when there is one. */
export function keptDraft(id: ItemId): Keeper | null {
  return keepers.get(id) ?? null
}

/** Deleted on purpose: nothing of it waits any more. */
export function forgetDraft(id: ItemId): void {
  left.delete(id)
  const keeper = keepers.get(id)
  if (keeper === undefined) return
  const sending = sendingOf(keeper)
  if (sending.timer !== null) clearTimeout(sending.timer)
  keepers.delete(id)
  for (const listener of listeners) listener()
}

/** Hear that an item went for good without anyone's asking for it. */
export function subscribeErased(listener: () => void): () => void {
  goers.add(listener)
  return () => goers.delete(listener)
}

/** Take an item away for good that holds no words, or none that do not stand elsewhere. */
export async function eraseDraft(id: ItemId): Promise<void> {
  forgetDraft(id)
  try {
    await call('item.delete', id)
    await call('bin.delete', id)
  } catch {
    // An empty line more does no harm.
  }
  for (const listener of goers) listener()
}

function isBlank(content: KindAndBody): boolean {
  if (content.kind === 'note') return plainText(content.body.text).trim() === ''
  return content.kind === 'agenda-item' && content.body.text.trim() === ''
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
