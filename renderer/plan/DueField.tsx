import type { Day } from '../../shared/dates.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DateField.tsx'
import { dueChoices } from './due.ts'
import css from './Plan.module.css'

/** A due day, with the days one usually means a click away; a past one may stand. */
export function DueField({ value, onChange, from, today, nextSession, label }: {
  value: Day | null
  onChange: (due: Day | null) => void
  /** What the choices are counted from. */
  from: Day
  today: Day
  nextSession: Day | null
  label?: string
}) {
  const t = useMessages()
  return (
    <div>
      <DayField label={label ?? t('commitment.due')} value={value} onChange={onChange} hint={value !== null && value < today ? t('due.past') : undefined} />
      <div className={css.chips}>
        {dueChoices(from, nextSession).map(({ key, day }) => <Button key={key} pull="start" aria-pressed={day === value} onClick={() => onChange(day)}>{t(key)}</Button>)}
        {value !== null && <Button pull="start" onClick={() => onChange(null)}>{t('due.none')}</Button>}
      </div>
    </div>
  )
}
