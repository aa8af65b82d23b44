import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ClauseGroup } from '../../shared/agreement.ts'
import type { ItemOf } from '../../shared/item.ts'
import { languageNames } from '../../shared/language.ts'
import type { Language } from '../../shared/language.ts'
import { isInLanguage } from '../../shared/rules/clause-text.ts'
import { useMessages } from '../messages/messages.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Grip } from '../ui/Sorting.tsx'
import css from './Agreement.module.css'
import { ClauseEditor } from './ClauseEditor.tsx'
import type { NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

export type Control = 'tick' | 'text' | 'menu'

/** The thing in a clause's row that takes the focus. */
export function controlIn(list: HTMLElement | null, id: ItemId, control: Control): HTMLElement | null {
  const row = list?.querySelector(`[data-item="${id}"]`)
  return row?.querySelector<HTMLElement>(`[data-control="${control}"] :is(input, button, textarea)`) ?? null
}

export function ClauseRow({ clause, agreement, language, acts, current, chosen, groups, first, last, onChoose, onStep, onKeyDown }: {
  clause: NumberedClause
  agreement: ItemOf<'agreement'>
  language: Language
  acts: ClauseActs
  /** The row that Tab reaches. */
  current: boolean
  /** The row the margin is about. */
  chosen: boolean
  groups: ReadonlyArray<{ group: ClauseGroup; label: string }>
  first: boolean
  last: boolean
  onChoose: () => void
  onStep: (by: 1 | -1) => void
  onKeyDown: (event: KeyboardEvent<HTMLDivElement>, clause: NumberedClause, control: Control) => void
}) {
  const t = useMessages()
  const [writing, setWriting] = useState<NumberedClause | null>(null)
  const { item, number, text } = clause
  /** Shown at once, while the core still writes it. */
  const [ticking, setTicking] = useState<boolean | null>(null)
  const tick = (clear: boolean) => {
    setTicking(clear)
    void acts.clear(clause, clear).finally(() => setTicking(null))
  }
  const edit = () => {
    onChoose()
    setWriting(clause)
  }
  const at = (control: Control) => ({ 'data-control': control, onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => { if (writing === null) onKeyDown(event, clause, control) } })
  return (
    <li className={css.row} data-item={item.id} data-chosen={chosen || undefined} onClick={onChoose} onFocus={onChoose}>
      <div className={css.tick} {...at('tick')}>
        <Checkbox checked={ticking ?? item.body.clear} label={t('agreement.clear', { number })} labelHidden tabStop={current} onChange={tick} />
      </div>
      <span className={css.number} aria-hidden>{number}</span>
      <div className={css.words} {...at('text')}>
        {writing !== null ? (
          <ClauseEditor
            item={item} agreement={agreement} group={item.body.group} id={item.id} label={t('agreement.words', { number })} language={language} text={writing.text}
            onDone={(typed, touched, by) => {
              setWriting(null)
              if (touched) void acts.changed(writing, typed)
              if (by === 'key') setTimeout(() => controlIn(document.body, item.id, 'text')?.focus(), 0)
            }}
          />
        ) : (
          <button type="button" className={css.text} lang={language} tabIndex={current ? undefined : -1} aria-description={t('agreement.edit', { number })} aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown" onClick={edit}>
            {text}
          </button>
        )}
        {!isInLanguage(item.body, language) && <span className={css.hint}>{t('agreement.not-translated', { language: languageNames[language] })}</span>}
      </div>
      <div {...at('menu')}>
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
