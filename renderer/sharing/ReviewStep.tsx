import { ChevronRight, EyeOff } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ExportBlock } from '../../shared/exporting.ts'
import type { ItemId } from '../../shared/ids.ts'
import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import { Screen } from '../frame/Screen.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { Select } from '../ui/Select.tsx'
import { SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { EditCopy } from './EditCopy.tsx'
import { blocksOf } from './reconcile.ts'
import css from './Review.module.css'
import { ReviewItem } from './ReviewItem.tsx'
import { copyOf, isFolded, isWhole } from './use-review.ts'
import type { Review, ReviewState } from './use-review.ts'
import { useSeen } from './use-seen.ts'
import { useWho } from './who.ts'

type Row = { kind: 'item'; block: ExportBlock } | { kind: 'folded'; blocks: ExportBlock[] }
/** A section as it is shown; days with nothing but private items lie together under one fold, without a word of theirs. */
type Part = { sections: string[]; heading: string | null; rows: Row[] }

/** Step 2: every line in full, one below the other; nothing goes without a tick. */
export function ReviewStep({ review, state, from, onBack, onGoOn }: {
  review: Review
  state: ReviewState
  /** Where one came from, when that was not the first step of a summary. */
  from?: string
  onBack: () => void
  onGoOn: () => void
}) {
  const t = useMessages()
  const who = useWho()
  const list = useRef<HTMLDivElement>(null)
  const seen = useSeen(list, state.draft)
  const [current, setCurrent] = useState<string | null>(null)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  // A lock may have closed the window in which words were being changed.
  const [editing, setEditing] = useState<ExportBlock | null>(() => blocksOf(state.draft).find((block) => block.id === review.writing()?.id) ?? null)
  const arriving = useRef<ItemId | null>(null)

  const all = blocksOf(state.draft)
  const whole = isWhole(state)
  const shown = all.filter((block) => !isFolded(state, block))
  const going = all.filter((block) => state.ticks.has(block.id))
  const [firstBlock] = all
  const firstStop = whole ? 'whole' : firstBlock !== undefined && isFolded(state, firstBlock) ? `fold-${firstBlock.id}` : firstBlock?.id
  const stop = current ?? firstStop
  const reached = seen.has('end')

  // A private item that was opened is read next.
  useLayoutEffect(() => {
    if (arriving.current === null) return
    stops(list.current).find((element) => element.closest('[data-item]')?.getAttribute('data-item') === arriving.current)?.focus()
    arriving.current = null
  })

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || event.altKey || event.shiftKey) return
    const all = stops(list.current)
    const here = all.indexOf(target)
    const go = (to: HTMLElement | undefined) => {
      to?.focus({ preventScroll: true })
      to?.closest('li, [data-row]')?.scrollIntoView({ block: 'nearest' })
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'End' && event.key !== 'Home') return
      event.preventDefault()
      all.at(event.key === 'End' ? -1 : 0)?.focus({ preventScroll: true })
      window.scrollTo(0, event.key === 'End' ? document.documentElement.scrollHeight : 0)
    } else if (here !== -1 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const next = all[here + (event.key === 'ArrowDown' ? 1 : -1)]
      // Past the last one there are still lines to read: the page scrolls on.
      if (next === undefined) return
      event.preventDefault()
      go(next)
    } else if (here !== -1 && event.key === ' ' && target instanceof HTMLInputElement) {
      event.preventDefault()
      const ticking = !target.checked
      target.click()
      if (ticking) go(all[here + 1])
    }
  }
  const stopEditing = () => { review.write(null); setEditing(null) }
  const noteCurrent = (target: EventTarget) => {
    if (target instanceof Element) setCurrent(target.closest('[data-row]')?.getAttribute('data-row') ?? target.closest('[data-item]')?.getAttribute('data-item') ?? null)
  }

  const toggle = (sections: readonly string[]) => setUnfolded((before) => {
    const open = sections.some((section) => before.has(section))
    return new Set(open ? [...before].filter((section) => !sections.includes(section)) : [...before, ...sections])
  })

  const reason = going.length === 0 ? t('sharing.reason.tick') : reached ? null : t('sharing.reason.last')
  return (
    <Screen
      spread
      foot={
        <SheetFoot
          end={<>
            <Select label={t('sharing.language')} value={state.language} options={Language.options.map((value) => ({ value, label: languageNames[value] }))} onChange={(language) => void review.setLanguage(language)} />
            {reason !== null && <p id="review-reason" className={css.reason}>{reason}</p>}
            <Button look="primary" off={reason !== null} aria-describedby={reason === null ? undefined : 'review-reason'} onClick={onGoOn}>{t('act.go-on')}</Button>
          </>}
        >
          <div>
            <p className={css.seen} role="status">{t('sharing.seen', { seen: shown.filter((block) => seen.has(block.id)).length, count: shown.length })}</p>
            <p className={css.counts}>{t('sharing.counts', { go: going.length, stay: shown.length - shown.filter((block) => state.ticks.has(block.id)).length, private: all.length - shown.length })}</p>
          </div>
        </SheetFoot>
      }
    >
      <div
        ref={list} onKeyDown={onKeyDown} onKeyUp={(event) => { if (event.key === ' ' && event.target instanceof HTMLInputElement) event.preventDefault() }}
        onFocus={(event) => { if (event.target.matches(':focus-visible')) noteCurrent(event.target) }} onClick={(event) => noteCurrent(event.target)}
      >
        <div className={css.head}>
          <div className={css.headCell}>
            <SheetHead
              title={t('sharing.review.title')} back={{ label: from ?? t('sharing.what'), go: onBack }} {...(from === undefined && { backAside: t('sharing.step', { n: 2 }) })}
              aside={t('sharing.review.for', { who: who(state), count: all.length })}
            />
            <p className={css.hint}>{whole ? t('sharing.review.whole.about') : t('sharing.review.hint')}</p>
          </div>
          {!whole && <p className={css.columnHead} aria-hidden>{t('sharing.review.who')}</p>}
        </div>
        {whole && (
          <div className={css.wholeRow} data-row="whole">
            <div className={css.sheetCell}><Checkbox checked={going.length > 0} label={t('sharing.review.whole')} onChange={(on) => review.tickAll(on)} /></div>
          </div>
        )}
        {partsOf(state).map((part) => (
          <section key={part.sections[0]} aria-labelledby={part.heading === null ? undefined : `section-${part.sections[0]}`}>
            {part.heading !== null && <div className={css.sectionHead}><h2 id={`section-${part.sections[0]}`} lang={state.language}>{part.heading}</h2></div>}
            <ul>
              {part.rows.map((row) => row.kind === 'item' ? (
                <ReviewItem
                  key={row.block.id} block={row.block} state={state} review={review} whole={whole} current={stop === row.block.id}
                  onEdit={() => setEditing(row.block)}
                />
              ) : (
                <Folded
                  key={`fold-${row.blocks[0]?.id}`} id={`fold-${row.blocks[0]?.id}`} blocks={row.blocks} language={state.language} current={stop}
                  open={part.sections.some((section) => unfolded.has(section))} onToggle={() => toggle(part.sections)}
                  onOpen={(id) => { arriving.current = id; review.open(id) }}
                />
              ))}
            </ul>
          </section>
        ))}
        <div className={css.last} data-end="end" />
      </div>
      {editing !== null && (
        <EditCopy
          block={editing} copy={review.writing()?.copy ?? copyOf(state, editing)} language={state.language} onType={(copy) => review.write({ id: editing.id, copy })} onClose={stopEditing}
          onDone={(copy) => { review.setCopy(editing.id, copy); stopEditing() }}
        />
      )}
    </Screen>
  )
}

/** Private items that nobody asked for: how many there are, and no word of them. */
function Folded({ id, blocks, language, current, open, onToggle, onOpen }: {
  id: string
  blocks: readonly ExportBlock[]
  language: Language
  current: string | undefined
  open: boolean
  onToggle: () => void
  onOpen: (id: ItemId) => void
}) {
  const t = useMessages()
  return (
    <li className={css.foldedRow}>
      <div className={css.row} data-row={id}>
        <div className={css.sheetCell}>
          <button type="button" data-stop className={css.fold} aria-expanded={open} tabIndex={current === id ? undefined : -1} onClick={onToggle}>
            <EyeOff size={20} strokeWidth={1.75} aria-hidden />{t('sharing.review.private', { count: blocks.length })}
            <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
          </button>
        </div>
        <div className={css.labelCell}><p>{t('sharing.review.private.about', { count: blocks.length })}</p></div>
      </div>
      {open && (
        <ul>
          {blocks.map((block) => (
            <li key={block.id} className={css.row} data-item={block.id}>
              <div className={css.sheetCell}>
                <button type="button" data-stop className={css.closed} lang={language} tabIndex={current === block.id ? undefined : -1} aria-label={t('sharing.review.private.open', { label: block.label })} onClick={() => onOpen(block.id)}>
                  {block.label}<ChevronRight size={20} strokeWidth={1.75} aria-hidden />
                </button>
              </div>
              <div className={css.labelCell} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** What arrows stop at: ticks and folds, in the order of the page. */
function stops(list: HTMLElement | null): HTMLElement[] {
  return [...list?.querySelectorAll<HTMLElement>('input[type="checkbox"], [data-stop]') ?? []]
}

function partsOf(state: ReviewState): Part[] {
  const parts: Part[] = []
  for (const { id, heading, blocks } of state.draft.sections) {
    const [last, lastRow] = [parts.at(-1), parts.at(-1)?.rows[0]]
    if (!blocks.every((block) => isFolded(state, block))) parts.push({ sections: [id], heading: heading === '' ? null : heading, rows: rowsOf(state, blocks) })
    else if (last?.heading === null && lastRow?.kind === 'folded') {
      last.sections.push(id)
      lastRow.blocks.push(...blocks)
    } else parts.push({ sections: [id], heading: null, rows: [{ kind: 'folded', blocks: [...blocks] }] })
  }
  return parts
}

function rowsOf(state: ReviewState, blocks: readonly ExportBlock[]): Row[] {
  const rows: Row[] = []
  for (const block of blocks) {
    const last = rows.at(-1)
    if (!isFolded(state, block)) rows.push({ kind: 'item', block })
    else if (last?.kind === 'folded') last.blocks.push(block)
    else rows.push({ kind: 'folded', blocks: [block] })
  }
  return rows
}
