import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { OneParty, Verdict } from '../../../shared/agreement.ts'
import type { Version } from '../../../shared/agreement.ts'
import { dayOfMoment, formatDay } from '../../../shared/format-date.ts'
import { ItemId } from '../../../shared/ids.ts'
import type { ItemOf } from '../../../shared/item.ts'
import { verdictOn, withVerdict } from '../../../shared/rules/agreement-review.ts'
import type { VerdictRow } from '../../../shared/rules/agreement-review.ts'
import { call } from '../../api.ts'
import { saveNow } from '../../editor/drafts.ts'
import { SaveIndicator } from '../../editor/SaveIndicator.tsx'
import { useCall } from '../../frame/data.ts'
import { Screen } from '../../frame/Screen.tsx'
import { useAutosave } from '../../frame/use-autosave.ts'
import { useItemActs } from '../../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../../messages/messages.tsx'
import { Button } from '../../ui/Button.tsx'
import { DayField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Empty, SheetFoot, SheetHead } from '../../ui/Sheet.tsx'
import type { ReviewItem } from '../use-review.ts'
import { useNames } from '../use-boundaries.ts'
import { Outcome } from './Outcome.tsx'
import css from './Review.module.css'

/** A look back at a version, clause by clause, by both (S0.16); nothing of it is counted. */
export function ReviewScreen() {
  const { id } = useParams({ from: '/agreement/review/$id' })
  const itemId = ItemId.safeParse(id)
  return itemId.success ? <Open key={id} id={itemId.data} /> : <Gone />
}

function useBack() {
  const t = useMessages()
  const navigate = useNavigate()
  return { label: t('agreement.title'), go: () => void navigate({ to: '/agreement' }) }
}

function Gone() {
  const t = useMessages()
  return <Screen wide><SheetHead title={t('agreement.title')} back={useBack()} /><Empty>{t('look-back.missing')}</Empty></Screen>
}

function Open({ id }: { id: ItemId }) {
  const { data, isError } = useCall('item.get', id)
  if (isError || (data !== undefined && (data.kind !== 'agreement-review' || data.deletedAt !== null))) return <Gone />
  return data?.kind !== 'agreement-review' ? <Screen wide>{null}</Screen> : <OfVersion key={data.body.version} review={data} />
}

function OfVersion({ review }: { review: ReviewItem }) {
  const { data, isError } = useCall('item.get', review.body.version)
  if (isError || (data !== undefined && data.kind !== 'version')) return <Gone />
  return data === undefined ? <Screen wide>{null}</Screen> : <Review review={review} version={data} />
}

function Review({ review, version }: { review: ReviewItem; version: ItemOf<'version'> }) {
  const t = useMessages()
  const language = useLanguage()
  const { change: act } = useItemActs()
  const { body, change, settle } = useAutosave<'agreement-review'>(review, { spaceId: review.spaceId, parentId: review.parentId, kind: 'agreement-review', body: review.body })
  const { number, clauses } = version.body
  const done = review.body.status === 'done'
  const finished = useRef(false)
  // What comes of it stands at the head of the sheet: there one looks next.
  useEffect(() => {
    if (!done || !finished.current) return
    window.scrollTo(0, 0)
    document.getElementById('look-back-outcome')?.focus({ preventScroll: true })
  }, [done])
  const finish = async () => {
    finished.current = true
    await saveNow().catch(() => undefined)
    const now = await call('item.get', review.id)
    if (now.kind === 'agreement-review') await act<'agreement-review'>(now, { status: 'done', doneAt: new Date().toISOString() }, t('look-back.did.finished'))
  }
  const move = (on: string | null) => {
    if (on !== null && on !== review.body.on) void act<'agreement-review'>(review, { on }, t('look-back.did.moved', { date: formatDay(language, on) }))
  }
  return (
    <Screen
      wide
      foot={!done && clauses.length > 0 ? <SheetFoot end={<Button look="primary" onClick={() => void finish()}>{t('look-back.finish')}</Button>} /> : undefined}
    >
      <SheetHead title={t('look-back.title', { n: number })} back={useBack()} backAside={<SaveIndicator before={review.updatedAt} />} />
      <div className={css.column}>
        <p className={css.about}>{t('look-back.about')}</p>
        {done
          ? <p className={css.about}>{t('look-back.done-on', { date: formatDay(language, dayOfMoment(review.body.doneAt ?? review.updatedAt)) })}</p>
          : <div className={css.day}><DayField label={t('look-back.on')} value={review.body.on} onChange={move} /></div>}
        {done && <Outcome review={review} version={version} />}
        {clauses.length === 0 && <Empty>{t('look-back.empty')}</Empty>}
        <ol className={css.clauses}>
          {clauses.map((clause, index) => (
            <ClauseVerdicts
              key={clause.id} number={index + 1} clause={clause} version={version.body} row={verdictOn(body.verdicts, clause.id)} onLeave={settle}
              onChange={(part) => change({ verdicts: withVerdict(body.verdicts, clause.id, part) })}
            />
          ))}
        </ol>
      </div>
    </Screen>
  )
}

function ClauseVerdicts({ number, clause, version, row, onChange, onLeave }: {
  number: number
  clause: Version['clauses'][number]
  version: Version
  row: VerdictRow
  onChange: (part: Parameters<typeof withVerdict>[2]) => void
  onLeave: () => void
}) {
  const t = useMessages()
  const nameOf = useNames()
  const text = clause.texts[version.language] ?? Object.values(clause.texts)[0] ?? ''
  return (
    <li className={css.clause} data-item={clause.id}>
      <p className={css.words} lang={version.language}><span className={css.number}>{number}</span><span dir="auto">{text}</span></p>
      <div className={css.both}>
        {OneParty.options.map((who) => (
          <div key={who} role="group" aria-label={t('look-back.verdict', { name: nameOf(who), number })}>
            <p className={css.who} aria-hidden>{nameOf(who)}</p>
            <div className={css.verdicts}>
              {Verdict.options.map((verdict) => (
                <button key={verdict} type="button" className={css.verdict} aria-pressed={row[who] === verdict} onClick={() => onChange({ [who]: row[who] === verdict ? null : verdict })}>
                  {t(`look-back.${verdict}`)}
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
      <TextField
        label={t('look-back.word', { number })} labelLook="hidden" placeholder={t('look-back.word.hint')} dir="auto" value={row.word} maxLength={2000}
        onChange={(event) => onChange({ word: event.target.value })} onBlur={onLeave}
      />
    </li>
  )
}
