import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, dayAt } from '../../../shared/dates.ts'
import { formatDay } from '../../../shared/format-date.ts'
import type { ItemId } from '../../../shared/ids.ts'
import type { ItemOf } from '../../../shared/item.ts'
import { outcomeOf } from '../../../shared/rules/agreement-review.ts'
import { partyNames } from '../../../shared/space.ts'
import { useAgreement } from '../../agreement/use-agreement.ts'
import { call } from '../../api.ts'
import { forgetDraft, saveNow } from '../../editor/drafts.ts'
import { useItemActs } from '../../frame/use-item-acts.ts'
import { useSpace } from '../../frame/space.tsx'
import { useLanguage, useMessages } from '../../messages/messages.tsx'
import { Button } from '../../ui/Button.tsx'
import { DayField } from '../../ui/DateField.tsx'
import { GroupHead } from '../../ui/Sheet.tsx'
import { useUndo } from '../../ui/undo.tsx'
import { useReview } from '../use-review.ts'
import type { ReviewItem } from '../use-review.ts'
import css from './Review.module.css'

/** A quarter after the first look; any other day is as good. */
const nextAfterDays = 90

/** What the verdicts lead to: clauses to reword, clauses to leave out, and when to look again. */
export function Outcome({ review, version }: { review: ReviewItem; version: ItemOf<'version'> }) {
  const t = useMessages()
  const navigate = useNavigate()
  const agreement = useAgreement(partyNames(useSpace()))
  const { attempt } = useItemActs()
  const { did } = useUndo()
  if (agreement === undefined || agreement === null) return null
  const { change, drop } = outcomeOf(review.body.verdicts, version.body.clauses.map(({ id }) => id))
  const nowOf = (id: ItemId) => agreement.all.find(({ item }) => item.id === id)
  const settledOf = (id: ItemId) => {
    const texts = version.body.clauses.find((clause) => clause.id === id)?.texts ?? {}
    return texts[version.body.language] ?? Object.values(texts)[0] ?? ''
  }
  const remove = async (ids: readonly ItemId[]) => {
    const gone = await attempt(async () => {
      await saveNow()
      for (const id of ids) {
        await call('item.delete', id)
        forgetDraft(id)
      }
      return true
    })
    if (gone !== null) did(t('look-back.did.removed', { count: ids.length }), () => attempt(async () => { for (const id of ids) await call('item.restore', id) }))
  }
  const left = drop.filter((id) => nowOf(id) !== undefined)
  const row = (id: ItemId) => {
    const now = nowOf(id)
    return (
      <li key={id} className={css.outcomeRow}>
        <p className={css.outcomeWords} dir="auto">{settledOf(id)}</p>
        {now === undefined
          ? <span className={css.hint}>{t('look-back.gone')}</span>
          : <Button pull="start" onClick={() => void navigate({ to: '/agreement', search: { tab: 'clauses' }, hash: id })}>{t('look-back.open-clause', { number: now.number })}</Button>}
      </li>
    )
  }
  return (
    <section className={css.outcome} aria-label={t('look-back.outcome')}>
      <h2 className={css.outcomeHead} id="look-back-outcome" tabIndex={-1}>{t('look-back.outcome')}</h2>
      {change.length === 0 && drop.length === 0 && <p>{t('look-back.outcome.none')}</p>}
      {change.length > 0 && <section><GroupHead>{t('look-back.outcome.change')}</GroupHead><ul>{change.map(row)}</ul></section>}
      {drop.length > 0 && (
        <section>
          <GroupHead>{t('look-back.outcome.drop')}</GroupHead>
          <ul>{drop.map(row)}</ul>
          {left.length > 0 && <div className={css.acts}><Button look="outline" onClick={() => void remove(left)}>{t('look-back.remove-all', { count: left.length })}</Button></div>}
        </section>
      )}
      {change.length + drop.length > 0 && (
        <div className={css.acts}><Button look="primary" onClick={() => void navigate({ to: '/agreement', search: { tab: 'clauses' } })}>{t('look-back.to-agreement')}</Button></div>
      )}
      <Next review={review} />
    </section>
  )
}

function Next({ review }: { review: ReviewItem }) {
  const t = useMessages()
  const language = useLanguage()
  const { attempt } = useItemActs()
  const { did } = useUndo()
  const agreementId = review.parentId ?? review.id
  const planned = useReview(agreementId)
  const [on, setOn] = useState<string | null>(() => addDays(dayAt(new Date()), nextAfterDays))
  const plan = async (day: string) => {
    const made = await attempt(() => call('agreement.review', { agreementId, versionId: review.body.version, on: day }))
    if (made !== null) did(t('look-back.did.planned', { date: formatDay(language, day) }), () => attempt(() => call('item.delete', made.id)))
  }
  if (planned === undefined) return null
  if (planned !== null && planned.id !== review.id) return <p className={css.about}>{t('look-back.next.planned', { date: formatDay(language, planned.body.on) })}</p>
  return (
    <div className={css.next}>
      <DayField label={t('look-back.next')} value={on} onChange={setOn} />
      <Button look="outline" off={on === null} onClick={() => { if (on !== null) void plan(on) }}>{t('look-back.next.plan')}</Button>
    </div>
  )
}
