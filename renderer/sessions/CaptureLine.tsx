import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { dayAt } from '../../shared/dates.ts'
import type { Day } from '../../shared/dates.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Body, ItemOf, KindAndBody, Party } from '../../shared/item.ts'
import { emptyRichText, plainText, richTextFromPlain } from '../../shared/rich-text.ts'
import { call } from '../api.ts'
import { eraseDraft, saveNow } from '../editor/drafts.ts'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { usePartyLabel, useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { fittingSort, SortSelect } from '../plan/CommitmentDialog.tsx'
import { DueField } from '../plan/DueField.tsx'
import { usualDue } from '../plan/due.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { useUndo } from '../ui/undo.tsx'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'

type Kind = 'note' | 'commitment' | 'result'
type Who = Party | 'none'

/**
 * One line for whatever comes up: a note, a commitment, a result. While it is
 * typed it is kept as a note, so that a lock takes no word; Enter makes it what
 * it was meant to be.
 */
export function CaptureLine({ session, id, stored, nextSession, onNew }: {
  session: SessionItem
  /** Of the note that holds the words meanwhile. */
  id: ItemId
  stored: ItemOf<'note'> | null
  nextSession: Day | null
  /** What was typed is written down: the next line has an id of its own. */
  onNew: (id: ItemId) => void
}) {
  const space = useSpace()
  const [kind, setKind] = useState<Kind>('note')
  const [saidBy, setSaidBy] = useState<Who>('none')
  const [who, setWho] = useState<Party>(space.role === 'mentor' ? 'mentee' : 'mentor')
  const [sort, setSort] = useState<Body<'commitment'>['sort']>(null)
  const day = session.body.startsAt.slice(0, 10)
  const today = dayAt(new Date())
  const [due, setDue] = useState<Day | null>(() => usualDue(day < today ? today : day, nextSession))
  const [written, setWritten] = useState(0)
  const next = () => { setWritten((count) => count + 1); onNew(newItemId()) }
  return (
    <Line key={id} {...{ session, id, stored, kind, setKind, saidBy, setSaidBy, who, setWho, sort, setSort, due, setDue, nextSession, today, day }} focus={written > 0} onDone={next} />
  )
}

type LineProps = {
  session: SessionItem; id: ItemId; stored: ItemOf<'note'> | null; focus: boolean; onDone: () => void
  kind: Kind; setKind: (kind: Kind) => void; saidBy: Who; setSaidBy: (who: Who) => void; who: Party; setWho: (who: Party) => void
  sort: Body<'commitment'>['sort']; setSort: (sort: Body<'commitment'>['sort']) => void
  due: Day | null; setDue: (due: Day | null) => void; nextSession: Day | null; today: Day; day: Day
}

function Line({ session, id, stored, focus, onDone, kind, setKind, saidBy, setSaidBy, who, setWho, sort, setSort, due, setDue, nextSession, today, day }: LineProps) {
  const t = useMessages()
  const space = useSpace()
  const label = usePartyLabel()
  const { attempt } = useItemActs()
  const { did } = useUndo()
  const note = useAutosave<'note'>(stored, { id, line: true, spaceId: space.id, parentId: session.id, kind: 'note', body: { text: emptyRichText(), who: null } })
  const text = plainText(note.body.text)

  const writeDown = async () => {
    const words = text.trim()
    if (words === '') return
    if (kind === 'note' && saidBy !== 'none') note.change({ who: saidBy })
    // At once: a quick writer goes on before the core has answered, and presses Enter twice.
    onDone()
    if (kind === 'note') {
      if (await attempt(async () => { await saveNow(); return true }) !== null) did(t('capture.said.note'), () => attempt(() => call('item.delete', id)))
      return
    }
    const content: KindAndBody = kind === 'result'
      ? { kind, body: { text: words } }
      : { kind, body: { text: words, who, sort: fittingSort(who, sort), due, status: 'open', settledAt: null, word: '', earlierDates: [] } }
    const made = await attempt(async () => {
      const item = await call('item.create', { id: newItemId(), spaceId: space.id, parentId: session.id, content, onDate: null, privacy: 'private' })
      // Only now: a line that could not be made of it stays as the note that it was.
      await eraseDraft(id)
      return item
    })
    if (made !== null) did(t(`capture.said.${kind}`), () => attempt(() => call('item.delete', made.id)))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void writeDown()
  }
  const parties = (['mentor', 'mentee', 'both'] as const).map((value) => ({ value, label: label(value) }))
  return (
    <div className={css.capture} data-item={id}>
      <TextField
        label={t('capture.label')} look="written" value={text} placeholder={t(`capture.hint.${kind}`)} maxLength={20_000} autoFocus={focus} data-part="capture"
        onChange={(event) => note.change({ text: richTextFromPlain(event.target.value) })} onBlur={note.settle} onKeyDown={onKeyDown}
      />
      <div className={css.captureKinds}>
        <RadioGroup<Kind>
          legend={t('capture.kind')} legendHidden row value={kind} onChange={setKind}
          options={(['note', 'commitment', 'result'] as const).map((value) => ({ value, label: t(`capture.${value}`) }))}
        />
        <div className={css.captureEnd}>
          {kind === 'note' && <Select<Who> label={t('capture.who.said')} value={saidBy} onChange={setSaidBy} options={[{ value: 'none', label: t('notes.who.none') }, ...parties]} />}
          <Button look="outline" off={text.trim() === ''} onClick={() => void writeDown()}>{t('capture.add')}</Button>
        </div>
      </div>
      {kind === 'commitment' && (
        <div className={css.captureFields}>
          <Select<Party> boxed label={t('capture.who')} value={who} onChange={setWho} options={parties} />
          {who !== 'mentee' && <SortSelect value={sort} onChange={setSort} />}
          <DueField label={t('capture.by')} value={due} onChange={setDue} from={day} today={today} nextSession={nextSession} />
        </div>
      )}
    </div>
  )
}
