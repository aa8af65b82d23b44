import { useLayoutEffect, useRef } from 'react'
import type { Language } from '../../shared/language.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { useOneStop } from '../ui/use-one-stop.ts'
import css from './Agreement.module.css'
import type { Offer } from './samples.ts'

/** Sample clauses, each with one button. One tab stop, as every list. */
export function SampleList<O extends Offer>({ offers, language, label, onUse }: { offers: readonly O[]; language: Language; label: string; onUse: (offer: O) => void }) {
  const t = useMessages()
  const { stop, list } = useOneStop(offers.map(({ id }) => id))
  const rows = useRef<HTMLUListElement>(null)
  /** The row that was used goes; the one in its place takes the focus. */
  const returning = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (returning.current === null || document.activeElement !== document.body) return
    const buttons = rows.current?.querySelectorAll('button') ?? []
    buttons[Math.min(returning.current, buttons.length - 1)]?.focus()
    returning.current = null
  })
  if (offers.length === 0) return <p className={css.hint}>{t('clause.samples.none')}</p>
  return (
    <ul className={css.samples} ref={rows} aria-label={label} {...list}>
      {offers.map((offer, index) => (
        <li key={offer.id} data-item={offer.id}>
          <span lang={language}>{offer.text}</span>
          <Button pull="end" tabIndex={stop(offer.id) ? 0 : -1} aria-label={t('clause.sample.use.named', { text: offer.text })} onClick={() => { returning.current = index; onUse(offer) }}>{t('clause.sample.use')}</Button>
        </li>
      ))}
    </ul>
  )
}
