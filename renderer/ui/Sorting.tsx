/**
 * Rows that are put in order by hand. The system's own dragging is not used: it
 * would hand a row's words to whatever lies under the pointer, other programs
 * among them. Every row keeps its buttons for the same acts.
 */
import { GripVertical } from 'lucide-react'
import { createContext, use, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { PointerEvent, ReactNode } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { nearest, placeNow, placesFor } from './sorting.ts'
import type { SortingGroup, SortingPlace } from './sorting.ts'
import css from './Sorting.module.css'

type Carrying = { id: string; by: 'pointer' | 'keys'; at: number }
type Line = { top: number; left: number; width: number }
type Sorting = {
  carrying: Carrying | null
  lift: (id: string, by: Carrying['by']) => void
  /** The pointer's height in the window. */
  pull: (y: number) => void
  drop: () => void
  cancel: () => void
}

const SortingContext = createContext<Sorting | null>(null)

/** A pointer that moved less than this was only pressed. */
const slackPx = 4
/** So near to its edge, what scrolls goes on by itself. */
const edgePx = 56
const scrollPx = 12

/**
 * Around the lists. Each row is an element with `data-item`, each group that may
 * be empty one with `data-drop`, and each row holds a {@link Grip}. `onMove` is
 * asked only for a place that the row does not have.
 */
export function Sorting<Id extends string, Group extends string>({ groups, onMove, children }: {
  groups: ReadonlyArray<SortingGroup<Id, Group>>
  onMove: (id: Id, place: SortingPlace<Id, Group>) => Promise<unknown>
  children: ReactNode
}) {
  const t = useMessages()
  const area = useRef<HTMLDivElement>(null)
  const [carrying, setCarrying] = useState<Carrying | null>(null)
  const [line, setLine] = useState<Line | null>(null)
  const [said, setSaid] = useState('')
  const pointer = useRef(0)
  const latest = useRef({ groups, onMove, carrying })
  useLayoutEffect(() => { latest.current = { groups, onMove, carrying } })

  const say = useCallback((place: SortingPlace<string, string> | undefined, more: '' | 'keys' = '') => {
    if (place === undefined) return
    const { groups } = latest.current
    const where = t('ui.sort.place', { n: place.n, of: place.of })
    const name = groups.length > 1 ? groups.find(({ id }) => id === place.group)?.name ?? '' : ''
    setSaid([name === '' ? where : `${name}: ${where}`, more === 'keys' ? t('ui.sort.keys') : ''].filter(Boolean).join('. '))
  }, [t])
  const end = useCallback(() => { setCarrying(null); setLine(null) }, [])
  const go = useCallback((at: number) => {
    const { carrying, groups } = latest.current
    if (carrying === null || carrying.at === at) return
    latest.current.carrying = { ...carrying, at }
    setCarrying(latest.current.carrying)
    // A pointer sees where it is.
    // Ids of this page's rows went in as strings and come back as the same.
    if (carrying.by === 'keys') say(placesFor(groups, carrying.id as Id)[at])
  }, [say])

  const sorting = useMemo<Sorting>(() => ({
    carrying,
    lift(id, by) {
      const { groups } = latest.current
      // As in `go`.
      const at = placeNow(groups, id as Id)
      if (at < 0) return
      latest.current.carrying = { id, by, at }
      setCarrying(latest.current.carrying)
      if (by === 'keys') say(placesFor(groups, id as Id)[at], 'keys')
    },
    pull(y) {
      pointer.current = y
      const { carrying, groups } = latest.current
      if (carrying !== null && area.current !== null) go(nearest(heightsOf(area.current, groups, carrying.id), y))
    },
    drop() {
      const { carrying, groups, onMove } = latest.current
      end()
      if (carrying === null) return
      // As in `go`.
      const id = carrying.id as Id
      const place = placesFor(groups, id)[carrying.at]
      if (place === undefined || carrying.at === placeNow(groups, id)) { setSaid(t('ui.sort.stays')); return }
      setSaid('')
      // The row changes its place in the page, which costs its grip the focus.
      void onMove(id, place).then(() => requestAnimationFrame(() => rowOf(area.current, id)?.querySelector<HTMLElement>('[data-grip]')?.focus()))
    },
    cancel() { end(); setSaid(t('ui.sort.stays')) },
  }), [carrying, end, go, say, t])

  useEffect(() => {
    if (carrying?.by !== 'keys') return
    // Before anything else hears of it: arrows mean other things in a list of rows.
    const onKeyDown = (event: KeyboardEvent) => {
      const { groups, carrying } = latest.current
      if (carrying === null || event.ctrlKey || event.metaKey || event.altKey) return
      const last = placesFor(groups, carrying.id as Id).length - 1
      const to = {
        ArrowDown: carrying.at + 1, ArrowUp: carrying.at - 1, ArrowRight: carrying.at + 1, ArrowLeft: carrying.at - 1,
        Tab: carrying.at + (event.shiftKey ? -1 : 1), Home: 0, End: last,
      }[event.key]
      if (to === undefined && event.key !== 'Enter' && event.key !== ' ' && event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      if (to !== undefined) go(Math.max(0, Math.min(last, to)))
      else if (event.key === 'Escape') sorting.cancel()
      else if (!event.repeat) sorting.drop()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [carrying?.by, go, sorting])

  // The line follows its place while lists scroll under it.
  useEffect(() => {
    if (carrying === null) return
    let frame = 0
    const follow = () => {
      const { carrying: now, groups } = latest.current
      if (now === null || area.current === null) return
      if (now.by === 'pointer' && scrollNear(area.current, pointer.current)) go(nearest(heightsOf(area.current, groups, now.id), pointer.current))
      const next = lineAt(area.current, groups, now)
      setLine((line) => (line !== null && next !== null && line.top === next.top && line.left === next.left && line.width === next.width ? line : next))
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [carrying, go])
  useEffect(() => {
    if (carrying?.by !== 'keys') return
    const { groups } = latest.current
    // As in `go`.
    const place = placesFor(groups, carrying.id as Id)[carrying.at]
    const near = place === undefined ? null : rowOf(area.current, place.after ?? groups.find(({ id }) => id === place.group)?.ids[0] ?? '') ?? dropOf(area.current, place.group)
    near?.scrollIntoView({ block: 'nearest' })
  }, [carrying])

  return (
    <SortingContext value={sorting}>
      <div ref={area} className={css.area} data-sorting={carrying?.by}>{children}</div>
      {line !== null && <div className={css.line} style={line} aria-hidden />}
      <p className={line !== null && carrying?.by === 'keys' ? css.said : 'visually-hidden'} style={line !== null && carrying?.by === 'keys' ? { top: line.top + 8, left: line.left } : undefined} role="status">{said}</p>
    </SortingContext>
  )
}

/** The handle of one row: dragged, or Enter, arrows, Enter. `name` is what the row says. */
export function Grip({ id, name, tabStop = true }: { id: string; name: string; tabStop?: boolean }) {
  const t = useMessages()
  const sorting = use(SortingContext)
  const from = useRef<number | null>(null)
  if (sorting === null) throw new Error('no Sorting')
  const carried = sorting.carrying?.id === id
  const pulled = carried && sorting.carrying?.by === 'pointer'
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (from.current === null) return
    if (!carried && Math.abs(event.clientY - from.current) < slackPx) return
    if (!carried) sorting.lift(id, 'pointer')
    sorting.pull(event.clientY)
  }
  const letGo = (settle: () => void) => () => {
    from.current = null
    if (pulled) settle()
  }
  return (
    <button
      type="button" className={css.grip} data-grip data-carried={carried || undefined} tabIndex={tabStop ? 0 : -1}
      aria-label={t('ui.sort.grip', { name })} aria-description={t('ui.sort.how')}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        from.current = event.clientY
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove} onPointerUp={letGo(sorting.drop)} onPointerCancel={letGo(sorting.cancel)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && pulled) { event.stopPropagation(); letGo(sorting.cancel)(); return }
        if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        event.stopPropagation()
        sorting.lift(id, 'keys')
      }}
      // A screen reader's own press comes as a click without a pointer.
      onClick={(event) => { event.stopPropagation(); if (event.detail === 0 && !carried) sorting.lift(id, 'keys') }}
      onBlur={() => { if (carried && sorting.carrying?.by === 'keys') sorting.cancel() }}
    >
      <GripVertical size={20} strokeWidth={1.75} aria-hidden />
    </button>
  )
}

function rowOf(area: HTMLElement | null, id: string): HTMLElement | null {
  return area?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`) ?? null
}

function dropOf(area: HTMLElement | null, group: string): HTMLElement | null {
  return area?.querySelector<HTMLElement>(`[data-drop="${CSS.escape(group)}"]`) ?? null
}

type Groups = ReadonlyArray<SortingGroup<string, string>>

/** Where a place is in the window: under the row before it, or over the first. */
function rectAt(area: HTMLElement, groups: Groups, id: string, { group, after }: SortingPlace<string, string>): { y: number; rect: DOMRect } | null {
  if (after !== null) {
    const rect = rowOf(area, after)?.getBoundingClientRect()
    return rect === undefined ? null : { y: rect.bottom, rect }
  }
  const ids = groups.find((one) => one.id === group)?.ids ?? []
  const first = ids.find((other) => other !== id) ?? ids[0]
  const rect = (first === undefined ? dropOf(area, group) : rowOf(area, first))?.getBoundingClientRect()
  return rect === undefined ? null : { y: rect.top, rect }
}

function heightsOf(area: HTMLElement, groups: Groups, id: string): number[] {
  return placesFor(groups, id).map((place) => rectAt(area, groups, id, place)?.y ?? Infinity)
}

function lineAt(area: HTMLElement, groups: Groups, { id, at }: Carrying): Line | null {
  const place = placesFor(groups, id)[at]
  const found = place === undefined ? null : rectAt(area, groups, id, place)
  return found === null ? null : { top: found.y, left: found.rect.left, width: found.rect.width }
}

/** Scroll what holds the rows while the pointer is at its edge; says whether it did. */
function scrollNear(area: HTMLElement, y: number): boolean {
  let box: HTMLElement | null = area.parentElement
  while (box !== null && !(box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY))) box = box.parentElement
  const scrolls = box ?? document.documentElement
  const { top, bottom } = box === null ? { top: 0, bottom: window.innerHeight } : box.getBoundingClientRect()
  const by = y < top + edgePx ? -scrollPx : y > bottom - edgePx ? scrollPx : 0
  const before = scrolls.scrollTop
  if (by !== 0) scrolls.scrollTop += by
  return scrolls.scrollTop !== before
}
