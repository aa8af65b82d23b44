import { dayAt } from '../../shared/dates.ts'
import { formatShortDay } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import { usePartyLabel } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { Commitments } from '../plan/use-commitments.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Tick } from '../ui/Tick.tsx'
import css from './Session.module.css'

/** What both had open, before anything else: the first thing one talks about. */
export function OpenCommitments({ items, commitments, tick }: { items: readonly ItemOf<'commitment'>[]; commitments: Commitments; tick: boolean }) {
  const t = useMessages()
  const language = useLanguage()
  const label = usePartyLabel()
  const today = dayAt(new Date())
  return (
    <li className={css.opening} aria-label={t('agenda.open', { count: items.length })}>
      <span className={css.number} aria-hidden>1</span>
      <div className={css.openingWords}>
        <ul>
          {items.map((item) => {
            const { who, text, due, status } = item.body
            return (
              <li key={item.id} className={tick ? `${css.openingRow} ${css.openingTicked}` : css.openingRow} data-item={item.id}>
                {tick && (
                  <span className={css.tick}>
                    <Tick checked={status === 'done'} disabled={status === 'dropped'} label={t('commitment.tick', { text })} onTick={(done) => commitments.tick(item, done)} />
                  </span>
                )}
                <span className={css.openingWho}>{label(who)}</span>
                <span className={status === 'dropped' ? `${css.openingText} ${css.settled}` : css.openingText}>{text}</span>
                <span className={css.openingDue}>{due === null ? '' : t(due < today && status === 'open' ? 'commitment.was-due' : 'commitment.by', { date: formatShortDay(language, due) })}</span>
                <span className={css.lineMenu}><RowMenu label={t('commitment.menu', { text })} acts={commitments.acts(item)} /></span>
              </li>
            )
          })}
        </ul>
        <p className={css.reason}>{t('agenda.open', { count: items.length })}</p>
      </div>
    </li>
  )
}
