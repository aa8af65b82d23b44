/** The few lines that say when and how a session is. */
import { formatDay, formatDayOfMonth, formatShortDay, formatTime, formatWeekday, dayOfMoment } from '../../shared/format-date.ts'
import type { Day, LocalDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import { texts } from '../../shared/texts/texts.ts'
import type { SessionDetails, SessionItem } from './session-plan.ts'

/** "Tuesday 24 November, 10:00"; with its year where that is not this year's. */
export function whenLine(language: Language, startsAt: LocalDateTime, today: Day): string {
  const day = dayOfMoment(startsAt)
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return `${formatWeekday(language, day)}${year}, ${formatTime(language, startsAt)}`
}

/** "Tuesday 24 November, 10:00 · 60 minutes · face to face" */
export function detailsLine(language: Language, details: SessionDetails, today: Day): string {
  const { minutes, modes } = texts[language].document
  return [whenLine(language, details.startsAt, today), formatMessage(language, minutes, { minutes: details.minutes }), modes[details.mode]].join(' · ')
}

/** The days it was moved from, oldest first. */
export function movedFrom(language: Language, session: SessionItem): string {
  return session.body.moves.map((move) => formatShortDay(language, dayOfMoment(move.from))).join(', ')
}

/** The day without its year where that is this year's. */
export function dayNear(language: Language, day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatDayOfMonth(language, day) : formatDay(language, day)
}
