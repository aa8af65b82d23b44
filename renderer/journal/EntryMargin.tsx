import { EyeOff, Send } from 'lucide-react'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem, Privacy } from '../../shared/item.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useMessages } from '../messages/messages.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { HistorySection } from './HistorySection.tsx'
import { LinkedSection } from './LinkedSection.tsx'
import css from './Margin.module.css'
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
        {entryId === null ? <OnlyMe /> : <PrivacyChoice id={entryId} />}
      </MarginSection>
      <MarginSection id={own ? 'entry-prompts' : 'today-prompts'} title={t('journal.margin.prompts')} open={!own}>
        <Prompts onPrompt={onPrompt} />
      </MarginSection>
      {entryId !== null && <LinkedSection id={entryId} />}
      {entryId !== null && <HistorySection id={entryId} />}
      {entryId !== null && own && <RemoveEntry id={entryId} />}
    </>
  )
}

function OnlyMe() {
  const t = useMessages()
  return (
    <>
      <p className={css.onlyMe}><EyeOff size={20} strokeWidth={1.75} aria-hidden />{t('privacy.private')}</p>
      <p className={css.caption}>{t('journal.privacy.stays')}</p>
    </>
  )
}

function PrivacyChoice({ id }: { id: ItemId }) {
  const { data } = useCall('item.get', id)
  return data === undefined ? <OnlyMe /> : <Choice item={data} />
}

function Choice({ item }: { item: AnyItem }) {
  const t = useMessages()
  const act = useAct()
  const { did } = useUndo()
  const choose = (privacy: Privacy) => {
    const before = item.privacy
    void act('item.label', { id: item.id, privacy }).then((done) => {
      if (done !== null) did(t(`journal.privacy.now-${privacy}`), () => act('item.label', { id: item.id, privacy: before }))
    })
  }
  return (
    <div className={css.privacy} data-privacy={item.privacy}>
      <RadioGroup
        legend={t('journal.margin.privacy')} legendHidden value={item.privacy} onChange={choose}
        options={[
          { value: 'private', label: <span className={css.option}>{t('privacy.private')}<EyeOff className={css.private} size={20} strokeWidth={1.75} aria-hidden /></span> },
          { value: 'shareable', label: <span className={css.option}>{t('privacy.shareable')}<Send className={css.shareable} size={20} strokeWidth={1.75} aria-hidden /></span> },
        ]}
      />
      <p className={css.caption}>{t('journal.privacy.never-sent')}</p>
    </div>
  )
}

function Prompts({ onPrompt }: { onPrompt: (prompt: string) => void }) {
  const t = useMessages()
  const prompts = usePrompts()
  return (
    <>
      <p className={css.caption}>{t('journal.prompts.about')}</p>
      <ul className={css.prompts}>
        {prompts.slice(0, 3).map((prompt) => (
          <li key={prompt}><button type="button" className={css.prompt} onClick={() => onPrompt(prompt)}>{prompt}</button></li>
        ))}
      </ul>
    </>
  )
}
