import { OneParty } from '../../shared/agreement.ts'
import { dayOfMoment, formatDay, formatTime } from '../../shared/format-date.ts'
import { isAnswered, isRevealed } from '../../shared/rules/middle-ground.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import { call } from '../api.ts'
import { useCall } from '../frame/data.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import css from './MiddleGround.module.css'
import { Said } from './Pair.tsx'
import { useNames } from './use-boundaries.ts'
import type { BoundaryItem } from './use-boundaries.ts'

/** What both answered before; states that one of them had not handed over yet are nobody's to see. */
export function Earlier({ item, words, title, onClose }: { item: BoundaryItem; words: MiddleGroundTexts; title: string; onClose: () => void }) {
  const t = useMessages()
  const language = useLanguage()
  const nameOf = useNames()
  const { settle } = useItemActs()
  const revisions = useCall('history.list', item.id).data ?? []
  const seen = revisions.flatMap(({ revision, at, content }) =>
    content?.kind === 'boundary' && isRevealed(content.body) && OneParty.options.some((who) => isAnswered(content.body.answers[who])) ? [{ revision, at, content }] : [])
  const putBack = (revision: number) => {
    onClose()
    let now = 0
    void settle(
      async () => { const restored = await call('history.restore', { id: item.id, revision }); now = restored.revision; return restored },
      t('middle.did.earlier'),
      () => call('item.save', { id: item.id, revision: now, content: { kind: 'boundary', body: item.body } }),
    )
  }
  return (
    <Dialog title={t('middle.earlier.title')} wide onClose={onClose} acts={<Button look="outline" autoFocus onClick={onClose}>{t('act.close')}</Button>}>
      <p className={css.ask} dir="auto">{title}</p>
      {seen.length === 0 && <p>{t('middle.earlier.none')}</p>}
      <ul className={css.earlier}>
        {seen.map(({ revision, at, content }) => (
          <li key={revision}>
            <p className={css.hint}>{`${formatDay(language, dayOfMoment(at))}, ${formatTime(language, at)}`}</p>
            <div className={css.columns}>
              {OneParty.options.map((who) => <div key={who}><h3 className={css.who}>{nameOf(who)}</h3><Said item={content} who={who} words={words} /></div>)}
            </div>
            <Button pull="start" onClick={() => putBack(revision)}>{t('middle.earlier.back')}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
