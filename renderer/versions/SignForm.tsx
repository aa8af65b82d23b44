import { useNavigate } from '@tanstack/react-router'
import type { Day } from '../../shared/dates.ts'
import { formatDay } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import { Settling } from '../../shared/agreement.ts'
import { languagesOf } from '../../shared/rules/freeze.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { DayField } from '../ui/DateField.tsx'
import { SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { Reads } from './Reads.tsx'
import type { VersionsOnScreen } from './use-versions.ts'
import css from './Versions.module.css'
import { WhatIsSigned } from './WhatIsSigned.tsx'

export type Choice = { how: Settling; on: Day | null }

/** What stands in the draft, how it is to be settled, and when: all of it may be passed over but the way itself. */
export function SignForm({ agreement, versions, value, onChange, onGoOn, missing, back }: {
  agreement: ItemOf<'agreement'>
  versions: VersionsOnScreen
  value: Choice
  onChange: (value: Choice) => void
  onGoOn: () => void
  /** The date is missing. */
  missing: boolean
  back: { label: string; go: () => void }
}) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const space = useSpace()
  const { draft, clauses, nextNumber: number } = versions
  const unclear = draft.clauses.flatMap(({ id }, index) => (clauses.find((clause) => clause.id === id)?.body.clear === true ? [] : [index + 1]))
  const { from, to } = space.terms
  const people = () => void navigate({ to: '/settings', search: { section: 'people' } })
  const languages = languagesOf(agreement.body, clauses.map(({ body }) => body))
  const isNamed = draft.parties.mentor !== '' && draft.parties.mentee !== ''
  return (
    <Screen
      wide
      foot={(
        <SheetFoot end={(
          <Button look="primary" onClick={onGoOn}>{value.how === 'signed' ? t('act.go-on') : t('sign.act.open.other', { number })}</Button>
        )} />
      )}
    >
      <SheetHead title={t('sign.title', { number })} back={back} />
      <div className={css.sign}>
        <section>
          <h2>{t('sign.what')}</h2>
          <p>{t('sign.count', { count: draft.clauses.length })}{unclear.length === 0 && ` ${t('sign.clear')}`}</p>
          {unclear.length > 0 && <p className={css.remark}>{t('sign.unclear', { count: unclear.length, numbers: inRuns(unclear) })}</p>}
          {!isNamed && (
            <p className={css.remark}>{t('agreement.names')} <Button look="link" onClick={people}>{t('agreement.names.act')}</Button></p>
          )}
          {from !== null && to !== null && to < from && (
            <p className={css.remark}>
              {t('sign.period', { from: formatDay(language, from), to: formatDay(language, to) })} <Button look="link" onClick={people}>{t('sign.period.act')}</Button>
            </p>
          )}
          <WhatIsSigned version={draft} language={agreement.body.language} beside={agreement.body.beside} />
        </section>
        <Reads languages={languages} />
        <RadioGroup<Settling>
          legend={t('sign.how')} value={value.how} onChange={(how) => onChange({ ...value, how })}
          options={Settling.options.map((how) => ({ value: how, label: t(`sign.how.${how}`), hint: t(`sign.how.${how}.about`) }))}
        />
        <div className={css.day}>
          <DayField label={t('sign.on')} value={value.on} onChange={(on) => onChange({ ...value, on })} />
          {missing && <p role="alert" className={css.remark}>{t('sign.on.missing')}</p>}
        </div>
      </div>
    </Screen>
  )
}

/** "1, 3–5, 8": a list of twelve numbers is not read. */
function inRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(', ')
}
