import { asHeading } from '../../shared/format-date.ts'
import type { BoundaryAnswer, OneParty } from '../../shared/agreement.ts'
import { boundaryChoices } from '../../shared/rules/middle-ground.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useMessages } from '../messages/messages.tsx'
import { TextArea } from '../ui/Field.tsx'
import css from './MiddleGround.module.css'
import type { BoundaryItem } from './use-boundaries.ts'

/** One answer to one question: a few choices where it offers any, and always words. */
export function Answer({ item, who, words, ask, by }: {
  item: BoundaryItem
  who: OneParty
  words: MiddleGroundTexts
  ask: string
  /** Where two answers stand beside each other, whose this is. */
  by?: string
}) {
  const t = useMessages()
  const { body, change, settle } = useAutosave<'boundary'>(item, { spaceId: item.spaceId, parentId: item.parentId, kind: 'boundary', body: item.body })
  const answer = body.answers[who]
  const set = (part: Partial<BoundaryAnswer>) => change({ answers: { ...body.answers, [who]: { ...answer, ...part } } })
  const { question } = body
  const label = by === undefined ? `${t('middle.words')}: ${ask}` : `${by}: ${t('middle.words')}`
  return (
    <div className={css.answer}>
      {question !== null && (
        <div className={css.chips} role="group" aria-label={`${by ?? ask}: ${t('middle.choices')}`}>
          {boundaryChoices[question].names.map((name) => {
            // The texts have a word for each name that the question offers.
            const word = (words.questions[question].choices as Record<string, string>)[name] ?? name
            const chosen = answer.choices.includes(name)
            return (
              <button
                key={name} type="button" className={css.chip} aria-pressed={chosen}
                onClick={() => set({ choices: chosen ? answer.choices.filter((one) => one !== name) : [...answer.choices, name].slice(-10) })}
              >{asHeading(word)}</button>
            )
          })}
        </div>
      )}
      <TextArea
        label={label} labelLook="hidden" look="writtenSmall" dir="auto" placeholder={t('middle.words')} value={answer.text} maxLength={20_000} data-part={`${who}-text`}
        onChange={(event) => set({ text: event.target.value })} onBlur={settle}
      />
    </div>
  )
}
