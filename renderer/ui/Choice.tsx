import { useId } from 'react'
import type { ReactNode, Ref } from 'react'
import css from './Choice.module.css'

/** A box to tick. `labelHidden` where the row beside it already says what it is. */
export function Checkbox({ checked, onChange, label, labelHidden = false, disabled = false, describedBy, tabStop = true, ref }: {
  checked: boolean
  onChange: (checked: boolean) => void
  label: ReactNode
  labelHidden?: boolean
  disabled?: boolean
  describedBy?: string | undefined
  /** False where arrows reach it inside a list. */
  tabStop?: boolean
  ref?: Ref<HTMLInputElement>
}) {
  return (
    <label className={labelHidden ? `${css.choice} ${css.bare}` : css.choice}>
      <input
        type="checkbox" className={css.input} checked={checked} disabled={disabled} aria-describedby={describedBy}
        ref={ref} tabIndex={tabStop ? undefined : -1}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={labelHidden ? 'visually-hidden' : undefined}>{label}</span>
    </label>
  )
}

export type Option<V extends string> = { value: V; label: ReactNode; hint?: ReactNode }

/** One of a few, all of them in view. */
export function RadioGroup<V extends string>({ legend, legendHidden = false, value, options, onChange, row = false }: {
  legend: string
  legendHidden?: boolean
  value: V | null
  options: readonly Option<V>[]
  onChange: (value: V) => void
  row?: boolean
}) {
  const name = useId()
  return (
    <fieldset>
      <legend className={legendHidden ? 'visually-hidden' : css.legend}>{legend}</legend>
      <div className={row ? `${css.group} ${css.row}` : css.group}>
        {options.map((option) => (
          <label key={option.value} className={css.choice}>
            <input
              type="radio" className={`${css.input} ${css.radio}`} name={name} value={option.value} checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}{option.hint !== undefined && <span className={css.hint}>{option.hint}</span>}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
