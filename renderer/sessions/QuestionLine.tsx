import { useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { GivenQuestion, MeetingPart } from '../../shared/meeting.ts'
import { questionText } from '../../shared/rules/meeting.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { MeetingTexts } from '../../shared/texts/meeting.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import type { MenuAct } from '../ui/Menu.tsx'
import type { QuestionItem } from './first-meeting.ts'
import { MinutesField } from './MinutesField.tsx'
import css from './Meeting.module.css'
import type { SessionItem } from './session-plan.ts'

/** One question of the list, written in place; it is made with its first letter. */
export function QuestionLine({ id, question, part, n, session, words, acts, grip, onStep, onEnter, onEmpty }: {
  id: ItemId
  /** Null for a new one. */
  question: QuestionItem | null
  part: MeetingPart
  n: number
  session: SessionItem
  words: MeetingTexts
  acts: readonly MenuAct[]
  grip: ReactNode
  onStep: (by: 1 | -1) => void
  onEnter: () => void
  /** Left without a word; `bare` when it never had one. */
  onEmpty: (bare: boolean) => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const aboutId = useId()
  const { body, change, settle, made } = useAutosave<'question'>(question, {
    id, spaceId: space.id, parentId: session.id, kind: 'question',
    body: { text: '', given: null, part, minutes: null, asked: false, answers: { mentor: '', mentee: '' } },
  })
  const text = questionText(body, words)
  const had = useRef({ text: '', given: body.given })
  const leave = () => {
    const empty = text.trim() === ''
    // Into the bin go the words it had, not an empty line.
    if (empty && made) change(had.current)
    settle()
    if (empty) onEmpty(had.current.text === '')
  }
  const own = space.role === 'mentee' ? ownWords(body.given, words) : null
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onStep(event.key === 'ArrowUp' ? -1 : 1)
    }
  }
  return (
    <li className={css.line} data-item={id} onKeyDown={onKeyDown}>
      <span className={css.number} aria-hidden>{n}</span>
      <div className={css.words}>
        <textarea
          className={css.lineText} rows={1} dir="auto" value={text} maxLength={20_000} autoComplete="off" spellCheck={false} autoFocus={question === null && !made} data-part="text"
          aria-label={t('questions.question', { n })} aria-describedby={own === null ? undefined : aboutId} aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown" placeholder={t('questions.hint')}
          // Changed, a given one is one's own.
          onChange={(event) => change({ text: event.target.value.replace(/\n/g, ' '), given: null })}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) { event.preventDefault(); onEnter() } }}
          onFocus={() => { had.current = { text: body.text, given: body.given } }} onBlur={leave}
        />
        {own !== null && <p className={css.own} id={aboutId}>{t('questions.for-you', { question: fillNames(own, partyNames(space), language, 'mine') })}</p>}
      </div>
      <MinutesField className={css.minutes} label={t('questions.minutes', { n })} minutes={body.minutes} onChange={(minutes) => change({ minutes })} onBlur={settle} />
      <span className={css.menu}>{made && <RowMenu label={t('questions.menu', { n })} acts={acts} />}</span>
      {grip}
    </li>
  )
}

/** Who is asked can think about it beforehand, in the first person (S0.7). */
function ownWords(given: GivenQuestion | null, words: MeetingTexts): string | null {
  switch (given) {
    case 'gain': case 'ease': case 'learn': case 'goals': return words.own[given]
    default: return null
  }
}
