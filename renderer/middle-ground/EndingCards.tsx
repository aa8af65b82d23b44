import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { OneParty } from '../../shared/agreement.ts'
import { dayOfMoment, formatDay, formatTime } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import type { AgreementOnScreen } from '../agreement/use-agreement.ts'
import { call } from '../api.ts'
import { replaceDraft, saveNow } from '../editor/drafts.ts'
import { useCall } from '../frame/data.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import css from './MiddleGround.module.css'
import { useNames } from './use-boundaries.ts'

type Card = ItemOf<'ending-card'>

/** By what each will notice that it is time: written early, sealed, and opened on purpose (S4.21). */
export function EndingCards({ agreement, words }: { agreement: AgreementOnScreen; words: MiddleGroundTexts }) {
  const t = useMessages()
  const { id: agreementId, spaceId } = agreement.item
  const { data } = useCall('item.list', { spaceId, kinds: ['ending-card'], parentId: agreementId, limit: 100 })
  if (data === undefined || data.some((item) => item.parentId !== agreementId)) return null
  const cards = data.filter((item) => item.kind === 'ending-card')
  return (
    <section className={css.cards} id="cards" aria-label={t('card.head')}>
      <GroupHead>{t('card.head')}</GroupHead>
      <p className={css.about}>{t('card.about')}</p>
      <ul className={css.parties}>
        {OneParty.options.map((who) => {
          const card = cards.findLast(({ body }) => body.who === who) ?? null
          // Not by the card: it is made while it is being written.
          return <CardRow key={who} who={who} card={card} agreement={agreement} words={words} />
        })}
      </ul>
    </section>
  )
}

function CardRow({ who, card, agreement, words }: { who: OneParty; card: Card | null; agreement: AgreementOnScreen; words: MiddleGroundTexts }) {
  const t = useMessages()
  const language = useLanguage()
  const name = useNames()(who)
  const { attempt, remove } = useItemActs()
  const { did } = useUndo()
  const [writing, setWriting] = useState(false)
  const [asked, setAsked] = useState(false)
  const day = (at: string) => `${formatDay(language, dayOfMoment(at))}, ${formatTime(language, at)}`
  const isSealed = card?.body.sealedAt !== null && card !== null
  const openings = card?.body.openings ?? []
  // One that nobody opened yet is still only its writer's.
  const isOpen = card !== null && !isSealed && openings.length > 0
  const state = card === null ? t('card.none') : card.body.sealedAt !== null ? t('card.sealed', { date: day(card.body.sealedAt) }) : openings.length === 0 ? t('card.begun') : t('card.opened', { date: day(openings.at(-1) ?? '') })

  const earlier = isOpen ? openings.slice(0, -1) : openings

  const seal = async (id: Card['id']) => {
    const done = await attempt(async () => {
      await saveNow()
      const sealed = await call('card.seal', id)
      replaceDraft(sealed)
      return sealed
    })
    if (done === null) return
    setWriting(false)
    // No undo: opening is the way back, and it is written down.
    did(t('card.did.sealed'))
  }
  const open = async (id: Card['id']) => {
    setAsked(false)
    const opened = await attempt(async () => {
      const now = await call('card.open', id)
      replaceDraft(now)
      return now
    })
    if (opened !== null) did(t('card.did.opened'))
  }
  return (
    <li className={css.card} {...(card !== null && { 'data-item': card.id })}>
      <div className={css.party}>
        <span className={css.partyName}>{name}</span>
        <span className={css.hint}>{isSealed && <LockKeyhole size={16} strokeWidth={1.75} aria-hidden />}{state}</span>
        {isSealed
          ? <Button pull="end" onClick={() => setAsked(true)}>{t('card.open', { name })}</Button>
          : !writing && !isOpen && <Button pull="end" onClick={() => setWriting(true)}>{t(card === null ? 'card.write' : 'card.go-on', { name })}</Button>}
        {card !== null && !isSealed && !writing && (
          <RowMenu label={t('card.menu', { name })} acts={[{ id: 'remove', label: t('card.remove'), danger: true, act: () => void remove(card.id, t('card.did.removed')) }]} />
        )}
      </div>
      {earlier.length > 0 && <ul className={css.openings}>{earlier.slice(-5).map((at) => <li key={at} className={css.hint}>{t('card.opened', { date: day(at) })}</li>)}</ul>}
      {isOpen && !writing && (
        <>
          <p className={css.cardBegin}>{words.card.begin}</p>
          <p className={css.cardWords} dir="auto">{card.body.text}</p>
          <div className={css.acts}>
            <Button look="outline" off={card.body.text.trim() === ''} onClick={() => void seal(card.id)}>{t('card.seal-again')}</Button>
            <Button onClick={() => setWriting(true)}>{t('card.change')}</Button>
          </div>
        </>
      )}
      {writing && !isSealed && <CardField who={who} card={card} agreement={agreement} words={words} name={name} onSeal={(id) => void seal(id)} onLeave={() => setWriting(false)} />}
      {asked && card !== null && (
        <Dialog
          title={t('card.open.title', { name })} onClose={() => setAsked(false)}
          acts={<>
            <Button look="outline" autoFocus onClick={() => setAsked(false)}>{t('card.open.keep')}</Button>
            <Button look="primary" onClick={() => void open(card.id)}>{t('card.open.act')}</Button>
          </>}
        ><p>{t('card.open.about')}</p></Dialog>
      )}
    </li>
  )
}

function CardField({ who, card, agreement, words, name, onSeal, onLeave }: {
  who: OneParty
  card: Card | null
  agreement: AgreementOnScreen
  words: MiddleGroundTexts
  name: string
  onSeal: (id: Card['id']) => void
  onLeave: () => void
}) {
  const t = useMessages()
  const { body, change, settle, id } = useAutosave<'ending-card'>(card, {
    spaceId: agreement.item.spaceId, parentId: agreement.item.id, kind: 'ending-card', body: { who, text: '', sealedAt: null, openings: [] },
  })
  return (
    <div className={css.cardField}>
      <TextArea
        label={words.card.begin} labelLook="question" look="written" dir="auto" rows={2} autoFocus value={body.text} maxLength={20_000} data-part="text" hint={t('card.seal.about')}
        aria-description={t('card.of', { name })} onChange={(event) => change({ text: event.target.value })} onBlur={settle}
      />
      <div className={css.acts}>
        <Button look="outline" off={body.text.trim() === ''} onClick={() => onSeal(id)}>{t('card.seal')}</Button>
        <Button onClick={() => { settle(); onLeave() }}>{t('card.put-away')}</Button>
      </div>
    </div>
  )
}
