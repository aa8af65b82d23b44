import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, dayAt } from '../../shared/dates.ts'
import { asHeading, dayOfMoment, formatDayOfMonth, formatShortDay, formatTime, formatWeekday } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import type { NextStep } from '../../shared/today.ts'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { useAct, useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { usePartyLabel, useSpace } from '../frame/space.tsx'
import { EntryMargin } from '../journal/EntryMargin.tsx'
import { useDrawerLine } from '../journal/use-drawer-line.ts'
import { WriteField } from '../journal/WriteField.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { Translate } from '../messages/messages.tsx'
import { usePathTexts } from '../path/texts.ts'
import { Button } from '../ui/Button.tsx'
import { GroupHead, Rows, SheetHead } from '../ui/Sheet.tsx'
import type { Language } from '../../shared/language.ts'
import { BackupLine } from './BackupLine.tsx'
import css from './Today.module.css'

/** One next step, what is open between us, and a field to write in, with the caret already in it. */
export function TodayScreen() {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const navigate = useNavigate()
  const { data } = useCall('today.get', { spaceId: space.id })
  const [asked, setAsked] = useState<string | null>(null)
  const [entryId, setEntryId] = useState<ItemOf<'entry'>['id'] | null>(null)
  const drawer = useDrawerLine(entryId)
  const title = useStepTitle(data?.nextStep)
  const day = dayAt(new Date())
  const commitments = (data?.openCommitments ?? []).filter((item) => item.kind === 'commitment')
  return (
    <Screen {...drawer} margin={<EntryMargin entryId={entryId} onPrompt={setAsked} own={false} />}>
      <SheetHead title={asHeading(formatWeekday(language, day))} aside={<SaveIndicator />} keepFocus />
      {data !== undefined && <Step key={data.nextStep.rule + (data.nextStep.item?.id ?? '')} step={data.nextStep} title={title} today={day} />}
      <BackupLine />
      {commitments.length > 0 && (
        <section className={css.open}>
          <GroupHead>{t('today.open')}</GroupHead>
          <Rows label={t('today.open')}>
            {commitments.slice(0, 5).map((item) => <CommitmentRow key={item.id} item={item} today={day} onOpen={() => void navigate({ to: '/plan' })} />)}
          </Rows>
        </section>
      )}
      <section className={css.write} aria-label={t('today.write')}>
        <GroupHead>{t('today.write')}</GroupHead>
        <WriteField onEntry={setEntryId} asked={asked} {...(data !== undefined && { description: t('today.step-above', { title }) })} />
      </section>
      {data !== undefined && data.entriesThisWeek > 0 && (
        <p className={css.earlier}><Button look="link" onClick={() => void navigate({ to: '/journal' })}>{t('today.earlier', { count: data.entriesThisWeek })}</Button></p>
      )}
    </Screen>
  )
}

function CommitmentRow({ item, today, onOpen }: { item: ItemOf<'commitment'>; today: string; onOpen: () => void }) {
  const t = useMessages()
  const language = useLanguage()
  const label = usePartyLabel()
  const due = item.body.due
  return (
    <li>
      <button type="button" className={css.row} onClick={onOpen}>
        <span className={css.who}>{label(item.body.who)}</span>
        <span className={css.words}>{item.body.text}</span>
        <span className={css.due}>{due === null ? '' : t('today.by', { date: formatShortDay(language, due) + (due.slice(0, 4) === today.slice(0, 4) ? '' : ` ${due.slice(0, 4)}`) })}</span>
      </button>
    </li>
  )
}

/** What the step is called. A line of the checklist is fetched first, since most days show none. */
function useStepTitle(step: NextStep | undefined): string {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const line = step?.line
  const words = usePathTexts(line !== undefined)
  if (step === undefined) return ''
  // The names of lines are those of the table, but the contract only says that they are words.
  if (line !== undefined) return fillNames((words?.lines as Record<string, string> | undefined)?.[line] ?? '', partyNames(space), language)
  if (step.item?.kind === 'commitment') return step.item.body.text
  const n = step.item?.kind === 'session' || step.item?.kind === 'version' ? step.item.body.number : 0
  return t(`today.step.${step.rule}.title`, { n, what: '' })
}

function stepText(step: NextStep, t: Translate, language: Language, today: string): string {
  const { item } = step
  if (item?.kind === 'session') {
    const day = dayOfMoment(item.body.startsAt)
    const when = day === today ? t('today.today') : day === addDays(today, 1) ? t('today.tomorrow') : formatWeekday(language, day)
    const mode = texts[language].document.modes[item.body.mode]
    return t(`today.step.${step.rule}.text`, { day: when, time: formatTime(language, item.body.startsAt), mode: mode.toLocaleLowerCase(language) })
  }
  if (item?.kind === 'commitment' && item.body.due !== null) return t(`today.step.${step.rule}.text`, { date: formatDayOfMonth(language, item.body.due) })
  if (item?.kind === 'agreement-review') return t(`today.step.${step.rule}.text`, { date: formatDayOfMonth(language, item.body.on) })
  return t(`today.step.${step.rule}.text`)
}

function Step({ step, title, today }: { step: NextStep; title: string; today: string }) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const navigate = useNavigate()
  const act = useAct()
  const [why, setWhy] = useState(false)
  const { rule, item } = step
  const go = () => {
    switch (rule) {
      case 'recovery-not-asked-back':
      case 'recovery-practice': return navigate({ to: '/settings', search: { section: 'vault' } })
      case 'session-soon': return item && navigate({ to: '/sessions/$id', params: { id: item.id }, search: { mode: 'before' } })
      case 'session-running': return item && navigate({ to: '/sessions/$id', params: { id: item.id }, search: { mode: 'during' } })
      case 'session-unanswered': return item && navigate({ to: '/sessions/$id', params: { id: item.id }, search: { mode: 'after' } })
      case 'signature-waiting': return item && navigate({ to: '/agreement/sign', search: { version: item.id } })
      case 'agreement-review': return item && navigate({ to: '/agreement/review/$id', params: { id: item.id } })
      case 'commitment-due': return navigate({ to: '/plan' })
      case 'nothing-planned': return navigate({ to: '/sessions', search: { new: 'session' } })
      // The search is what such a line is about while there is nobody.
      case 'phase-line': return navigate({ to: space.role === 'looking' ? '/path/find' : '/path' })
      case 'nothing': return undefined
    }
  }
  return (
    <section className={css.step}>
      <GroupHead>{t('today.next-step')}</GroupHead>
      <p className={item?.kind === 'commitment' ? `${css.lead} ${css.written}` : css.lead}>{title}</p>
      <p className={css.text}>{stepText(step, t, language, today)}</p>
      {rule !== 'nothing' && (
        <>
          <div className={css.acts}>
            <Button look="primary" onClick={() => void go()}>{t(`today.step.${rule}.act`)}</Button>
            <Button onClick={() => void act('today.later', { spaceId: space.id, rule, itemId: item?.id ?? null })}>{t('today.not-now')}</Button>
            <Button aria-expanded={why} onClick={() => setWhy(!why)}>{t('today.why')}</Button>
          </div>
          <p className={css.why} role="status">{why ? t(`today.step.${rule}.why`) : ''}</p>
        </>
      )}
    </section>
  )
}
