import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import css from './Select.module.css'

/** One of a list that is opened to choose. `boxed` stands under its label in a form. */
export function Select<V extends string>({ label, value, options, onChange, boxed = false, labelHidden = !boxed }: {
  label: string
  value: V
  options: ReadonlyArray<{ value: V; label: string }>
  onChange: (value: V) => void
  boxed?: boolean
  labelHidden?: boolean
}): ReactNode {
  const id = useId()
  return (
    <div className={boxed ? `${css.select} ${css.stacked}` : css.select}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : css.label}>{label}</label>
      <span className={css.holder}>
        {/* The value comes from the options, which are all V. */}
        <select id={id} value={value} className={boxed ? `${css.control} ${css.boxed}` : css.control} onChange={(event) => onChange(event.target.value as V)}>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
      </span>
    </div>
  )
}
