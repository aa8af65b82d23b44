import { Plus } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf, Party } from '../../shared/item.ts'
import { emptyRichText } from '../../shared/rich-text.ts'
import { EditorScope } from '../editor/Editor.tsx'
import { Surface } from '../editor/Surface.tsx'
import { Toolbar } from '../editor/Toolbar.tsx'
import { keepCaret, returningCaret } from '../frame/keep-place.ts'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { usePartyLabel, useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Select } from '../ui/Select.tsx'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'

type Note = ItemOf<'note'>
type Who = Party | 'none'

/** What was said, and by whom where it matters. */
export function Notes({ session, notes }: { session: SessionItem; notes: readonly Note[] }) {
  const t = useMessages()
  const [begun, setBegun] = useState<ItemId>(newItemId)
  const [asked, setAsked] = useState(false)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const [writing, setWriting] = useState<ItemId | null>(null)
  const fresh = !notes.some((note) => note.id === begun) && (asked || notes.length === 0)
  const rows = [...notes.map((note) => ({ id: note.id, note: note as Note | null })), ...(fresh ? [{ id: begun, note: null }] : [])]
  return (
    <section className={css.notes} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setWriting(null) }}>
      <div className={css.notesHead}>
        <h2 className={css.groupTitle} id="notes">{t('notes.title')}</h2>
        <div ref={setBar} className={css.notesBar} />
      </div>
      <ul className={css.noteRows} aria-labelledby="notes">
        {rows.map(({ id, note }, index) => (
          <NoteRow key={id} id={id} note={note} n={index + 1} session={session} bar={writing === id ? bar : null} onWriting={() => setWriting(id)} asked={asked && note === null} />
        ))}
      </ul>
      {!fresh && (
        <div className={css.acts}>
          <Button pull="start" onClick={() => { setBegun(newItemId()); setAsked(true) }}><Plus size={20} strokeWidth={1.75} aria-hidden />{t('notes.new')}</Button>
        </div>
      )}
    </section>
  )
}

function NoteRow({ id, note, n, session, bar, onWriting, asked }: {
  id: ItemId
  note: Note | null
  n: number
  session: SessionItem
  /** Where the formats stand while this one is written. */
  bar: HTMLElement | null
  onWriting: () => void
  asked: boolean
}) {
  const t = useMessages()
  const space = useSpace()
  const label = usePartyLabel()
  const { remove } = useItemActs()
  const { body, change, turn, made } = useAutosave<'note'>(note, { id, spaceId: space.id, parentId: session.id, kind: 'note', body: { text: emptyRichText(), who: null } })
  const [caret] = useState(() => returningCaret(`note:${id}`))
  return (
    <li className={css.note} data-item={id} onFocus={onWriting}>
      <span className={css.noteWho}>
        <Select<Who>
          label={t('notes.who', { n })} value={body.who ?? 'none'} onChange={(who) => change({ who: who === 'none' ? null : who })}
          options={[{ value: 'none', label: t('notes.who.none') }, ...(['mentor', 'mentee', 'both'] as const).map((value) => ({ value, label: label(value) }))]}
        />
      </span>
      <EditorScope key={turn} value={body.text} historyKey={id}>
        <div className={css.noteText}>
          <Surface
            look="line" label={t('notes.note', { n })} placeholder={t('notes.placeholder')} autoFocus={asked || caret !== null} caret={caret}
            onChange={(text, plain) => { if (made || plain !== '') change({ text }) }} onCaret={(offset) => keepCaret(`note:${id}`, offset)}
          />
        </div>
        {bar !== null && createPortal(<Toolbar />, bar)}
      </EditorScope>
      <span className={css.lineMenu}>
        {made && <RowMenu label={t('notes.menu', { n })} acts={[{ id: 'remove', label: t('act.delete'), danger: true, act: () => void remove(id, t('notes.said.removed')) }]} />}
      </span>
    </li>
  )
}
