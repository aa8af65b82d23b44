import { useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import type { Day } from '../../shared/dates.ts'
import { SessionMode } from '../../shared/item.ts'
import { formatMessage } from '../../shared/messages.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useKeptWords } from '../frame/use-kept-words.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField, TimeField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import type { SessionDetails } from './session-plan.ts'
import css from './Sessions.module.css'

const usualLengths = [30, 45, 60, 75, 90, 120]

/** When, how long, where and how: for a new session with everything filled in, or to change one. */
export function SessionDialog({ initial, number, onClose, onDone }: {
  initial: SessionDetails
  /** The session that is changed; null for a new one. */
  number: number | null
  onClose: () => void
  onDone: (details: SessionDetails) => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const [day, setDay] = useState<Day | null>(initial.startsAt.slice(0, 10))
  const [time, setTime] = useState(initial.startsAt.slice(11, 16))
  const [minutes, setMinutes] = useState(initial.minutes)
  const [mode, setMode] = useState(initial.mode)
  const [place, setPlace] = useKeptWords(`session:${number ?? ''}`, initial.place)
  const [missing, setMissing] = useState(false)
  const { document } = texts[language]
  const lengths = usualLengths.includes(initial.minutes) ? usualLengths : [...usualLengths, initial.minutes].toSorted((a, b) => a - b)
  const submit = () => {
    if (day === null) setMissing(true)
    else onDone({ startsAt: `${day}T${time}`, minutes, mode, place: place.trim() })
  }
  const past = day !== null && day < dayAt(new Date())
  return (
    <Dialog
      title={number === null ? t('session.plan.title') : t('session.change.title', { n: number })} onClose={onClose} onSubmit={submit}
      acts={<><Button onClick={onClose}>{t('act.cancel')}</Button><Button look="primary" type="submit">{t(number === null ? 'session.plan.act' : 'session.change.act')}</Button></>}
    >
      <div>
        <div className={css.when}>
          <DayField label={t('session.date')} value={day} onChange={setDay} />
          <TimeField label={t('session.time')} value={time} onChange={setTime} />
        </div>
        {missing && day === null ? <p role="alert" className={css.missing}>{t('session.date.missing')}</p> : past && <p className={css.hint}>{t('session.date.past')}</p>}
      </div>
      <div className={css.when}>
        <Select
          boxed label={t('session.length')} value={String(minutes)} onChange={(value) => setMinutes(Number(value))}
          options={lengths.map((length) => ({ value: String(length), label: formatMessage(language, document.minutes, { minutes: length }) }))}
        />
        <Select<SessionMode>
          boxed label={t('session.mode')} value={mode} onChange={setMode}
          options={SessionMode.options.map((value) => ({ value, label: capital(document.modes[value], language) }))}
        />
      </div>
      <TextField label={t('session.place')} value={place} maxLength={500} hint={t('session.place.hint')} onChange={(event) => setPlace(event.target.value)} />
    </Dialog>
  )
}

const capital = (words: string, language: string) => words.charAt(0).toLocaleUpperCase(language) + words.slice(1)
