import type { KeyboardEvent, ReactNode } from 'react'
import css from './Tabs.module.css'

/** Modes of one screen: one Tab stop, arrows inside. The panel is the caller's, with {@link tabPanel}. */
export function Tabs<V extends string>({ label, id, value, tabs, onChange, end }: {
  label: string
  /** Ties the tabs to their panel. */
  id: string
  value: V
  tabs: ReadonlyArray<{ value: V; label: string }>
  onChange: (value: V) => void
  /** A view switch at the tabs' right end. */
  end?: ReactNode
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = tabs[(tabs.findIndex((tab) => tab.value === value) + step + tabs.length) % tabs.length]
    if (next === undefined) return
    onChange(next.value)
    focusTab(id, next.value)
  }
  return (
    <div className={css.tabs}>
      <div role="tablist" aria-label={label} className={css.list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.value} type="button" role="tab" id={`${id}-${tab.value}`} aria-selected={tab.value === value} aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1} className={css.tab} onClick={() => onChange(tab.value)}
          >{tab.label}</button>
        ))}
      </div>
      {end !== undefined && <div className={css.end}>{end}</div>}
    </div>
  )
}

/** A button led to this mode: the keyboard goes on at its head, not at whatever took the button's place. */
export function focusTab(id: string, value: string): void {
  document.getElementById(`${id}-${value}`)?.focus()
}

/** Attributes of the panel that belongs to {@link Tabs} with the same id. */
export function tabPanel(id: string, value: string) {
  return { role: 'tabpanel', id: `${id}-panel`, 'aria-labelledby': `${id}-${value}` } as const
}
