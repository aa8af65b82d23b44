import { useState } from 'react'
import type { ReactNode } from 'react'
import type { OneParty } from '../../shared/agreement.ts'
import { isRevealed } from '../../shared/rules/middle-ground.ts'
import type { AgreementOnScreen } from '../agreement/use-agreement.ts'
import { call } from '../api.ts'
import { saveNow } from '../editor/drafts.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { Answering } from './Answering.tsx'
import { EndingCards } from './EndingCards.tsx'
import css from './MiddleGround.module.css'
import { SideBySide } from './SideBySide.tsx'
import { useMiddleTexts } from './texts.ts'
import { Turns } from './Turns.tsx'
import { useBoundaries } from './use-boundaries.ts'

/**
 * Questions about the limits of the relationship, answered by each before either
 * sees the other's answer. Whose turn it is lives in this screen alone: left or
 * locked, everything is covered again.
 */
export function MiddleGround({ agreement }: { agreement: AgreementOnScreen }): ReactNode {
  const t = useMessages()
  const { id: agreementId, body: { language, beside } } = agreement.item
  const words = useMiddleTexts()
  const own = useMiddleTexts(language)
  const second = useMiddleTexts(beside ?? language)
  const boundaries = useBoundaries(agreementId)
  const { attempt } = useItemActs()
  const { clear } = useUndo()
  const [turn, setTurn] = useState<OneParty | null>(null)
  if (words === undefined || own === undefined || second === undefined || boundaries === undefined) return null
  const { all, unreadable } = boundaries
  const covered = all.filter(({ body }) => !isRevealed(body))

  const begin = async (who: OneParty) => {
    if (await attempt(() => call('boundary.begin', { agreementId })) === null) return
    // What was done before may have been the other's.
    clear()
    setTurn(who)
  }
  const handOver = async (who: OneParty) => {
    const done = await attempt(async () => {
      await saveNow()
      await call('boundary.finish', { agreementId, who })
      return true
    })
    if (done !== null) cover()
  }
  const cover = () => {
    // An undo of what one did would show it to the other.
    clear()
    setTurn(null)
    window.scrollTo(0, 0)
  }
  if (turn !== null) {
    return <Answering key={turn} who={turn} items={covered} all={all} agreementId={agreementId} words={words} onCover={cover} onHandOver={() => void handOver(turn)} />
  }
  return (
    <div className={css.middle}>
      {covered.length < all.length
        ? <SideBySide all={all} agreement={agreement} words={words} proposing={[own, second]} onTurn={(who) => void begin(who)} />
        : <Turns all={all} agreementId={agreementId} onTurn={(who) => void begin(who)} />}
      {unreadable > 0 && <p className={css.hint}>{t('middle.unreadable')}</p>}
      <EndingCards agreement={agreement} words={words} />
    </div>
  )
}
