import { Check } from 'lucide-react'
import css from './Chips.module.css'

/** Some of a few, side by side. */
export function Chips<V extends string>({ legend, options, chosen, note, onChange }: {
  legend: string
  options: ReadonlyArray<{ value: V; label: string }>
  chosen: readonly V[]
  note?: string
  /** All that are chosen then, and the one that was pressed. */
  onChange: (chosen: V[], pressed: V) => void
}) {
  return (
    <fieldset>
      <legend className={css.legend}>{legend}</legend>
      <div className={css.chips}>
        {options.map(({ value, label }) => (
          <label key={value} className={css.chip}>
            <input
              type="checkbox" className={css.input} checked={chosen.includes(value)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value), value)}
            />
            <Check size={16} strokeWidth={2.5} aria-hidden />{label}
          </label>
        ))}
      </div>
      {note !== undefined && <p className={css.note}>{note}</p>}
    </fieldset>
  )
}
