import { ChevronDown } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import css from './Select.module.css'

/**
 * One of a list that is opened to choose. `boxed` stands under its label in a form.
 * A choice that is an act (a promise) shows at once; of the steps that the arrows
 * take meanwhile, the last one is acted on next.
 */
export function Select<V extends string>({ label, value, options, onChange, boxed = false, labelHidden = !boxed }: {
  label: string
  value: V
  options: ReadonlyArray<{ value: V; label: string }>
  onChange: (value: V) => unknown
  boxed?: boolean
  labelHidden?: boolean
}): ReactNode {
  const id = useId()
  const [wanted, setWanted] = useState<V | null>(null)
  const latest = useRef({ onChange, queued: null as V | null, busy: false })
  useLayoutEffect(() => { latest.current.onChange = onChange })
  const choose = (next: V) => {
    const now = latest.current
    if (now.busy) {
      now.queued = next
      setWanted(next)
      return
    }
    const act = now.onChange(next)
    if (!(act instanceof Promise)) return
    now.busy = true
    setWanted(next)
    void act.finally(() => {
      const then = now.queued
      now.busy = false
      now.queued = null
      setWanted(null)
      if (then !== null && then !== next) choose(then)
    })
  }
  return (
    <div className={boxed ? `${css.select} ${css.stacked}` : css.select}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : css.label}>{label}</label>
      <span className={css.holder}>
        {/* The value comes from the options, which are all V. */}
        <select id={id} value={wanted ?? value} className={boxed ? `${css.control} ${css.boxed}` : css.control} onChange={(event) => choose(event.target.value as V)}>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
      </span>
    </div>
  )
}
