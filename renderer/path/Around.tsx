import { Plus } from 'lucide-react'
import { useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DateField.tsx'
import { TextArea, TextField } from '../ui/Field.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Find.module.css'

type Inquiry = ItemOf<'inquiry'>

/** Colleagues who were asked whether they know somebody. */
export function Around({ exam, inquiries }: { exam: ItemOf<'exam'>; inquiries: readonly Inquiry[] }) {
  const t = useMessages()
  const [fresh, setFresh] = useState<ItemId | null>(null)
  const ids = [...inquiries.map(({ id }) => id), ...(fresh === null || inquiries.some(({ id }) => id === fresh) ? [] : [fresh])]
  return (
    <section aria-labelledby="find-around" className={css.column}>
      <GroupHead id="find-around">{t('path.find.around')}</GroupHead>
      <p className={css.hint}>{t('path.find.around.hint')}</p>
      <ul className={css.rows}>
        {ids.map((id) => <Row key={id} id={id} exam={exam} stored={inquiries.find((item) => item.id === id) ?? null} fresh={id === fresh} onGone={() => setFresh(null)} />)}
      </ul>
      <Button pull="start" onClick={() => setFresh(newItemId())}><Plus size={20} strokeWidth={1.75} aria-hidden />{t('path.find.around.add')}</Button>
    </section>
  )
}

function Row({ id, exam, stored, fresh, onGone }: { id: ItemId; exam: ItemOf<'exam'>; stored: Inquiry | null; fresh: boolean; onGone: () => void }) {
  const t = useMessages()
  const { remove } = useItemActs()
  const [today] = useState(() => dayAt(new Date()))
  const { body, change, settle } = useAutosave<'inquiry'>(stored, { id, spaceId: exam.spaceId, parentId: exam.id, kind: 'inquiry', body: { who: '', askedOn: today, said: '' } })
  const who = body.who.trim() === '' ? t('path.find.unnamed') : body.who
  return (
    <li className={css.inquiry} data-item={id}>
      <TextField
        label={t('path.find.around.who')} dir="auto" value={body.who} maxLength={200} autoFocus={fresh} data-part="who"
        onChange={(event) => change({ who: event.target.value })} onBlur={settle}
      />
      <DayField label={t('path.find.around.on')} value={body.askedOn} onChange={(askedOn) => change({ askedOn })} />
      <span className={css.inquiryMenu}>
        <RowMenu
          label={t('path.find.around.menu', { who })}
          acts={[{ id: 'remove', label: t('path.find.remove'), danger: true, act: () => { onGone(); if (stored !== null) void remove(id, t('path.find.did.removed', { text: who })) } }]}
        />
      </span>
      <div className={css.said}>
        <TextArea
          label={t('path.find.around.said')} look="writtenSmall" dir="auto" value={body.said} maxLength={20_000} data-part="said"
          onChange={(event) => change({ said: event.target.value })} onBlur={settle}
        />
      </div>
    </li>
  )
}
