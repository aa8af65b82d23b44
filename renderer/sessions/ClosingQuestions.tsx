import { useState } from 'react'
import type { ReactNode } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { ClosingQuestion } from '../../shared/item.ts'
import type { Answer, ItemOf, Party } from '../../shared/item.ts'
import { texts } from '../../shared/texts/texts.ts'
import { hasOther } from '../../shared/space.ts'
import { useCall } from '../frame/data.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useOtherName, usePartyLabel, useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { Commitments } from '../plan/use-commitments.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'
import { dayNear } from './words.ts'

type AnswerItem = ItemOf<'answer'>

/** The three questions at the end of every session, for me and, where wanted, in the other's words too. */
export function ClosingQuestions({ session, answers, made, commitments }: {
  session: SessionItem
  answers: readonly AnswerItem[]
  /** This session's commitments. */
  made: readonly ItemOf<'commitment'>[]
  commitments: Commitments
}) {
  const t = useMessages()
  const space = useSpace()
  const name = useOtherName()
  const me: Party = hasOther(space.role) ? space.role : 'both'
  const other: Party | null = space.role === 'mentor' ? 'mentee' : space.role === 'mentee' ? 'mentor' : null
  const find = (question: Answer['question'], who: Party) => answers.find((answer) => answer.body.question === question && answer.body.who === who) ?? null
  const [asked, setAsked] = useState(false)
  const theirs = asked || answers.some((answer) => answer.body.who === other)
  return (
    <section className={css.questions}>
      {ClosingQuestion.options.map((question, index) => {
        // Answered together once: shown where one's own words would stand.
        const mine = find(question, me) ?? find(question, 'both')
        return (
          <div key={question}>
            <OneAnswer session={session} question={question} who={me} answer={mine}>
              {question === 'next' && mine !== null && <NextStep answer={mine} session={session} made={made} commitments={commitments} />}
            </OneAnswer>
            {other !== null && theirs && <OtherAnswer session={session} question={question} who={other} answer={find(question, other)} focus={asked && index === 0} />}
          </div>
        )
      })}
      {other !== null && !theirs && <div className={css.otherAsk}><Button pull="start" onClick={() => setAsked(true)}>{t('after.other', { name })}</Button></div>}
    </section>
  )
}

function OneAnswer({ session, question, who, answer, children }: { session: SessionItem; question: Answer['question']; who: Party; answer: AnswerItem | null; children?: ReactNode }) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const { body, change, settle, id } = useAutosave<'answer'>(answer, { spaceId: space.id, parentId: session.id, kind: 'answer', body: { question, who, text: '' } })
  return (
    <div data-item={id}>
      <TextArea
        label={texts[language].closing[question]} labelLook="question" look="written" value={body.text} maxLength={20_000} data-part="text"
        hint={question === 'change' ? t('after.change.hint') : undefined}
        onChange={(event) => change({ text: event.target.value })} onBlur={settle}
      />
      {children}
    </div>
  )
}

/** The other's answer, in the other's words. */
function OtherAnswer({ session, question, who, answer, focus }: { session: SessionItem; question: Answer['question']; who: Party; answer: AnswerItem | null; focus: boolean }) {
  const t = useMessages()
  const space = useSpace()
  const name = useOtherName()
  const { body, change, settle, id } = useAutosave<'answer'>(answer, { spaceId: space.id, parentId: session.id, kind: 'answer', body: { question, who, text: '' } })
  return (
    <div className={css.otherAnswer} data-item={id}>
      <TextArea
        label={t('after.answer.by', { name })} look="written" value={body.text} maxLength={20_000} data-part="text" autoFocus={focus}
        onChange={(event) => change({ text: event.target.value })} onBlur={settle}
      />
    </div>
  )
}

/** What comes next can become a commitment, with an owner and a date. */
function NextStep({ answer, session, made, commitments }: { answer: AnswerItem; session: SessionItem; made: readonly ItemOf<'commitment'>[]; commitments: Commitments }) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const label = usePartyLabel()
  const links = useCall('link.list', answer.id).data ?? []
  const today = dayAt(new Date())
  const inSentence = (who: Party) => (label(who) === t('you') ? t('you.in-sentence') : label(who))
  const there = made.find((item) => links.some((link) => link.type === 'from' && !link.outgoing && link.other.id === item.id))
  const text = answer.body.text.trim()
  if (there !== undefined) {
    const { who, due } = there.body
    return (
      <div className={css.nextStep}>
        <p>{due === null ? t('after.next.is.undated', { who: inSentence(who) }) : t('after.next.is', { who: inSentence(who), date: dayNear(language, due, today) })}</p>
        <Button pull="end" onClick={() => commitments.change(there)}>{t('after.undecide')}</Button>
      </div>
    )
  }
  if (text === '') return null
  const who: Party = space.role === 'mentor' ? 'mentor' : 'mentee'
  const details = { text, who, sort: null, due: commitments.due }
  return (
    <div className={css.nextStep}>
      <p>{t('after.next.offer', { who: inSentence(who), date: dayNear(language, commitments.due, today) })}</p>
      <div className={css.nextStepActs}>
        <Button onClick={() => void commitments.write(details, session.id, answer.id)}>{t('after.next.make')}</Button>
        <Button pull="end" onClick={() => commitments.ask(details, { parentId: session.id, source: answer.id })}>{t('act.change')}</Button>
      </div>
    </div>
  )
}
