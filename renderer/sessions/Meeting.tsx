import { useEffect, useRef, useState } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { MeetingPart } from '../../shared/meeting.ts'
import { inPartOrder, questionText, timesByPlan } from '../../shared/rules/meeting.ts'
import type { MeetingTexts } from '../../shared/texts/meeting.ts'
import { returningItem } from '../frame/plain-carets.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import { Tick } from '../ui/Tick.tsx'
import { useCarry } from './Agenda.tsx'
import { minutesAsked } from './first-meeting.ts'
import type { PartLine, QuestionItem } from './first-meeting.ts'
import css from './Meeting.module.css'
import { QuestionAsked } from './QuestionAsked.tsx'
import type { SessionItem } from './session-plan.ts'
import { useElapsed } from './Timer.tsx'

/** The first meeting while it is held: four parts with their questions, one open at a time, both answers under it. */
export function Meeting({ session, parts, questions, prep, words }: {
  session: SessionItem
  parts: ReadonlyMap<MeetingPart, PartLine>
  questions: readonly QuestionItem[]
  prep: ItemOf<'prep'> | null
  words: MeetingTexts
}) {
  const t = useMessages()
  const { change } = useItemActs()
  const carry = useCarry()
  const elapsed = useElapsed(session)
  const list = useRef<HTMLElement>(null)
  /** Opened by hand: an id, or "none" for the one that was closed; null follows the list. */
  const [chosen, setChosen] = useState<ItemId | 'none' | null>(() => returningItem('answer-mentee') ?? returningItem('answer-mentor'))
  const read = inPartOrder(questions)
  const open = chosen === 'none' ? undefined : read.find(({ id }) => id === chosen) ?? read.find(({ body }) => !body.asked)
  const times = timesByPlan(MeetingPart.options.map((part) => parts.get(part)?.body.minutes ?? minutesAsked(read.filter(({ body }) => body.part === part))))
  const here = MeetingPart.options.find((part) => parts.get(part)?.body.outcome === 'open')

  const ask = async (question: QuestionItem, asked: boolean, n: number) => {
    const done = await change<'question'>(question, { asked }, t(asked ? 'ask.said.asked' : 'ask.said.open', { n }))
    if (done !== null) setChosen(asked ? null : question.id)
    return done
  }
  /** Done with by its button: the keyboard goes on in whichever opens instead, as soon as it has. */
  const left = useRef<ItemId | null>(null)
  const next = async (question: QuestionItem, n: number) => {
    left.current = question.id
    if (await ask(question, true, n) === null) left.current = null
  }
  const openId = open?.id
  useEffect(() => {
    if (left.current === null || openId === undefined || openId === left.current) return
    left.current = null
    list.current?.querySelector<HTMLElement>('[data-open] [data-part^="answer"]')?.focus()
  }, [openId])
  return (
    <section ref={list} className={css.meeting} aria-label={t('ask.title')}>
      {MeetingPart.options.map((part, index) => {
        const line = parts.get(part)
        const { from, to } = times[index] ?? { from: 0, to: 0 }
        const name = line?.body.text ?? words.parts[part]
        const mine = read.filter(({ body }) => body.part === part)
        if (line === undefined && mine.length === 0) return null
        const now = elapsed !== null && elapsed >= from && elapsed < to
        return (
          <section key={part} aria-labelledby={`ask-${part}`} className={css.askPart} data-item={line?.id}>
            <div className={here === part && session.body.status === 'running' ? `${css.partHead} ${css.here}` : css.partHead}>
              <span className={css.tick}>
                {line !== undefined && (
                  <Tick
                    checked={line.body.outcome === 'covered'} label={t('ask.part', { part: name })}
                    onTick={(done) => carry(line, done ? 'covered' : 'open', t(done ? 'ask.part.said.covered' : 'ask.part.said.open', { part: name }))}
                  />
                )}
              </span>
              <h3 id={`ask-${part}`} className={css.part}>{name}</h3>
              <span className={css.aside}>
                {now && <><span className={css.now}>{t('ask.now')}</span> · </>}
                <span aria-hidden>{t('ask.time', { from, to })}</span><span className="visually-hidden">{t('ask.time.label', { from, to })}</span>
              </span>
            </div>
            {mine.length === 0 && <p className={css.none}>{t('ask.none')}</p>}
            <ol className={css.rows} aria-labelledby={`ask-${part}`}>
              {mine.map((question) => {
                const n = read.indexOf(question) + 1
                return (
                  <QuestionAsked
                    key={question.id} question={question} n={n} text={questionText(question.body, words)} open={open?.id === question.id} prep={prep}
                    last={!read.some((other) => other !== question && !other.body.asked)}
                    onToggle={() => setChosen(open?.id === question.id ? 'none' : question.id)}
                    onAsked={(asked) => ask(question, asked, n)} onNext={() => void next(question, n)}
                  />
                )
              })}
            </ol>
          </section>
        )
      })}
    </section>
  )
}
