import type { KeyboardEvent } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ClauseGroup } from '../../shared/agreement.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { Clash } from '../../shared/rules/confidence-clash.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useMessages } from '../messages/messages.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Grip } from '../ui/Sorting.tsx'
import { Tick } from '../ui/Tick.tsx'
import css from './Agreement.module.css'
import { ClashHint } from './ClashHint.tsx'
import { ClauseWords } from './ClauseWords.tsx'
import type { NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

export type Control = 'tick' | 'text' | 'beside' | 'menu'

/** The thing in a clause's row that takes the focus. */
export function controlIn(list: HTMLElement | null, id: ItemId, control: Control): HTMLElement | null {
  const row = list?.querySelector(`[data-item="${id}"]`)
  return row?.querySelector<HTMLElement>(`[data-control="${control}"] :is(input, button, textarea)`) ?? null
}

export function ClauseRow({ clause, agreement, names, acts, clashes, all, current, chosen, opened, groups, first, last, onChoose, onStep, onOpened, onKeyDown }: {
  clause: NumberedClause
  agreement: ItemOf<'agreement'>
  names: Names
  acts: ClauseActs
  clashes: readonly Clash[]
  /** The clauses that `clashes` are about. */
  all: readonly NumberedClause[]
  /** The row that Tab reaches. */
  current: boolean
  /** The row the margin is about. */
  chosen: boolean
  /** Made a moment ago, to be changed at once. */
  opened: boolean
  groups: ReadonlyArray<{ group: ClauseGroup; label: string }>
  first: boolean
  last: boolean
  onChoose: () => void
  onStep: (by: 1 | -1) => void
  onOpened: () => void
  onKeyDown: (event: KeyboardEvent, clause: NumberedClause, control: Control) => void
}) {
  const t = useMessages()
  const { item, number, text } = clause
  const { language, beside } = agreement.body
  const words = (control: 'text' | 'beside') => ({
    clause, agreement, names, acts, alone: beside === undefined, tabStop: current, onEdit: onChoose,
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, clause, control),
    onDone: onOpened,
  })
  return (
    <li className={css.row} data-item={item.id} data-chosen={chosen || undefined} onClick={onChoose} onFocus={onChoose}>
      <div className={css.tick} data-control="tick" onKeyDown={(event) => onKeyDown(event, clause, 'tick')}>
        <Tick checked={item.body.clear} label={t('agreement.clear', { number })} tabStop={current} onTick={(clear) => acts.clear(clause, clear)} />
      </div>
      <span className={css.number} aria-hidden>{number}</span>
      <div className={beside === undefined ? css.words : `${css.words} ${css.pair}`}>
        <div className={css.cell} data-control="text"><ClauseWords key={language} {...words('text')} language={language} opened={opened} /></div>
        {beside !== undefined && <div className={css.cell} data-control="beside"><ClauseWords key={beside} {...words('beside')} language={beside} /></div>}
        <ClashHint clashes={clashes} all={all} names={names} />
      </div>
      <div data-control="menu" onKeyDown={(event) => onKeyDown(event, clause, 'menu')}>
        <RowMenu
          label={t('agreement.menu', { number })} tabStop={current}
          acts={[
            { id: 'up', label: t('agreement.up'), act: () => onStep(-1), off: first },
            { id: 'down', label: t('agreement.down'), act: () => onStep(1), off: last },
            ...groups.map(({ group, label }) => ({ id: group, label: t('agreement.move-to', { group: label }), act: () => void acts.toGroup(clause, group) })),
            { id: 'remove', label: t('agreement.remove'), act: () => void acts.remove(clause), danger: true },
          ]}
        />
      </div>
      <Grip id={item.id} name={text} tabStop={current} />
    </li>
  )
}
