import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { FocusEvent } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { hasOther } from '../../shared/space.ts'
import { StoryDrawer } from '../banks/StoryDrawer.tsx'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { useCall } from '../frame/data.ts'
import { returningItem, usePlainCarets } from '../frame/plain-carets.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { newItemId } from '../frame/use-autosave.ts'
import { HistorySection } from '../journal/HistorySection.tsx'
import { LinkedSection } from '../journal/LinkedSection.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { useCommitments } from '../plan/use-commitments.tsx'
import { Button } from '../ui/Button.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Empty, GroupHead, SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { focusTab, tabPanel, Tabs } from '../ui/Tabs.tsx'
import { After, MadeHere } from './After.tsx'
import { Agenda } from './Agenda.tsx'
import { openedWith } from './agenda.ts'
import { AnswerClauses } from './AnswerClauses.tsx'
import { CaptureLine } from './CaptureLine.tsx'
import { isFirst, partLines } from './first-meeting.ts'
import { FirstMeeting, PrimerLine, useFirstMeeting } from './FirstMeeting.tsx'
import { Meeting } from './Meeting.tsx'
import meetingCss from './Meeting.module.css'
import { useMeetingTexts } from './meeting-texts.ts'
import { Notes } from './Notes.tsx'
import { PrepSheet } from './PrepSheet.tsx'
import { QuestionList } from './QuestionList.tsx'
import { Results } from './Results.tsx'
import { nextPlanned } from './session-plan.ts'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'
import { Timer } from './Timer.tsx'
import { useSessionActs, useSessionList } from './use-sessions.tsx'
import { detailsLine, movedFrom } from './words.ts'

type Mode = 'before' | 'during' | 'after'
const modes = ['before', 'during', 'after'] as const satisfies readonly Mode[]
const childKinds = ['agenda-item', 'note', 'prep', 'result', 'answer', 'commitment', 'question'] as const

/** One session in three modes of one screen: before, during, after. */
export function SessionScreen() {
  const params = useParams({ from: '/sessions/$id' })
  const id = ItemId.safeParse(params.id)
  if (!id.success) return <Gone />
  return <Load key={id.data} id={id.data} />
}

function Load({ id }: { id: ItemId }) {
  const space = useSpace()
  const { data: session, error } = useCall('item.get', id)
  const children = useCall('item.list', { spaceId: space.id, kinds: [...childKinds], parentId: id, limit: 1000 }).data
  const all = useCall('item.list', { spaceId: space.id, kinds: ['commitment'], limit: 1000 }).data
  const sessions = useSessionList()
  if (error !== null || (session !== undefined && (session.kind !== 'session' || session.deletedAt !== null))) return <Gone />
  if (session === undefined || session.kind !== 'session' || children === undefined || all === undefined || sessions === undefined) return <Screen margin={null}>{null}</Screen>
  return <Open session={session} sessions={sessions} items={children} commitments={all.filter((item) => item.kind === 'commitment')} />
}

function Gone() {
  const t = useMessages()
  const navigate = useNavigate()
  const back = { label: t('place.sessions'), go: () => void navigate({ to: '/sessions' }) }
  return (
    <Screen wide>
      <SheetHead title={t('place.sessions')} back={back} />
      <Empty act={<Button look="outline" onClick={back.go}>{t('act.back')}</Button>}>{t('session.gone')}</Empty>
    </Screen>
  )
}

function usualMode({ body }: SessionItem): Mode {
  return body.status === 'running' ? 'during' : body.status === 'closed' ? 'after' : 'before'
}

type Children = ReadonlyArray<{ kind: string } & object>

function ofKind<K extends (typeof childKinds)[number]>(items: Children, kind: K): ItemOf<K>[] {
  // The kind was just compared; the compiler does not narrow by a generic one.
  return items.filter((item) => item.kind === kind) as ItemOf<K>[]
}

function Open({ session, sessions, items, commitments: all }: { session: SessionItem; sessions: readonly SessionItem[]; items: Children; commitments: readonly ItemOf<'commitment'>[] }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const space = useSpace()
  const search = useSearch({ from: '/sessions/$id' })
  const mode = search.mode ?? usualMode(session)
  const [since] = useState(() => new Date().toISOString())
  const [captureId, setCaptureId] = useState(() => returningItem('capture') ?? newItemId())
  /** What the caret was in last: its history is the one in the margin. */
  const [inView, setInView] = useState<ItemId>(session.id)
  const acts = useSessionActs(sessions)
  const { body } = session
  const day = body.startsAt.slice(0, 10)
  const today = dayAt(new Date())
  const next = nextPlanned(sessions, session)
  const nextDay = next === null ? null : dayOfMoment(next.body.startsAt)
  const commitments = useCommitments(day, nextDay)

  const lines = ofKind(items, 'agenda-item')
  const notes = ofKind(items, 'note')
  const made = ofKind(items, 'commitment')
  const prep = ofKind(items, 'prep')[0] ?? null
  const questions = ofKind(items, 'question')
  const parts = partLines(lines)
  /** Prepared as a first meeting. */
  const meeting = questions.length > 0 || parts.size > 0
  const words = useMeetingTexts(meeting)
  usePlainCarets(!meeting || words !== undefined)
  const { remove: removeMeeting } = useFirstMeeting(session)
  const ahead = body.status === 'planned' || body.status === 'running'
  const first = !meeting && hasOther(space.role) && isFirst(session, sessions)
  const opened = openedWith(session, all, since)
  // While it is held, its parts head their questions instead.
  const listed = mode === 'during' && meeting ? lines.filter((line) => line.body.reason.rule !== 'part') : lines
  const tabId = 'session-mode'
  const go = (to: Mode) => void navigate({ to: '/sessions/$id', params: { id: session.id }, search: { mode: to }, replace: true })
  const view = (event: FocusEvent<HTMLElement>) => {
    const id = ItemId.safeParse(event.target.closest<HTMLElement>('[data-item]')?.dataset.item)
    if (id.success && id.data !== captureId) setInView(id.data)
  }
  const lead = (to: Mode) => { go(to); focusTab(tabId, to) }
  const begin = () => { lead('during'); acts.start(session) }
  const share = <Button onClick={() => void navigate({ to: '/sharing/new', search: { session: session.id } })}>{t('after.share')}</Button>
  const write = (look: 'primary' | 'quiet') => <Button look={look} onClick={() => void navigate({ to: '/journal/new', search: { session: session.id } })}>{t('after.write')}</Button>
  const agenda = <Agenda session={session} sessions={sessions} lines={listed} opened={opened} commitments={commitments} ticks={mode === 'during'} rest={mode === 'during' && meeting} />
  return (
    <Screen
      margin={(
        <div onFocusCapture={view}>
          <PrepSheet session={session} prep={prep} first={meeting ? words ?? null : null} />
          <StoryDrawer session={session} lines={lines} />
          <LinkedSection id={session.id} />
          <HistorySection key={inView} id={inView} />
        </div>
      )}
      foot={body.status === 'cancelled' ? undefined : (
        <SheetFoot>
          {mode === 'before' && body.status === 'planned' && <Button look="primary" onClick={begin}>{t('during.start')}</Button>}
          {mode === 'before' && body.status !== 'planned' && <Button look="outline" onClick={() => lead(usualMode(session))}>{t(body.status === 'running' ? 'session.during' : 'session.after')}</Button>}
          {mode === 'during' && (body.status === 'planned'
            ? <Button look="primary" onClick={begin}>{t('during.start')}</Button>
            : <Button look="primary" onClick={() => lead('after')}>{t('during.to-after')}</Button>)}
          {mode === 'after' && (body.status === 'closed'
            ? <>{write('primary')}{share}</>
            : <><Button look="primary" onClick={() => acts.close(session)}>{t('after.close')}</Button>{write('quiet')}{share}</>)}
        </SheetFoot>
      )}
    >
      <SheetHead
        title={t('session.title', { n: body.number })}
        back={{ label: t('place.sessions'), go: () => void navigate({ to: '/sessions' }) }}
        backAside={<SaveIndicator before={session.updatedAt} />}
        aside={[detailsLine(language, body, today), body.place].filter((part) => part !== '').join(' · ')}
      />
      <Tabs
        id={tabId} label={t('session.modes', { n: body.number })} value={mode} tabs={modes.map((value) => ({ value, label: t(`session.${value}`) }))} onChange={go}
        end={<span className={css.menu}><RowMenu label={t('sessions.menu', { n: body.number })} acts={acts.menu(session)} /></span>}
      />
      <States session={session} />
      <div {...tabPanel(tabId, mode)} className={css.panel} onFocusCapture={view}>
        {mode === 'before' && (
          <>
            {first && <FirstMeeting session={session} />}
            {meeting && ahead && <PrimerLine />}
            {agenda}
            {meeting && words !== undefined && <QuestionList session={session} questions={questions} words={words} />}
            {meeting && ahead && <p><Button pull="start" onClick={() => void removeMeeting()}>{t('meeting.remove')}</Button></p>}
          </>
        )}
        {mode === 'during' && (
          <>
            <div className={meeting ? meetingCss.clock : undefined}><Timer session={session} /></div>
            {meeting && words !== undefined && <Meeting session={session} parts={parts} questions={questions} prep={prep} words={words} />}
            {(!meeting || listed.length > 0 || opened.length > 0) && agenda}
            <CaptureLine session={session} id={captureId} stored={notes.find((note) => note.id === captureId) ?? null} nextSession={nextDay} onNew={setCaptureId} />
            <Notes session={session} notes={notes.filter((note) => note.id !== captureId)} />
            <Results results={ofKind(items, 'result')} />
            {made.length > 0 && <section><GroupHead>{t('during.commitments')}</GroupHead><MadeHere made={made} commitments={commitments} label={t('during.commitments')} /></section>}
          </>
        )}
        {mode === 'after' && meeting && <AnswerClauses questions={questions} />}
        {mode === 'after' && (
          <After session={session} sessions={sessions} lines={lines} answers={ofKind(items, 'answer')} made={made} commitments={commitments} acts={acts} />
        )}
        <Unreadable items={items} />
      </div>
      {commitments.dialog}
      {acts.dialog}
    </Screen>
  )
}

/** What this version cannot make sense of: its words at least. */
function Unreadable({ items }: { items: Children }) {
  const t = useMessages()
  const texts = items.flatMap((item) => (item.kind === 'unreadable' && 'id' in item && 'text' in item ? [{ id: String(item.id), text: String(item.text) }] : []))
  if (texts.length === 0) return null
  return (
    <section>
      <GroupHead>{t('search.kind.unreadable')}</GroupHead>
      <p className={css.none}>{t('journal.unreadable.about')}</p>
      {texts.map(({ id, text }) => <p key={id} data-item={id}>{text}</p>)}
    </section>
  )
}

/** What became of it: moved, cancelled, closed. */
function States({ session }: { session: SessionItem }) {
  const t = useMessages()
  const language = useLanguage()
  const { moves, cancelled, closedAt, status } = session.body
  const lines = [
    moves.length > 0 ? t('sessions.moved', { dates: movedFrom(language, session) }) : '',
    status === 'cancelled' && cancelled !== null ? t('session.cancelled.on', { day: formatDay(language, dayOfMoment(cancelled.at)) }) : '',
    status === 'cancelled' && cancelled !== null ? cancelled.word : '',
    status === 'closed' && closedAt !== null ? t('session.closed.on', { day: formatDay(language, dayOfMoment(closedAt)) }) : '',
  ].filter((line) => line !== '')
  if (lines.length === 0) return null
  return <div className={css.states}>{lines.map((line) => <p key={line}>{line}</p>)}</div>
}
