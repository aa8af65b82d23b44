import { EyeOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { OneParty } from '../../shared/agreement.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Answer } from './Answer.tsx'
import css from './MiddleGround.module.css'
import { otherOf, stateOf, useAsk, useNames } from './use-boundaries.ts'
import type { BoundaryItem } from './use-boundaries.ts'

/** One of the two answers; of the other's answers nothing is on this screen. */
export function Answering({ who, items, all, agreementId, words, onCover, onHandOver }: {
  who: OneParty
  /** Those that are not yet seen by both. */
  items: readonly BoundaryItem[]
  all: readonly BoundaryItem[]
  agreementId: ItemId
  words: MiddleGroundTexts
  onCover: () => void
  onHandOver: () => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const nameOf = useNames()
  const ask = useAsk()
  const head = useRef<HTMLHeadingElement>(null)
  // The turn changed hands: whoever reads by ear hears whose it is.
  useEffect(() => { head.current?.focus({ preventScroll: true }); window.scrollTo(0, 0) }, [])
  const [name, other] = [nameOf(who), nameOf(otherOf(who))]
  return (
    <section aria-labelledby="middle-answering" className={css.answering}>
      <div className={css.turnHead}>
        <h2 id="middle-answering" ref={head} tabIndex={-1}>{t('middle.answering', { name })}</h2>
        <p className={css.hidden}><EyeOff size={20} strokeWidth={1.75} aria-hidden />{t('middle.answering.about', { other })}</p>
      </div>
      <ul className={css.questions}>
        {items.map((item) => {
          const question = ask(item, words, language)
          return (
            <li key={item.id} className={css.question}>
              <div className={css.askRow}>
                <h3 className={css.ask} dir="auto">{question}</h3>
                {item.body.question === null && <RemoveOwn item={item} />}
              </div>
              <Answer item={item} who={who} words={words} ask={question} />
            </li>
          )
        })}
      </ul>
      <OwnQuestion agreementId={agreementId} />
      <div className={css.acts}>
        <Button look="outline" onClick={onHandOver}>{stateOf(all, otherOf(who)) === 'done' ? t('middle.show') : t('middle.hand-over', { other })}</Button>
        <Button onClick={onCover}>{t('middle.cover')}</Button>
      </div>
    </section>
  )
}

function RemoveOwn({ item }: { item: BoundaryItem }) {
  const t = useMessages()
  const { remove } = useItemActs()
  return (
    <RowMenu
      label={t('middle.own.menu', { text: item.body.text })}
      acts={[{ id: 'remove', label: t('middle.own.remove'), danger: true, act: () => void remove(item.id, t('middle.did.removed')) }]}
    />
  )
}

const blank = { choices: [], text: '', doneAt: null }

/** A question that the nine leave out; both answer it. */
export function OwnQuestion({ agreementId }: { agreementId: ItemId }) {
  const t = useMessages()
  const space = useSpace()
  const { create } = useItemActs()
  const [text, setText] = useState('')
  const add = async () => {
    if (text.trim() === '') return
    const made = await create({
      id: newItemId(), spaceId: space.id, parentId: agreementId,
      content: { kind: 'boundary', body: { question: null, text: text.trim(), answers: { mentor: blank, mentee: blank }, nearness: null, proposal: null } },
    }, t('middle.did.added'))
    if (made !== null) setText('')
  }
  return (
    <form className={css.own} onSubmit={(event) => { event.preventDefault(); void add() }}>
      <TextField label={t('middle.own')} dir="auto" value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" look="outline" off={text.trim() === ''}>{t('middle.own.add')}</Button>
    </form>
  )
}
