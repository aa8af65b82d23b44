import { useId } from 'react'
import type { OneParty } from '../../shared/agreement.ts'
import type { ItemOf } from '../../shared/item.ts'
import { partyNames } from '../../shared/space.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { useChoice } from '../path/use-choice.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Tick } from '../ui/Tick.tsx'
import type { QuestionItem } from './first-meeting.ts'
import css from './Meeting.module.css'

/** The one who is asked first: as much as possible comes from the mentee (S0.17). */
export const speakers = ['mentee', 'mentor'] as const satisfies readonly OneParty[]

/** Both are in the room, so both have their names; neither is "you". */
export function useSpeaker(): (who: OneParty) => string {
  const space = useSpace()
  const language = useLanguage()
  return (who) => partyNames(space)[who].trim() || texts[language].parties[who]
}

/** A question as it is asked: folded with what was answered, or open with a field for each. */
export function QuestionAsked({ question, n, text, open, last, prep, onToggle, onAsked, onNext }: {
  question: QuestionItem
  n: number
  text: string
  open: boolean
  /** Every other was asked. */
  last: boolean
  prep: ItemOf<'prep'> | null
  onToggle: () => void
  onAsked: (asked: boolean) => Promise<unknown>
  onNext: () => void
}) {
  const t = useMessages()
  const space = useSpace()
  const speaker = useSpeaker()
  const id = useId()
  const autosave = useAutosave<'question'>(question, { spaceId: question.spaceId, parentId: question.parentId, kind: 'question', body: question.body })
  const { body, change, settle } = autosave
  const choice = useChoice(autosave)
  const me = space.role === 'mentor' ? 'mentor' : 'mentee'
  const thought = body.answers[me].trim() === '' ? thoughtOn(question, prep) : ''
  const said = speakers.filter((who) => body.answers[who].trim() !== '')
  return (
    <li className={open ? `${css.asked} ${css.open}` : css.asked} data-item={question.id} data-open={open || undefined}>
      <span className={css.tick}><Tick checked={question.body.asked} label={t('ask.asked', { n, text })} onTick={onAsked} /></span>
      <div className={css.words}>
        <button type="button" className={css.question} id={id} aria-expanded={open} dir="auto" onClick={onToggle}>{text}</button>
        {!open && said.map((who) => (
          <p key={who} className={css.said}><span className={css.who}>{speaker(who)}</span><span dir="auto" className={css.saidWords}>{body.answers[who]}</span></p>
        ))}
        {open && (
          <div className={css.fields} role="group" aria-labelledby={id}>
            {speakers.map((who) => (
              <TextArea
                key={who} label={t('ask.answer', { name: speaker(who) })} look="written" dir="auto" value={body.answers[who]} maxLength={20_000} data-part={`answer-${who}`}
                onChange={(event) => change({ answers: { ...body.answers, [who]: event.target.value } })} onBlur={settle}
              />
            ))}
            <div className={css.acts}>
              {!question.body.asked && <Button look="outline" onClick={onNext}>{t(last ? 'ask.done' : 'ask.next')}</Button>}
              {thought !== '' && (
                <Button onClick={() => choice((now) => ({ answers: { ...now.answers, [me]: thought } }), t('ask.said.taken'), (now) => ({ answers: { ...now.answers, [me]: '' } }))}>
                  {t('ask.take-over')}
                </Button>
              )}
            </div>
          </div>
        )}
      </div>
    </li>
  )
}

/** What one wrote for oneself beforehand about the same thing: said once, it need not be typed again. */
function thoughtOn({ body: { given } }: QuestionItem, prep: ItemOf<'prep'> | null): string {
  switch (given) {
    case 'gain': return prep?.body.want.trim() ?? ''
    case 'expect': return prep?.body.expect?.trim() ?? ''
    default: return ''
  }
}
