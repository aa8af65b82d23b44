import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { ItemId } from '../../shared/ids.ts'
import type { RichText } from '../../shared/rich-text.ts'
import { prepareDraft } from '../editor/drafts.ts'
import type { Keeper } from '../editor/drafts.ts'
import { Editor } from '../editor/Editor.tsx'
import { useKeeper } from '../editor/use-draft.ts'
import { keepCaret, returningCaret, returningField } from '../frame/keep-place.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import css from './Entry.module.css'
import { Prompt } from './Prompt.tsx'
import { useOfferedPrompt } from './prompts.ts'
import { onTheDesk, putOnTheDesk } from './today-entry.ts'
import { beginEntry, useEntry } from './use-entry.ts'

const fieldOf = (id: ItemId) => `write:${id}`

/** The entry that the place kept over a lock was about. */
function returningEntry(): ItemId | null {
  const id = ItemId.safeParse(returningField('write:'))
  return id.success ? id.data : null
}

type Props = {
  onEntry: (id: ItemId | null) => void
  /** A prompt asked for in the margin. */
  asked: string | null
  description?: string
}

/** Today's field: the entry begun here today, or a new one that its first key makes. */
export function WriteField(props: Props) {
  const space = useSpace()
  const [id, setId] = useState(() => returningEntry() ?? onTheDesk(space.id) ?? ItemId.parse(crypto.randomUUID()))
  return <Entry key={id} id={id} {...props} onAfresh={() => { putOnTheDesk(space.id, null); setId(ItemId.parse(crypto.randomUUID())) }} />
}

function Entry({ id, onAfresh, ...props }: Props & { id: ItemId; onAfresh: () => void }) {
  const space = useSpace()
  const { offered, another } = useOfferedPrompt()
  const opened = useEntry(id, () => beginEntry(id, space.id, 'reflection', offered))
  const gone = opened.state === 'gone' || opened.state === 'unreadable'
  useEffect(() => { if (gone) onAfresh() }, [gone, onAfresh])
  // The field's place is kept, so that nothing below it jumps.
  if (opened.state !== 'ready') return <div className={css.waiting} />
  return <Field id={id} keeper={opened.keeper} another={another} onAfresh={onAfresh} {...props} />
}

function Field({ id, keeper, another, onAfresh, onEntry, asked, description }: Props & {
  id: ItemId
  keeper: Keeper
  another: (than: string | null) => string
  onAfresh: () => void
}) {
  const t = useMessages()
  const navigate = useNavigate()
  const space = useSpace()
  const { body, made, turn, change } = useKeeper<'entry'>(keeper)
  const promptId = useId()
  const aboutId = useId()
  const [caret] = useState(() => returningCaret(fieldOf(id)))
  useEffect(() => { onEntry(made ? id : null) }, [id, made, onEntry])
  useEffect(() => { if (made) putOnTheDesk(space.id, id) }, [id, made, space.id])

  const setPrompt = (prompt: string | null) => {
    if (made) change((before) => ({ ...before, prompt }))
    else prepareDraft(keeper, { kind: 'entry', body: { ...body, prompt } })
  }
  const lastAsked = useRef(asked)
  useEffect(() => {
    if (asked === null || asked === lastAsked.current) return
    lastAsked.current = asked
    setPrompt(asked)
  })
  const write = (text: RichText, plain: string) => {
    if (keeper.origin !== null && plain.trim() === '') prepareDraft(keeper, { kind: 'entry', body: { ...body, text } })
    else change((before) => ({ ...before, text }))
  }
  return (
    <>
      <Prompt id={promptId} prompt={body.prompt} onAnother={() => setPrompt(another(body.prompt))} onShow={() => setPrompt(another(null))} />
      <span id={aboutId} className="visually-hidden">{description}</span>
      <Editor
        key={turn} value={body.text} historyKey={id} label={t('journal.write')} autoFocus caret={caret} onCaret={(offset) => keepCaret(fieldOf(id), offset)}
        describedBy={body.prompt === null ? aboutId : `${promptId} ${aboutId}`} onChange={write}
      />
      {made && (
        <p className={css.begun}>
          <Button look="link" onClick={() => void navigate({ to: '/journal/$id', params: { id } })}>{t('journal.open-entry')}</Button>
          <Button look="link" onClick={onAfresh}>{t('journal.afresh')}</Button>
        </p>
      )}
    </>
  )
}

