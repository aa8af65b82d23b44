import { useState } from 'react'
import { OneParty } from '../../shared/agreement.ts'
import { isAnswered, isRevealed } from '../../shared/rules/middle-ground.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import type { AgreementOnScreen } from '../agreement/use-agreement.ts'
import { call } from '../api.ts'
import { replaceDraft, saveNow } from '../editor/drafts.ts'
import { useCall } from '../frame/data.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { OwnQuestion } from './Answering.tsx'
import css from './MiddleGround.module.css'
import { Pair } from './Pair.tsx'
import { useAsk, useNames } from './use-boundaries.ts'
import type { BoundaryItem } from './use-boundaries.ts'

/** Both have handed over: the answers beside each other, and what could stand between them. */
export function SideBySide({ all, agreement, words, proposing, onTurn }: {
  all: readonly BoundaryItem[]
  agreement: AgreementOnScreen
  /** In the screen's language. */
  words: MiddleGroundTexts
  /** In the agreement's languages, its own first. */
  proposing: readonly MiddleGroundTexts[]
  onTurn: (who: OneParty) => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const ask = useAsk()
  const nameOf = useNames()
  const next = useCall('today.get', { spaceId: space.id }).data?.nextSession
  const session = next?.kind === 'session' && next.body.status !== 'closed' ? next : null
  const revealed = all.filter(({ body }) => isRevealed(body))
  const shown = revealed.filter(({ body }) => isAnswered(body.answers.mentor) || isAnswered(body.answers.mentee))
  const skipped = revealed.filter((item) => !shown.includes(item))
  const covered = all.filter((item) => !revealed.includes(item))
  const missing = OneParty.options.filter((who) => covered.some(({ body }) => body.answers[who].doneAt === null))
  return (
    <>
      <ul className={css.pairs}>
        {shown.map((item) => <Pair key={item.id} item={item} agreement={agreement} words={words} proposing={proposing} session={session} />)}
      </ul>
      {covered.length > 0 && (
        <section className={css.rest}>
          <GroupHead>{t('middle.waiting')}</GroupHead>
          <ul>
            {covered.map((item) => (
              <li key={item.id} className={css.coveredRow}>
                <span dir="auto" className={css.coveredAsk}>{ask(item, words, language)}</span>
                <span className={css.hint}>{OneParty.options.filter((who) => item.body.answers[who].doneAt === null).map((who) => t('middle.waiting.for', { name: nameOf(who) })).join(' · ')}</span>
              </li>
            ))}
          </ul>
          <div className={css.sheets}>
            {missing.map((who, index) => <Button key={who} {...(index === 0 && { pull: 'start' as const })} onClick={() => onTurn(who)}>{t('middle.answer', { name: nameOf(who) })}</Button>)}
          </div>
        </section>
      )}
      {skipped.length > 0 && (
        <section className={css.rest}>
          <GroupHead>{t('middle.skipped')}</GroupHead>
          <ul className={css.skipped}>{skipped.map((item) => <li key={item.id} dir="auto">{ask(item, words, language)}</li>)}</ul>
        </section>
      )}
      <section className={css.rest}>
        <OwnQuestion agreementId={agreement.item.id} />
        <Again all={all} agreement={agreement} />
      </section>
    </>
  )
}

function Again({ all, agreement }: { all: readonly BoundaryItem[]; agreement: AgreementOnScreen }) {
  const t = useMessages()
  const { attempt } = useItemActs()
  const { did } = useUndo()
  const [asked, setAsked] = useState(false)
  const again = async () => {
    setAsked(false)
    const done = await attempt(async () => {
      await saveNow()
      await call('boundary.again', { agreementId: agreement.item.id })
      return true
    })
    if (done === null) return
    did(t('middle.did.again'), () => attempt(async () => {
      await saveNow()
      for (const { id, body } of all) {
        const now = await call('item.get', id)
        if (now.kind === 'boundary') replaceDraft(await call('item.save', { id, revision: now.revision, content: { kind: 'boundary', body } }))
      }
    }))
  }
  return (
    <>
      <Button pull="start" onClick={() => setAsked(true)}>{t('middle.again')}</Button>
      {asked && (
        <Dialog
          title={t('middle.again.title')} onClose={() => setAsked(false)}
          acts={<>
            <Button look="outline" autoFocus onClick={() => setAsked(false)}>{t('middle.again.keep')}</Button>
            <Button look="primary" onClick={() => void again()}>{t('middle.again.act')}</Button>
          </>}
        ><p>{t('middle.again.about')}</p></Dialog>
      )}
    </>
  )
}
