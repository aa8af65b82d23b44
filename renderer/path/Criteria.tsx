import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { Weight } from '../../shared/path.ts'
import { criterionText } from '../../shared/rules/request.ts'
import type { PathTexts } from '../../shared/texts/path.ts'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Select } from '../ui/Select.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { Grip, Sorting } from '../ui/Sorting.tsx'
import css from './Find.module.css'

type Criterion = ItemOf<'criterion'>

/** What matters in a mentor: four that are offered, and one's own, each weighed in a word. */
export function Criteria({ exam, criteria, words }: { exam: ItemOf<'exam'>; criteria: readonly Criterion[]; words: PathTexts }) {
  const t = useMessages()
  const { move } = useItemActs()
  const [fresh, setFresh] = useState<ItemId | null>(null)
  const ids = [...criteria.map(({ id }) => id), ...(fresh === null || criteria.some(({ id }) => id === fresh) ? [] : [fresh])]
  const step = (index: number, by: 1 | -1, text: string) => {
    const here = criteria[index]
    const after = by === 1 ? criteria[index + 1]?.id ?? null : criteria[index - 2]?.id ?? null
    if (here !== undefined) void move(here.id, after, criteria[index - 1]?.id ?? null, t('path.find.did.moved', { text }))
  }
  /** Put there by its grip. */
  const place = async (id: ItemId, after: ItemId | null) => {
    const index = criteria.findIndex((one) => one.id === id)
    const here = criteria[index]
    if (here !== undefined) await move(id, after, criteria[index - 1]?.id ?? null, t('path.find.did.moved', { text: criterionText(here.body, words) }))
  }
  return (
    <section aria-labelledby="find-criteria" className={css.column}>
      <GroupHead id="find-criteria">{t('path.find.criteria')}</GroupHead>
      <p className={css.hint}>{t('path.find.criteria.hint')}</p>
      <Sorting groups={[{ id: 'criteria', name: '', ids: criteria.map(({ id }) => id) }]} onMove={(id, { after }) => place(id, after)}>
        <ul className={css.rows}>
          {ids.map((id, index) => (
            <Row
              key={id} id={id} exam={exam} stored={criteria.find((item) => item.id === id) ?? null} n={index + 1} words={words}
              first={index === 0} last={index >= criteria.length - 1} onStep={(by, text) => step(index, by, text)} onEnter={() => setFresh(newItemId())} onGone={() => setFresh(null)}
            />
          ))}
        </ul>
      </Sorting>
      <Button pull="start" onClick={() => setFresh(newItemId())}><Plus size={20} strokeWidth={1.75} aria-hidden />{t('path.find.criterion.add')}</Button>
    </section>
  )
}

function Row({ id, exam, stored, n, words, first, last, onStep, onEnter, onGone }: {
  id: ItemId
  exam: ItemOf<'exam'>
  /** Null for a new one, made with its first letter. */
  stored: Criterion | null
  n: number
  words: PathTexts
  first: boolean
  last: boolean
  onStep: (by: 1 | -1, text: string) => void
  /** The next one is begun. */
  onEnter: () => void
  onGone: () => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const { change: changeItem, remove } = useItemActs()
  const { body, change, settle, made } = useAutosave<'criterion'>(stored, { id, line: true, spaceId: exam.spaceId, parentId: exam.id, kind: 'criterion', body: { text: '', given: null, weight: 'much' } })
  const text = criterionText(body, words)
  const weigh = (weight: Weight) => {
    change({ weight })
    if (stored !== null) void changeItem<'criterion'>({ ...stored, body }, { weight }, t('path.find.did.weight', { text, weight: t(`path.find.weight.${weight}`).toLocaleLowerCase(language) }))
  }
  return (
    <li className={css.criterion} data-item={id}>
      <textarea
        className={css.line} rows={1} dir="auto" value={text} maxLength={20_000} autoComplete="off" spellCheck={false} autoFocus={stored === null && !made}
        aria-label={t('path.find.criterion', { n })} placeholder={t('path.find.criterion.hint')} data-part="text"
        // Changed, a given one is one's own.
        onChange={(event) => change({ text: event.target.value.replace(/\n/g, ' '), given: null })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (text.trim() !== '') onEnter()
        }}
        onBlur={() => {
          settle()
          if (text.trim() !== '') return
          if (stored !== null) void remove(id, t('path.find.did.removed', { text: t('path.find.criterion', { n }) }))
          onGone()
        }}
      />
      <Select<Weight> label={t('path.find.criterion.weight', { n })} value={body.weight} onChange={weigh} options={Weight.options.map((value) => ({ value, label: t(`path.find.weight.${value}`) }))} />
      <RowMenu
        label={t('path.find.criterion.menu', { n })}
        acts={[
          { id: 'up', label: t('path.find.up'), act: () => onStep(-1, text), off: first || stored === null },
          { id: 'down', label: t('path.find.down'), act: () => onStep(1, text), off: last || stored === null },
          { id: 'remove', label: t('path.find.remove'), danger: true, act: () => void remove(id, t('path.find.did.removed', { text })) },
        ]}
      />
      {stored !== null && <Grip id={id} name={text} />}
    </li>
  )
}
