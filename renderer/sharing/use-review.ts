import { useCallback, useRef, useState } from 'react'
import type { Audience, ExportBlock, ExportDraft, ExportOrder, ExportScope } from '../../shared/exporting.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Privacy } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import type { KeptReview } from '../../shared/review.ts'
import { call } from '../api.ts'
import { useAct } from '../frame/data.ts'
import { useErrorText, useLanguage, useMessages } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { asWritten, leaving } from './outgoing.ts'
import type { OutParagraph } from './outgoing.ts'
import { blocksOf, noMarks, reconcile } from './reconcile.ts'
import type { Marks } from './reconcile.ts'
import { isParty } from './who.ts'

export type Request = { scope: ExportScope; audience: Audience; audienceName: string }

export type ReviewState = Request & Marks & {
  draft: ExportDraft
  language: Language
  title: string
  /** An item's label where it changed since it was gathered. */
  labels: ReadonlyMap<ItemId, Privacy>
}

/** A line whose words are being changed, as they stand in the window that is open on it. */
export type Writing = { id: ItemId; copy: OutParagraph[] }

export type Review = ReturnType<typeof useReview>

export function privacyOf({ labels }: Pick<ReviewState, 'labels'>, block: ExportBlock): Privacy {
  return labels.get(block.id) ?? block.privacy
}

/** Lies folded: private, and neither opened on purpose nor of a kind that stands open. */
export function isFolded(state: ReviewState, block: ExportBlock): boolean {
  return !block.open && privacyOf(state, block) === 'private' && !state.opened.has(block.id) && !state.ticks.has(block.id)
}

/** An agreement for its two parties goes as a whole, with one tick. */
export function isWhole({ scope, audience }: Pick<Request, 'scope' | 'audience'>): boolean {
  return scope.what === 'agreement' && isParty(audience)
}

export function copyOf(state: Pick<ReviewState, 'copies'>, block: ExportBlock): OutParagraph[] {
  return state.copies.get(block.id) ?? asWritten(block.paragraphs)
}

/** What was ticked, in the words that may go, in the order of the document. */
export function orderOf(state: ReviewState): ExportOrder {
  const { scope, audience, audienceName, language, title, draft } = state
  return {
    scope, audience, audienceName, language, title: title.trim() === '' ? draft.title : title.trim(),
    blocks: blocksOf(draft).filter((block) => state.ticks.has(block.id)).map((block) => ({ id: block.id, paragraphs: leaving(copyOf(state, block)) })),
  }
}

/** The review of one summary: gathered, ticked, masked, in memory only. */
export function useReview() {
  const t = useMessages()
  const screenLanguage = useLanguage()
  const act = useAct()
  const errorText = useErrorText()
  const { did, failed } = useUndo()
  const [state, setState] = useState<ReviewState | null>(null)
  const latest = useRef(state)
  /** Not in the state: a review of many pages is not drawn anew with each key. */
  const written = useRef<Writing | null>(null)
  const writing = useCallback(() => written.current, [])
  const put = (next: ReviewState | null) => {
    latest.current = next
    setState(next)
  }
  /** Change what is there now, which may be newer than what was rendered. */
  const change = (make: (now: ReviewState) => Partial<ReviewState>) => {
    if (latest.current !== null) put({ ...latest.current, ...make(latest.current) })
  }

  async function fetchDraft(request: Request, language: Language): Promise<ExportDraft | null> {
    try {
      return await call('export.gather', { scope: request.scope, audience: request.audience, language })
    } catch (error) {
      failed(errorText(error))
      return null
    }
  }

  async function gather(request: Request, asked?: Language): Promise<'found' | 'empty' | 'failed'> {
    const before = latest.current
    const language = asked ?? before?.language ?? await firstLanguage(request.scope)
    const draft = await fetchDraft(request, language)
    if (draft === null) return 'failed'
    if (blocksOf(draft).length === 0) return 'empty'
    const same = before !== null && JSON.stringify([before.scope, before.audience, before.audienceName]) === JSON.stringify([request.scope, request.audience, request.audienceName])
    const { marks, dropped } = before === null ? { marks: noMarks, dropped: 0 } : reconcile(before, before.draft, draft)
    // What was ticked for one person was not ticked for another.
    const ticks = same ? marks.ticks : isWhole(request) ? new Set(blocksOf(draft).map((block) => block.id)) : noMarks.ticks
    put({
      ...request, draft, language, ...marks, ticks, labels: new Map(),
      title: before === null || before.title === before.draft.title ? draft.title : before.title,
    })
    if (dropped > 0) did(t('sharing.did.changed', { count: dropped }))
    return 'found'
  }

  /** A document begins in the screen's language, an agreement in its own. */
  async function firstLanguage(scope: ExportScope): Promise<Language> {
    if (scope.what === 'letter') {
      const letter = await call('item.get', scope.letterId).catch(() => null)
      return letter?.kind === 'letter' ? letter.body.language : screenLanguage
    }
    if (scope.what !== 'agreement') return screenLanguage
    const item = await call('item.get', scope.agreementId).catch(() => null)
    return item?.kind === 'agreement' ? item.body.language : screenLanguage
  }

  async function setLanguage(language: Language): Promise<void> {
    const before = latest.current
    if (before === null || before.language === language) return
    const request = inLanguage(before, language)
    const draft = await fetchDraft(request, language)
    const now = latest.current
    if (draft === null || now === null) return
    const { marks, dropped } = reconcile(now, now.draft, draft)
    put({ ...now, scope: request.scope, ...marks, draft, language, labels: new Map(), title: now.title === now.draft.title ? draft.title : now.title })
    if (dropped > 0) did(t('sharing.did.language', { count: dropped }))
  }

  const setTick = (id: ItemId, on: boolean) => change(({ ticks }) => ({ ticks: withMember(ticks, id, on) }))
  const setLabel = (id: ItemId, privacy: Privacy) => change(({ labels }) => ({ labels: new Map(labels).set(id, privacy) }))

  async function label(block: ExportBlock, privacy: Privacy): Promise<boolean> {
    const version = latest.current === null ? undefined : versionIn(latest.current.scope)
    if (version !== undefined) return labelVersion(version, privacy)
    const before = latest.current === null ? block.privacy : privacyOf(latest.current, block)
    setLabel(block.id, privacy)
    if (await act('item.label', { id: block.id, privacy }) !== null) return true
    setLabel(block.id, before)
    return false
  }

  /** A version goes by its own label: its clauses are what they were then, and may be others or gone by now. */
  async function labelVersion(id: ItemId, privacy: Privacy): Promise<boolean> {
    if (await act('item.label', { id, privacy }) === null) return false
    change(({ draft }) => ({ labels: new Map(blocksOf(draft).map((block) => [block.id, privacy])) }))
    return true
  }

  /** A tick lets an item go. A private one may be shared from then on, said and with its undo; without the tick it is private again. */
  async function tick(block: ExportBlock, on: boolean): Promise<void> {
    if (latest.current === null) return
    const labelled = latest.current.labels.get(block.id) === 'shareable'
    const wasPrivate = privacyOf(latest.current, block) === 'private'
    setTick(block.id, on)
    if (on && wasPrivate) {
      if (!await label(block, 'shareable')) return setTick(block.id, false)
      did(t('sharing.did.labelled', { label: block.label }), async () => {
        if (latest.current !== null && versionIn(latest.current.scope) !== undefined) change(() => ({ ticks: new Set() }))
        setTick(block.id, false)
        await label(block, 'private')
      })
    } else if (!on && labelled && (versionIn(latest.current.scope) === undefined || latest.current.ticks.size === 0)) {
      if (await label(block, 'private')) did(t('sharing.did.unlabelled', { label: block.label }))
    }
  }

  /** The agreement goes as a whole or not at all. */
  function tickAll(on: boolean): void {
    change(({ draft }) => ({ ticks: new Set(on ? blocksOf(draft).map((block) => block.id) : []) }))
  }

  /** Before the document is made: an agreement that goes to its parties may be shared from then on. */
  async function settle(): Promise<boolean> {
    const now = latest.current
    if (now === null || now.scope.what !== 'agreement' || !isWhole(now)) return now !== null
    const id = now.scope.versionId ?? now.scope.agreementId
    if (blocksOf(now.draft).every((block) => privacyOf(now, block) === 'shareable')) return true
    if (await act('item.label', { id, privacy: 'shareable' }) === null) return false
    change(({ draft }) => ({ labels: new Map(blocksOf(draft).map((block) => [block.id, 'shareable'])) }))
    did(t('sharing.did.agreement'), async () => {
      await act('item.label', { id, privacy: 'private' })
      change(() => ({ labels: new Map() }))
    })
    return true
  }

  /** A review as it was before a lock, over what is gathered now: marks on words that are others by now fall. */
  async function restore(kept: NonNullable<KeptReview['review']>): Promise<boolean> {
    const draft = await fetchDraft(kept, kept.language)
    if (draft === null || blocksOf(draft).length === 0) return false
    const { marks, dropped } = reconcile({ ticks: new Set(kept.ticks), opened: new Set(kept.opened), copies: new Map(kept.copies) }, kept.draft, draft)
    const words = (of: ExportDraft) => JSON.stringify(blocksOf(of).find((block) => block.id === kept.writing?.[0])?.paragraphs)
    if (kept.writing !== undefined && words(draft) === words(kept.draft)) written.current = { id: kept.writing[0], copy: kept.writing[1] }
    const { scope, audience, audienceName, language, title, labels } = kept
    put({ scope, audience, audienceName, language, title, draft, ...marks, labels: new Map(labels) })
    if (dropped > 0) did(t('sharing.did.changed', { count: dropped }))
    return true
  }

  return {
    state, gather, restore, setLanguage, tick, tickAll, settle,
    open: (id: ItemId) => change(({ opened }) => ({ opened: withMember(opened, id, true) })),
    writing,
    write: (now: Writing | null) => { written.current = now },
    setTitle: (title: string) => change(() => ({ title })),
    setCopy: (id: ItemId, copy: OutParagraph[] | null) => change(({ copies }) => {
      const next = new Map(copies)
      if (copy === null) next.delete(id)
      else next.set(id, copy)
      return { copies: next }
    }),
  }
}

const versionIn = (scope: ExportScope): ItemId | undefined => scope.what === 'agreement' ? scope.versionId : undefined

/** The language that stood beside it changes places with the one that was first. */
function inLanguage({ scope, audience, audienceName, language: before }: ReviewState, language: Language): Request {
  const swapped = scope.what === 'agreement' && scope.beside === language ? { ...scope, beside: before } : scope
  return { scope: swapped, audience, audienceName }
}

function withMember<T>(set: ReadonlySet<T>, member: T, on: boolean): Set<T> {
  const next = new Set(set)
  if (on) next.add(member)
  else next.delete(member)
  return next
}
