import { useMessages } from '../messages/messages.tsx'
import { readMinutes } from './agenda.ts'
import css from './MinutesField.module.css'

/** How many minutes a row is given, typed in place; `className` says where in its row it stands. */
export function MinutesField({ label, minutes, className = '', onChange, onBlur }: {
  label: string
  minutes: number | null
  className?: string | undefined
  onChange: (minutes: number | null) => void
  onBlur: () => void
}) {
  const t = useMessages()
  return (
    <label className={`${css.minutes} ${className}`}>
      <span className="visually-hidden">{label}</span>
      <input
        className={css.input} inputMode="numeric" value={minutes ?? ''} placeholder="–" autoComplete="off" maxLength={4} data-part="minutes"
        onChange={(event) => onChange(readMinutes(event.target.value))} onBlur={onBlur}
      />
      <span aria-hidden>{t('agenda.min')}</span>
    </label>
  )
}
