import { EyeOff, Send } from 'lucide-react'
import { useState } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem, Privacy as PrivacyLabel } from '../../shared/item.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { HistorySection } from './HistorySection.tsx'
import { LinkedSection } from './LinkedSection.tsx'
import css from './Margin.module.css'
import { usePathTexts } from '../path/texts.ts'
import { usePrompts } from './prompts.ts'
import { RemoveEntry } from './RemoveEntry.tsx'

/** Beside an entry, always in this order: who may see it, prompts, links, history. Null before its first key. */
export function EntryMargin({ entryId, onPrompt, own = true }: {
  entryId: ItemId | null
  onPrompt: (prompt: string) => void
  /** The entry has this screen to itself; on Today it is one thing among others. */
  own?: boolean
}) {
  const t = useMessages()
  return (
    <>
      <MarginSection id="entry-privacy" title={t('journal.margin.privacy')} open>
        {entryId === null ? <Label privacy="private" /> : <Privacy id={entryId} own={own} />}
      </MarginSection>
      <MarginSection id={own ? 'entry-prompts' : 'today-prompts'} title={t('journal.margin.prompts')} open={!own}>
        <Prompts onPrompt={onPrompt} why={own} />
      </MarginSection>
      {entryId !== null && <Tags id={entryId} />}
      {entryId !== null && <LinkedSection id={entryId} />}
      {entryId !== null && <HistorySection id={entryId} />}
      {entryId !== null && own && <RemoveEntry id={entryId} />}
    </>
  )
}

function Label({ privacy }: { privacy: PrivacyLabel }) {
  const t = useMessages()
  const Icon = privacy === 'private' ? EyeOff : Send
  return (
    <>
      <p className={privacy === 'private' ? `${css.label} ${css.isPrivate}` : `${css.label} ${css.isShareable}`}><Icon size={20} strokeWidth={1.75} aria-hidden />{t(`privacy.${privacy}`)}</p>
      <p className={css.caption}>{t(privacy === 'private' ? 'journal.privacy.stays' : 'journal.privacy.never-sent')}</p>
    </>
  )
}

/** What another app had filed it under; search finds it by them. */
function Tags({ id }: { id: ItemId }) {
  const t = useMessages()
  const { data } = useCall('item.get', id)
  const tags = data?.kind === 'entry' ? data.body.tags ?? [] : []
  if (tags.length === 0) return null
  return (
    <MarginSection id="entry-tags" title={t('journal.margin.tags')} open>
      <ul className={css.tags}>{tags.map((tag) => <li key={tag}>{tag}</li>)}</ul>
    </MarginSection>
  )
}

function Privacy({ id, own }: { id: ItemId; own: boolean }) {
  const { data } = useCall('item.get', id)
  if (data === undefined || !own) return <Label privacy={data?.privacy ?? 'private'} />
  return <Choice item={data} />
}

function Choice({ item }: { item: AnyItem }) {
  const t = useMessages()
  const act = useAct()
  const { did } = useUndo()
  // Shown as chosen while the core is asked.
  const [asked, setAsked] = useState<PrivacyLabel | null>(null)
  const shown = asked ?? item.privacy
  if (asked === item.privacy) setAsked(null)
  const choose = (privacy: PrivacyLabel) => {
    const before = item.privacy
    setAsked(privacy)
    void act('item.label', { id: item.id, privacy }).then((done) => {
      if (done === null) setAsked(null)
      else did(t(`journal.privacy.now-${privacy}`), () => act('item.label', { id: item.id, privacy: before }))
    })
  }
  return (
    <div className={css.privacy} data-privacy={shown}>
      <RadioGroup
        legend={t('journal.margin.privacy')} legendHidden value={shown} onChange={choose}
        options={[
          { value: 'private', label: <span className={css.option}>{t('privacy.private')}<EyeOff className={css.private} size={20} strokeWidth={1.75} aria-hidden /></span> },
          { value: 'shareable', label: <span className={css.option}>{t('privacy.shareable')}<Send className={css.shareable} size={20} strokeWidth={1.75} aria-hidden /></span> },
        ]}
      />
      <p className={css.caption}>{t('journal.privacy.never-sent')}</p>
    </div>
  )
}

function Prompts({ onPrompt, why }: { onPrompt: (prompt: string) => void; why: boolean }) {
  const t = useMessages()
  const prompts = usePrompts()
  const [more, setMore] = useState(false)
  const reasons = usePathTexts(more)?.reasons ?? []
  const shown = [...prompts.slice(0, 3), ...(more ? reasons.map(({ prompt }) => prompt) : [])]
  return (
    <>
      {why && <p className={css.caption}>{t('journal.prompts.about')}</p>}
      <ul className={css.prompts}>
        {shown.map((prompt) => (
          <li key={prompt}><button type="button" className={css.prompt} onClick={() => onPrompt(prompt)}>{prompt}</button></li>
        ))}
      </ul>
      <Button pull="start" aria-expanded={more} onClick={() => setMore(!more)}>{t(more ? 'path.reasons.fewer' : 'path.reasons.more')}</Button>
    </>
  )
}
