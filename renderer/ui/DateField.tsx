import { parseDate, parseTime } from '@internationalized/date'
import type { CalendarDate, Time } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateInput, DatePicker, DateSegment,
  Dialog, Group, Heading, Label, Popover, TimeField as AriaTimeField,
} from 'react-aria-components'
import type { Day } from '../../shared/dates.ts'
import { useDialogLayer } from './dialog-layer.ts'
import css from './DateField.module.css'

const cls = (name: keyof typeof css) => css[name] ?? ''

/** A calendar day in the reader's own order; digits and arrows, or the calendar behind the button. */
export function DayField({ label, value, onChange, hint }: { label: string; value: Day | null; onChange: (value: Day | null) => void; hint?: string | undefined }) {
  const layer = useDialogLayer()
  return (
    <DatePicker<CalendarDate> className={cls('field')} value={value === null ? null : parseDate(value)} onChange={(date) => onChange(date === null ? null : date.toString())} shouldForceLeadingZeros>
      <Label className={cls('label')}>{label}</Label>
      <Group className={cls('group')}>
        <DateInput className={cls('input')}>{(segment) => <DateSegment segment={segment} className={cls('segment')} />}</DateInput>
        <Button className={cls('open')}><CalendarDays size={20} strokeWidth={1.75} aria-hidden /></Button>
      </Group>
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      <Popover {...layer} className={cls('popover')}>
        <Dialog className={cls('dialog')}>
          <Calendar>
            <header className={css.calendarHead}>
              <Button slot="previous" className={cls('open')}><ChevronLeft size={20} strokeWidth={1.75} aria-hidden /></Button>
              <Heading />
              <Button slot="next" className={cls('open')}><ChevronRight size={20} strokeWidth={1.75} aria-hidden /></Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>{(day) => <CalendarHeaderCell className={cls('dayName')}>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className={cls('cell')} />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

/** A time of day, `HH:MM`, always in 24 hours. */
export function TimeField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <AriaTimeField<Time> className={cls('field')} value={parseTime(value)} hourCycle={24} shouldForceLeadingZeros onChange={(time) => { if (time !== null) onChange(time.toString().slice(0, 5)) }}>
      <Label className={cls('label')}>{label}</Label>
      <DateInput className={`${css.group} ${css.time}`}>{(segment) => <DateSegment segment={segment} className={cls('segment')} />}</DateInput>
    </AriaTimeField>
  )
}
