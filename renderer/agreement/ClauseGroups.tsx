import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ClauseGroup as Group } from '../../shared/agreement.ts'
import { languageNames } from '../../shared/locales.ts'
import { clashesAmong } from '../../shared/rules/confidence-clash.ts'
import { rulesAmong } from '../../shared/rules/confidence.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useMessages } from '../messages/messages.tsx'
import { Sorting } from '../ui/Sorting.tsx'
import css from './Agreement.module.css'
import { ClauseGroup } from './ClauseGroup.tsx'
import { ClauseRow, controlIn } from './ClauseRow.tsx'
import type { Control } from './ClauseRow.tsx'
import { stillPending, withPending } from './pending.ts'
import type { PendingClause } from './pending.ts'
import type { AgreementOnScreen, NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

type Adding = { group: Group; id: ItemId }

/** All clauses in their groups, the mentor's duties first. One tab stop; arrows go from row to row. */
export function ClauseGroups({ agreement: stored, names, acts, chosen, onChoose }: {
  agreement: AgreementOnScreen
  names: Names
  acts: ClauseActs
  chosen: ItemId | null
  onChoose: (id: ItemId | null) => void
}) {
  const t = useMessages()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [pending, setPending] = useState<readonly PendingClause[]>([])
  /** Made from a sample with one press, and open to be changed. */
  const [opened, setOpened] = useState<ItemId | null>(null)
  const list = useRef<HTMLDivElement>(null)
  /** A row that moves loses the focus; it gets it back in its new place. */
  const returning = useRef<{ id: ItemId; control: Control } | null>(null)
  // Once it is there it is a clause like any other, and not begun again when it is removed.
  const waiting = stillPending(stored, pending)
  if (waiting !== pending) setPending(waiting)
  const agreement = withPending(stored, waiting, names)
  const { item, groups, all } = agreement
  const { language, beside } = item.body
  const current = all.find((clause) => clause.item.id === chosen) ?? all[0]
  const clashes = useMemo(() => clashesAmong(rulesAmong(all.map((clause) => clause.item))), [all])
  const clear = all.filter(({ item: one }) => one.body.clear).length

  useLayoutEffect(() => {
    if (returning.current === null || document.activeElement !== document.body) return
    const control = controlIn(list.current, returning.current.id, returning.current.control)
    if (control === null) return
    control.focus()
    returning.current = null
  })

  const step = (clause: NumberedClause, by: 1 | -1, control: Control) => {
    returning.current = { id: clause.item.id, control }
    void acts.step(clause, by)
  }
  const onKeyDown = (event: KeyboardEvent, clause: NumberedClause, control: Control) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey !== event.shiftKey) return
    event.preventDefault()
    if (event.altKey) return step(clause, by, control)
    const next = all[clause.number - 1 + by]
    if (next === undefined) return
    onChoose(next.item.id)
    controlIn(list.current, next.item.id, control)?.focus()
  }
  const heading = (group: Group) => fillNames(texts[language].clauseGroups[group], names, language)
  const begin = (clause: PendingClause | null) => { if (clause !== null) setPending((now) => [...now, clause]) }
  const remove = async (clause: NumberedClause) => {
    await acts.remove(clause)
    // One that no list held yet comes in none any more.
    setPending((now) => now.filter(({ item }) => item.id !== clause.item.id))
  }
  const put = async (id: ItemId, group: Group, after: ItemId | null) => {
    const clause = all.find((one) => one.item.id === id)
    if (clause !== undefined) await acts.put(clause, group, after)
  }

  return (
    <Sorting groups={groups.map(({ group, clauses }) => ({ id: group, name: heading(group), ids: clauses.map((clause) => clause.item.id) }))} onMove={(id, { group, after }) => put(id, group, after)}>
      <div ref={list} className={css.groups}>
        {beside !== undefined && (
          <div className={css.languages} aria-hidden>
            <span lang={language}>{languageNames[language]}</span><span lang={beside}>{languageNames[beside]}</span>
          </div>
        )}
        {groups.map((here, index) => {
          const { group, clauses } = here
          const fresh = adding?.group === group ? adding.id : null
          const rows = fresh === null ? clauses : clauses.filter((clause) => clause.item.id !== fresh)
          return (
            <ClauseGroup
              key={group} agreement={agreement} here={here} heading={heading(group)} names={names} acts={acts}
              aside={index > 0 ? undefined : clear === 0 ? t('agreement.clear.hint') : t('agreement.clear.count', { clear, count: all.length })}
              adding={fresh} nextNumber={(rows.at(-1)?.number ?? countBefore(agreement, group)) + 1}
              onAdding={(id) => setAdding({ group, id })}
              onAdded={(id, text, touched, by) => {
                setAdding(null)
                if (touched) {
                  onChoose(id)
                  if (text !== '') begin(acts.written(id))
                  void acts.added(id, group, text)
                }
                if (by === 'key') returning.current = { id: touched && text !== '' ? id : current?.item.id ?? id, control: 'text' }
              }}
              onTopic={(topic) => {
                const id = newItemId()
                begin(acts.addTopic(id, group, topic))
                setOpened(id)
                onChoose(id)
              }}
              onMade={(id, then) => {
                onChoose(id)
                if (then === 'focus') returning.current = { id, control: 'text' }
              }}
            >
              {rows.map((clause) => (
                <ClauseRow
                  key={clause.item.id} clause={clause} agreement={item} names={names} acts={{ ...acts, remove }} current={clause === current}
                  clashes={clashes.get(clause.item.id) ?? []} all={all}
                  chosen={clause.item.id === chosen} opened={clause.item.id === opened}
                  groups={groups.filter((other) => other.group !== group).map((other) => ({ group: other.group, label: heading(other.group) }))}
                  first={clause === clauses[0]} last={clause === clauses.at(-1)}
                  onChoose={() => onChoose(clause.item.id)} onStep={(by) => step(clause, by, 'menu')} onOpened={() => setOpened(null)} onKeyDown={onKeyDown}
                />
              ))}
            </ClauseGroup>
          )
        })}
      </div>
    </Sorting>
  )
}

function countBefore({ groups }: AgreementOnScreen, group: Group): number {
  return groups.slice(0, groups.findIndex((candidate) => candidate.group === group)).reduce((sum, { clauses }) => sum + clauses.length, 0)
}
