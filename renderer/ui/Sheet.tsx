import { ChevronLeft, ChevronRight, EyeOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import css from './Sheet.module.css'

/** The head of a sheet: one h1 per screen, which takes the focus when the place changes. */
export function SheetHead({ title, written = false, aside, back, backAside, keepFocus = false, dateline = false }: {
  title: string
  /** A title that a person wrote is set in their type. */
  written?: boolean
  aside?: ReactNode
  back?: { label: string; go: () => void }
  /** Right of the back link; where there is none, use `aside`. */
  backAside?: ReactNode
  /** The screen puts the caret elsewhere itself. */
  keepFocus?: boolean
  /** Set small, because the words below lead. */
  dateline?: boolean
}) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => { if (!keepFocus) ref.current?.focus({ preventScroll: true }) }, [keepFocus])
  return (
    <header>
      {back !== undefined && (
        <div className={css.back}>
          <button type="button" className={css.backButton} onClick={back.go}><ChevronLeft size={18} strokeWidth={1.75} aria-hidden />{back.label}</button>
          {backAside !== undefined && <div className={css.aside}>{backAside}</div>}
        </div>
      )}
      <div className={css.head}>
        <h1 ref={ref} tabIndex={-1} data-field-first={keepFocus || undefined} className={dateline ? css.dateline : written ? `${css.title} ${css.written}` : css.title}>{title}</h1>
        {aside !== undefined && <div className={css.aside}>{aside}</div>}
      </div>
    </header>
  )
}

/** The head of a group of rows. */
export function GroupHead({ children, aside, id }: { children: ReactNode; aside?: ReactNode; id?: string }) {
  return (
    <div className={css.sectionRow}>
      <h2 className={css.section} id={id}>{children}</h2>
      {aside !== undefined && <span className={css.aside}>{aside}</span>}
    </div>
  )
}

/** What an empty place says: two sentences and one button. */
export function Empty({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return <div className={css.empty}><p>{children}</p>{act}</div>
}

/** The bar at the foot of a sheet: toolbar, or the screen's main acts. */
export function SheetFoot({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return <footer className={css.foot}>{children}{end !== undefined && <div className={css.footEnd}>{end}</div>}</footer>
}

const remembered = new Map<string, boolean>()

/** A section of the margin; closed ones remember themselves while unlocked. */
export function MarginSection({ id, title, count, open = false, children }: {
  id: string
  title: string
  count?: ReactNode
  open?: boolean
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(remembered.get(id) ?? open)
  return (
    <details className={css.marginSection} open={isOpen} onToggle={(event) => { setOpen(event.currentTarget.open); remembered.set(id, event.currentTarget.open) }}>
      <summary className={css.marginHead}>
        {title}{count !== undefined && <span className={css.count}>{count}</span>}<ChevronRight size={20} strokeWidth={1.75} aria-hidden />
      </summary>
      {isOpen && children}
    </details>
  )
}

/** The private sheet: violet rule, eye-off, and one line that says who never sees it. */
export function OnlyYou({ title, caption, children }: { title: string; caption: string; children: ReactNode }) {
  return (
    <section className={css.onlyYou} aria-label={title}>
      <div>
        <h2 className={css.onlyYouHead}><EyeOff size={20} strokeWidth={1.75} aria-hidden />{title}</h2>
        <p className={css.caption}>{caption}</p>
      </div>
      {children}
    </section>
  )
}

/** Rows divided by hairlines. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return <ul className={css.rows} aria-label={label}>{children}</ul>
}
