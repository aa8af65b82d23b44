import { useEffect, useRef, useState } from 'react'
import { formatDay } from '../../shared/format-date.ts'
import type { SpaceId } from '../../shared/ids.ts'
import type { ImportPlan } from '../../shared/importing.ts'
import { appWords } from '../frame/discreet.ts'
import { useSpace, useSpaceName, useSpaces } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { Select } from '../ui/Select.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Import.module.css'

/** What adding would do, in words, with the first entries to read. Nothing is added yet. */
export function DryRun({ plan, busy, onAdd, onLeave }: {
  plan: ImportPlan
  busy: boolean
  onAdd: (plan: ImportPlan, space: { id: SpaceId; name: string }, skipDuplicates: boolean) => Promise<boolean>
  onLeave: () => void
}) {
  const t = useMessages()
  const nameOf = useSpaceName()
  const here = useSpace()
  const { all } = useSpaces()
  const [spaceId, setSpaceId] = useState(here.id)
  const [skip, setSkip] = useState(true)
  const space = all.find(({ id }) => id === spaceId) ?? here
  const added = plan.count - (skip ? plan.duplicates : 0)
  const head = useRef<HTMLParagraphElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div className={css.plan}>
      <div {...appWords}>
        <GroupHead>{t('import.found', { format: t(`import.format.${plan.format}`) })}</GroupHead>
        <p className={css.lead} ref={head} tabIndex={-1}>{[t('import.count', { count: plan.count }), years(plan), plan.undated > 0 && t('import.undated', { count: plan.undated })].filter(Boolean).join(', ')}.</p>
        <p className={css.soft}>{t(plan.undated > 0 ? 'import.become-undated' : 'import.become')}{all.length > 1 ? '' : ` ${t('import.into-here', { space: nameOf(space) })}`}</p>
      </div>
      {all.length > 1 && (
        <div className={css.into}>
          <Select label={t('import.into')} boxed value={space.id} options={all.map((one) => ({ value: one.id, label: nameOf(one) }))} onChange={setSpaceId} />
        </div>
      )}
      {plan.duplicates > 0 && <Checkbox checked={skip} onChange={setSkip} label={t('import.duplicates', { count: plan.duplicates })} />}
      {plan.losses.length > 0 && (
        <div {...appWords}>
          <GroupHead>{t('import.lost')}</GroupHead>
          <p className={css.soft}>{t('import.lost.about')}</p>
          <ul className={css.losses}>{plan.losses.map(({ kind, count }) => <li key={kind}>{t(`import.lost.${kind}`, { count })}</li>)}</ul>
        </div>
      )}
      <div>
        <GroupHead>{t('import.first', { count: plan.first.length })}</GroupHead>
        <First plan={plan} />
      </div>
      <div className={css.acts}>
        {added === 0 && <span className={css.reason} id="import-none" {...appWords}>{t('import.all-here')}</span>}
        <Button onClick={onLeave} off={busy}>{t('act.cancel')}</Button>
        <Button
          look="primary" off={busy || added === 0} aria-describedby={added === 0 ? 'import-none' : undefined}
          onClick={() => void onAdd(plan, { id: space.id, name: nameOf(space) }, skip)}
        >{t('import.add', { count: added })}</Button>
      </div>
    </div>
  )
}

/** The title in view, the words on request; one after the other as they will stand. */
function First({ plan }: { plan: ImportPlan }) {
  const t = useMessages()
  const language = useLanguage()
  return (
    <ul className={css.first}>
      {plan.first.map(({ day, title, words }, index) => {
        const rest = words.startsWith(title) ? words.slice(title.length).trim() : words
        const when = <span className={css.day}>{day === null ? t('import.no-date') : formatDay(language, day)}</span>
        return (
          // Nothing else tells them apart: they have no ids yet, and never change their order.
          <li key={index}>
            {rest === '' ? <div className={css.entry}>{when}<span className={css.title}>{title}</span></div> : (
              <details>
                <summary className={css.entry}>{when}<span className={css.title}>{title}</span></summary>
                <p className={css.words}>{rest}</p>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function years({ from, to }: ImportPlan): string {
  if (from === null || to === null) return ''
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? first : `${first}–${last}`
}
