import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ClauseGroup } from '../../shared/agreement.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { Sorting } from '../ui/Sorting.tsx'
import css from './Agreement.module.css'
import { ClauseEditor } from './ClauseEditor.tsx'
import { ClauseRow, controlIn } from './ClauseRow.tsx'
import type { Control } from './ClauseRow.tsx'
import type { AgreementOnScreen, NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

type Adding = { group: ClauseGroup; id: ItemId }

/** All clauses in their groups, the mentor's duties first. One tab stop; arrows go from row to row. */
export function ClauseGroups({ agreement, names, acts, chosen, onChoose }: {
  agreement: AgreementOnScreen
  names: Names
  acts: ClauseActs
  chosen: ItemId | null
  onChoose: (id: ItemId | null) => void
}) {
  const t = useMessages()
  const [adding, setAdding] = useState<Adding | null>(null)
  const list = useRef<HTMLDivElement>(null)
  /** A row that moves loses the focus; it gets it back in its new place. */
  const returning = useRef<{ id: ItemId; control: Control } | null>(null)
  const { item, groups, all } = agreement
  const { language } = item.body
  const current = all.find((clause) => clause.item.id === chosen) ?? all[0]

  useLayoutEffect(() => {
    if (returning.current === null || document.activeElement !== document.body) return
    controlIn(list.current, returning.current.id, returning.current.control)?.focus()
    returning.current = null
  })

  const step = (clause: NumberedClause, by: 1 | -1, control: Control) => {
    returning.current = { id: clause.item.id, control }
    void acts.step(clause, by)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, clause: NumberedClause, control: Control) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey !== event.shiftKey) return
    event.preventDefault()
    if (event.altKey) return step(clause, by, control)
    const next = all[clause.number - 1 + by]
    if (next === undefined) return
    onChoose(next.item.id)
    controlIn(list.current, next.item.id, control)?.focus()
  }

  /** Let go by its grip. */
  const place = async (id: ItemId, group: ClauseGroup, after: ItemId | null) => {
    const clause = all.find((one) => one.item.id === id)
    if (clause !== undefined) await acts.put(clause, group, after)
  }
  const sorted = groups.map(({ group, clauses }) => ({ id: group, name: fillNames(texts[language].clauseGroups[group], names, language), ids: clauses.map((clause) => clause.item.id) }))

  return (
    <Sorting groups={sorted} onMove={(id, { group, after }) => place(id, group, after)}>
      <div ref={list} className={css.groups}>
        {groups.map(({ group, clauses }) => {
          const heading = fillNames(texts[language].clauseGroups[group], names, language)
          const here = adding?.group === group ? adding : null
          const rows = here === null ? clauses : clauses.filter((clause) => clause.item.id !== here.id)
          return (
            <section key={group} className={css.group} aria-labelledby={`group-${group}`}>
              <GroupHead id={`group-${group}`}><span lang={language}>{heading}</span></GroupHead>
              <ul className={css.rows} data-drop={group}>
                {rows.map((clause) => (
                  <ClauseRow
                    key={clause.item.id} clause={clause} agreement={item} language={language} acts={acts} current={clause === current} chosen={clause.item.id === chosen}
                    groups={groups.filter((other) => other.group !== group).map((other) => ({ group: other.group, label: fillNames(texts[language].clauseGroups[other.group], names, language) }))}
                    first={clause === clauses[0]} last={clause === clauses.at(-1)}
                    onChoose={() => onChoose(clause.item.id)} onStep={(by) => step(clause, by, 'menu')} onKeyDown={onKeyDown}
                  />
                ))}
                {here !== null && (
                  <li key={here.id} className={css.row} data-item={here.id}>
                    <span />
                    <span className={css.number}>{(rows.at(-1)?.number ?? countBefore(agreement, group)) + 1}</span>
                    <ClauseEditor
                      item={null} agreement={item} group={group} id={here.id} label={t('agreement.add.to', { group: heading })} language={language} text=""
                      onDone={(text, touched, by) => {
                        setAdding(null)
                        if (touched) {
                          onChoose(here.id)
                          void acts.added(here.id, text)
                        }
                        if (by === 'key') returning.current = { id: touched && text !== '' ? here.id : current?.item.id ?? here.id, control: 'text' }
                      }}
                    />
                  </li>
                )}
              </ul>
              {here === null && (
                <Button pull="start" aria-label={t('agreement.add.to', { group: heading })} onClick={() => setAdding({ group, id: newItemId() })}>
                  <Plus size={20} strokeWidth={1.75} aria-hidden />{t('agreement.add')}
                </Button>
              )}
            </section>
          )
        })}
      </div>
    </Sorting>
  )
}

function countBefore({ groups }: AgreementOnScreen, group: ClauseGroup): number {
  return groups.slice(0, groups.findIndex((candidate) => candidate.group === group)).reduce((sum, { clauses }) => sum + clauses.length, 0)
}
