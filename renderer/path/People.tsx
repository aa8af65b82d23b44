import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { formatDay, formatDayOfMonth } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Find.module.css'

/** Who it could be; several may be asked, and several may say yes. */
export function People({ exam, candidates }: { exam: ItemOf<'exam'>; candidates: readonly ItemOf<'candidate'>[] }) {
  const t = useMessages()
  const navigate = useNavigate()
  const { create } = useItemActs()
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const facts = useFacts()
  const add = async () => {
    const typed = name.trim()
    setMissing(typed === '')
    if (typed === '') return
    // At once: whoever types on is at the next name.
    setName('')
    const body: ItemOf<'candidate'>['body'] = { name: typed, why: '', introducer: '', askedOn: null, answer: 'none', fits: [] }
    const made = await create({ id: newItemId(), spaceId: exam.spaceId, parentId: exam.id, content: { kind: 'candidate', body } }, t('path.find.did.added', { name: typed }))
    if (made === null) setName((now) => (now === '' ? typed : `${typed}, ${now}`))
  }
  return (
    <section aria-labelledby="find-people" className={css.column}>
      <GroupHead id="find-people">{t('path.find.people')}</GroupHead>
      {candidates.length === 0 && <p className={css.hint}>{t('path.find.people.empty')}</p>}
      <ul className={css.rows}>
        {candidates.map(({ id, body }) => (
          <li key={id} data-item={id}>
            <button type="button" className={css.person} onClick={() => void navigate({ to: '/path/people/$id', params: { id } })}>
              <bdi className={css.personName}>{body.name.trim() === '' ? t('path.find.unnamed') : body.name}</bdi>
              <span className={css.hint}>{facts(body)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className={css.add} onSubmit={(event) => { event.preventDefault(); void add() }}>
        <TextField
          label={t('path.find.people.name')} dir="auto" value={name} maxLength={200} error={missing && name.trim() === '' ? t('path.find.people.missing') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <Button look="outline" type="submit">{t('path.find.people.add')}</Button>
      </form>
    </section>
  )
}

/** "asked on 3 November · is thinking about it" */
function useFacts() {
  const t = useMessages()
  const language = useLanguage()
  const year = dayAt(new Date()).slice(0, 4)
  return ({ askedOn, answer }: ItemOf<'candidate'>['body']) => {
    const date = askedOn === null ? null : askedOn.startsWith(year) ? formatDayOfMonth(language, askedOn) : formatDay(language, askedOn)
    if (date === null) return t(answer === 'none' ? 'path.find.not-asked' : `path.find.answer.${answer}`)
    return `${t('path.find.asked', { date })} · ${t(`path.find.answer.${answer}`)}`
  }
}
