import { dayAt } from '../../shared/dates.ts'
import type { Day } from '../../shared/dates.ts'
import { dayOfMoment, formatShortDay } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { usePartyLabel } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { Translate } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { dayNear } from '../sessions/words.ts'
import { RowMenu } from '../ui/Menu.tsx'
import { Tick } from '../ui/Tick.tsx'
import css from './Plan.module.css'
import type { Commitments } from './use-commitments.tsx'


function aboutOf({ body }: ItemOf<'commitment'>, today: Day, language: Language, t: Translate): string[] {
  const { status, settledAt, due, sort, earlierDates } = body
  const settled = settledAt === null ? null : dayNear(language, dayOfMoment(settledAt), today)
  return [
    sort === null ? '' : t(`commitment.sort.${sort}`),
    status === 'open' || settled === null
      ? (due === null ? t('commitment.no-date') : t(due < today ? 'commitment.was-due' : 'commitment.by', { date: dayNear(language, due, today) }))
      : t(status === 'done' ? 'commitment.done-on' : 'commitment.dropped-on', { date: settled }),
    earlierDates.length === 0 ? '' : t('commitment.earlier', { dates: earlierDates.map((day) => formatShortDay(language, day)).join(', ') }),
  ].filter((part) => part !== '')
}

/** One commitment: whose, what, by when, where it came from, and what can be done with it. */
export function CommitmentRow({ item, commitments, named = false, tick = true, tabStop = true, session }: {
  item: ItemOf<'commitment'>
  commitments: Commitments
  named?: boolean
  tick?: boolean
  /** False where arrows reach the row inside its list. */
  tabStop?: boolean
  /** The session it was made in. */
  session?: { number: number; go: () => void } | undefined
}) {
  const t = useMessages()
  const language = useLanguage()
  const label = usePartyLabel()
  const { text, status, who, word } = item.body
  const about = aboutOf(item, dayAt(new Date()), language, t)
  return (
    <li className={[css.row, named && (tick ? css.named : css.bare)].filter(Boolean).join(' ')} data-item={item.id}>
      {named && <span className={css.who}>{label(who)}</span>}
      {tick && (
        <span className={css.tick}>
          <Tick checked={status === 'done'} label={t('commitment.tick', { text })} disabled={status === 'dropped'} tabStop={tabStop} onTick={(done) => commitments.tick(item, done)} />
        </span>
      )}
      <div>
        <p className={status === 'dropped' ? `${css.text} ${css.dropped}` : status === 'done' ? `${css.text} ${css.done}` : css.text}>{text}</p>
        <p className={css.about}>
          {about.join(' · ')}
          {session !== undefined && <>{' · '}<Button look="link" tabIndex={tabStop ? 0 : -1} onClick={session.go}>{t('commitment.from', { n: session.number })}</Button></>}
        </p>
        {word !== '' && <p className={css.word}>{word}</p>}
      </div>
      <span className={css.menu}><RowMenu label={t('commitment.menu', { text })} acts={commitments.acts(item)} tabStop={tabStop} /></span>
    </li>
  )
}
