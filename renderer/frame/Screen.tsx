import { ChevronRight, EyeOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { SaveTrouble } from '../editor/SaveTrouble.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { useUndo } from '../ui/undo.tsx'
import css from './Frame.module.css'

/**
 * A sheet and, where it has one, its margin. On a narrow window the margin
 * becomes a drawer under the sheet, opened by its first line.
 */
export function Screen({ children, margin, marginLine, marginNote, plainDrawer = false, foot, wide = false, spread = false }: {
  children: ReactNode
  margin?: ReactNode
  /** The drawer's first line; "Only you may see this" unless given. */
  marginLine?: string
  /** Beside it: "Linked 1 · History". */
  marginNote?: string
  /** The margin is not about who may see the item. */
  plainDrawer?: boolean
  foot?: ReactNode
  /** No margin: the sheet takes its width. */
  wide?: boolean
  /** Sheet and margin share rows: the children lay out both columns (`--spread`), on paper and on desk. */
  spread?: boolean
}) {
  const t = useMessages()
  const [open, setOpen] = useState(false)
  useEffect(() => { window.scrollTo(0, 0) }, [])
  const stick = useRef<HTMLDivElement>(null)
  useEffect(() => keepClear(stick.current), [])
  return (
    <div className={spread ? `${css.screen} ${css.screenSpread}` : wide || margin === undefined ? `${css.screen} ${css.screenWide}` : css.screen}>
      <main id="sheet" className={spread ? `${css.sheet} ${css.sheetSpread}` : css.sheet} aria-label={t('region.sheet')} data-region tabIndex={-1}>
        <SaveTrouble />
        <div className={css.content}>{children}</div>
        <div ref={stick} className={css.stick}><StatusLine />{foot}</div>
      </main>
      {margin !== undefined && (
        <aside className={css.margin} aria-label={t('region.margin')} data-region tabIndex={-1}>
          <button type="button" className={css.drawer} aria-expanded={open} onClick={() => setOpen(!open)}>
            <span className={plainDrawer ? `${css.drawerLine} ${css.drawerPlain}` : css.drawerLine}>
              {!plainDrawer && <EyeOff size={20} strokeWidth={1.75} aria-hidden />}{marginLine ?? t('privacy.only-you-may-see')}
            </span>
            {marginNote !== undefined && <span>{marginNote}</span>}
            <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
          </button>
          <div className={open ? css.marginBody : `${css.marginBody} ${css.folded}`}>{margin}</div>
        </aside>
      )}
    </div>
  )
}

/** Nothing that has the focus lies under the bar at the sheet's foot, also when that grows. */
function keepClear(bar: HTMLElement | null): (() => void) | undefined {
  if (bar === null) return undefined
  const root = document.documentElement.style
  const observer = new ResizeObserver(() => {
    root.setProperty('--foot-height', `${bar.offsetHeight}px`)
    const focused = document.activeElement
    if (focused !== null && !focused.matches('[contenteditable="true"]') && !bar.contains(focused) && bar.parentElement?.contains(focused)) focused.scrollIntoView({ block: 'nearest' })
  })
  observer.observe(bar)
  return () => { observer.disconnect(); root.removeProperty('--foot-height') }
}

/** What was done last, and its undo; stays until the next act. */
function StatusLine() {
  const t = useMessages()
  const { last, undoLast, heard } = useUndo()
  const [before] = useState(() => heard.current)
  useEffect(() => {
    // A line that was there for a moment only, as while a screen is read, was not spoken yet.
    const timer = setTimeout(() => { heard.current = last }, 150)
    return () => clearTimeout(timer)
  }, [heard, last])
  return (
    <div role={last?.failed ? 'alert' : 'status'} aria-live={last !== null && last === before ? 'off' : undefined} className={last === null ? 'visually-hidden' : last.failed ? `${css.status} ${css.statusFailed}` : css.status}>
      {last !== null && (
        <>
          <span>{last.said}</span>
          {last.undo !== null && <Button pull="start" onClick={() => void undoLast()}>{t('act.undo')}</Button>}
        </>
      )}
    </div>
  )
}
