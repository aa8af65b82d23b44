import { useNavigate } from '@tanstack/react-router'
import { OneParty } from '../../shared/agreement.ts'
import type { ItemId } from '../../shared/ids.ts'
import { hasOther } from '../../shared/space.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './MiddleGround.module.css'
import { otherOf, stateOf, useNames } from './use-boundaries.ts'
import type { BoundaryItem } from './use-boundaries.ts'

/** Between the turns: whose answers lie where, and none of them in sight. */
export function Turns({ all, agreementId, onTurn }: { all: readonly BoundaryItem[]; agreementId: ItemId; onTurn: (who: OneParty) => void }) {
  const t = useMessages()
  const nameOf = useNames()
  const space = useSpace()
  const navigate = useNavigate()
  const done = OneParty.options.find((who) => stateOf(all, who) === 'done')
  const first = done === undefined ? hasOther(space.role) ? space.role : 'mentee' : otherOf(done)
  return (
    <div className={css.turns}>
      {done === undefined
        ? <p className={css.about}>{t('middle.about')}</p>
        : <p className={css.covered} role="status">{t('middle.covered', { name: nameOf(done), other: nameOf(otherOf(done)) })}</p>}
      <section>
        <GroupHead>{t('middle.together')}</GroupHead>
        <ul className={css.parties}>
          {OneParty.options.map((who) => {
            const state = stateOf(all, who)
            const name = nameOf(who)
            return (
              <li key={who} className={css.party}>
                <span className={css.partyName}>{name}</span>
                <span className={css.hint}>{t(`middle.state.${state}`)}</span>
                <Button look={who === first ? 'outline' : 'quiet'} {...(who !== first && { pull: 'end' as const })} onClick={() => onTurn(who)}>
                  {t(state === 'open' ? 'middle.answer' : state === 'begun' ? 'middle.go-on' : 'middle.change', { name })}
                </Button>
              </li>
            )
          })}
        </ul>
      </section>
      <section>
        <GroupHead>{t('middle.paper')}</GroupHead>
        <p>{t('middle.paper.about')}</p>
        <div className={css.sheets}>
          {OneParty.options.map((who, index) => (
            <Button key={who} {...(index === 0 && { pull: 'start' as const })} onClick={() => void navigate({ to: '/sharing/questions/$id', params: { id: agreementId }, search: { who } })}>
              {t('middle.paper.sheet', { name: nameOf(who) })}
            </Button>
          ))}
        </div>
      </section>
    </div>
  )
}
