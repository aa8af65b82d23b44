import { useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { hasOther } from '../../shared/space.ts'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { MessageKey } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { DayField } from '../ui/DateField.tsx'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { AgreementFields } from './AgreementFields.tsx'
import css from './Sharing.module.css'
import { quickPeriod, quickPeriods } from './what.ts'
import type { What } from './what.ts'
import { audiencesOf, useAudienceLabel } from './who.ts'

/** Step 1: what it is about, and for whom. */
export function WhatStep({ value, onChange, problem, busy, onBack, onGoOn }: {
  value: What
  onChange: (value: What) => void
  problem: MessageKey | null
  busy: boolean
  onBack: () => void
  onGoOn: () => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const label = useAudienceLabel()
  const [today] = useState(() => dayAt(new Date()))
  const sessions = useCall('item.list', { spaceId: space.id, kinds: ['session'], limit: 1000 }).data?.filter((item) => item.kind === 'session')
  const agreement = useCall('item.list', { spaceId: space.id, kinds: ['agreement'], limit: 1 }).data?.[0]
  const set = (change: Partial<What>) => onChange({ ...value, ...change })
  const kinds: What['what'][] = ['period', ...(hasOther(space.role) ? ['session' as const] : []), ...(agreement === undefined ? [] : ['agreement' as const])]
  return (
    <Screen
      wide
      foot={
        <SheetFoot end={<Button look="primary" off={busy} onClick={onGoOn}>{busy ? t('sharing.gathering') : t('act.go-on')}</Button>}>
          <p role="alert" className={css.problem}>{problem === null ? '' : t(problem)}</p>
        </SheetFoot>
      }
    >
      <form className={css.what} onSubmit={(event) => { event.preventDefault(); onGoOn() }}>
        <SheetHead title={t('sharing.what.title')} back={{ label: t('sharing.title'), go: onBack }} backAside={t('sharing.step', { n: 1 })} />
        <RadioGroup
          legend={t('sharing.scope')} value={value.what} row
          options={kinds.map((kind) => ({ value: kind, label: t(`sharing.scope.${kind}`) }))}
          onChange={(what) => set({ what, ...(what === 'agreement' && agreement !== undefined && { agreementId: agreement.id }) })}
        />
        {value.what === 'agreement' && value.agreementId !== null && <AgreementFields agreementId={value.agreementId} value={value} set={set} />}
        {value.what === 'period' && (
          <div className={css.period}>
            <div className={css.days}>
              <DayField label={t('sharing.from')} value={value.from} onChange={(from) => set({ from })} />
              <DayField label={t('sharing.to')} value={value.to} onChange={(to) => set({ to })} />
            </div>
            <div className={css.quick} role="group" aria-label={t('sharing.quick')}>
              {quickPeriods.map((which) => {
                const period = quickPeriod(which, today)
                return <Button key={which} aria-pressed={period.from === value.from && period.to === value.to} onClick={() => set(period)}>{t(`sharing.quick.${which}`)}</Button>
              })}
            </div>
          </div>
        )}
        {value.what === 'session' && (sessions?.length === 0 ? <p className={css.about}>{t('sharing.session.none')}</p> : (
          <Select
            label={t('sharing.session')} boxed value={value.sessionId ?? ''} onChange={(id) => set({ sessionId: sessions?.find((session) => session.id === id)?.id ?? null })}
            options={[
              ...(value.sessionId === null ? [{ value: '', label: '' }] : []),
              ...(sessions ?? []).map((session) => ({
                value: session.id, label: t('sharing.session.option', { number: session.body.number, date: formatDay(language, dayOfMoment(session.body.startsAt)) }),
              })),
            ]}
          />
        ))}
        <RadioGroup
          legend={t('sharing.audience')} value={value.audience} onChange={(audience) => set({ audience, language: null, beside: null })}
          options={audiencesOf(space).map((audience) => ({ value: audience, label: label(audience) }))}
        />
        {value.audience === 'other' && <TextField label={t('sharing.name')} value={value.name} maxLength={200} hint={t('sharing.name.hint')} onChange={(event) => set({ name: event.target.value })} />}
        <button type="submit" hidden />
      </form>
    </Screen>
  )
}
