import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useRouterState } from '@tanstack/react-router'
import type { ItemId } from '../../shared/ids.ts'
import { StorySort } from '../../shared/meeting.ts'
import { useCall } from '../frame/data.ts'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import type { SessionItem } from '../sessions/session-plan.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea, TextField } from '../ui/Field.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty } from '../ui/Sheet.tsx'
import css from './Banks.module.css'
import type { BankActs } from './use-bank-acts.ts'
import type { StoryItem, Topics } from './use-topics.ts'
import { useUsedLine } from './use-used-line.ts'

type Shared = { topics: Topics; sessions: readonly SessionItem[]; acts: BankActs }

/** What a mentor has lived through, for nobody else's eyes until it is told. */
export function StoryList({ stories, ...shared }: { stories: readonly StoryItem[] } & Shared) {
  const t = useMessages()
  const asked = useRouterState({ select: (state) => state.location.hash })
  const [begun, setBegun] = useState<ItemId | null>(null)
  // A search leads to one of them.
  const [open, setOpen] = useState<string | null>(asked === '' ? null : asked)
  const rows = [...stories.map((story) => ({ id: story.id, story: story as StoryItem | null })), ...(begun === null || stories.some(({ id }) => id === begun) ? [] : [{ id: begun, story: null }])]
  const begin = () => {
    const id = newItemId()
    setBegun(id)
    setOpen(id)
  }
  const write = <Button look="outline" onClick={begin}><Plus size={20} strokeWidth={1.75} aria-hidden />{t('banks.story.add')}</Button>
  if (rows.length === 0) return <Empty act={write}>{t('banks.stories.empty')}</Empty>
  return (
    <>
      <ul className={css.rows} aria-label={t('banks.stories')}>
        {rows.map(({ id, story }) => <StoryRow key={id} id={id} story={story} open={open === id} onToggle={() => setOpen(open === id ? null : id)} {...shared} />)}
      </ul>
      <div className={css.acts}>{write}</div>
    </>
  )
}

function StoryRow({ id, story, open, onToggle, topics, sessions, acts }: { id: ItemId; story: StoryItem | null; open: boolean; onToggle: () => void } & Shared) {
  const t = useMessages()
  const space = useSpace()
  const { remove } = useItemActs()
  const usedLine = useUsedLine(sessions)
  const { body, change, settle, made } = useAutosave<'story'>(story, { id, spaceId: space.id, parentId: null, kind: 'story', body: { title: '', text: '', sort: 'lesson', told: [] } })
  const title = body.title.trim() || t('banks.story.untitled')
  return (
    <li className={css.story} data-item={id}>
      <div className={css.words}>
        <button type="button" className={css.storyTitle} aria-expanded={open} dir="auto" onClick={onToggle}>{title}</button>
        <p className={css.caption}>{topics.words.sorts[body.sort]} · {usedLine(story?.body.told ?? [], t('banks.told.never'))}</p>
      </div>
      <span className={css.menu}>
        {made && story !== null && (
          <RowMenu
            label={t('banks.story.menu', { title })}
            acts={[
              { id: 'open', label: t(open ? 'banks.story.close' : 'banks.story.open'), act: onToggle },
              ...(story.body.told.length > 0 ? [{ id: 'unmark', label: t('banks.unmark'), act: () => void acts.unmark(story) }] : []),
              { id: 'remove', label: t('banks.story.remove'), danger: true, act: () => void remove(id, t('banks.story.said.removed', { title })) },
            ]}
          />
        )}
      </span>
      {open && (
        <div className={css.form}>
          <TextField
            label={t('banks.story.title')} look="written" dir="auto" value={body.title} maxLength={500} autoFocus={story === null && !made} data-part="title"
            onChange={(event) => change({ title: event.target.value })} onBlur={settle}
          />
          <div className={css.sort}>
            <Select<StorySort> boxed label={t('banks.story.sort')} value={body.sort} onChange={(sort) => change({ sort })} options={StorySort.options.map((value) => ({ value, label: topics.words.sorts[value] }))} />
          </div>
          <TextArea label={t('banks.story.text')} look="written" rows={4} dir="auto" value={body.text} maxLength={20_000} data-part="text" onChange={(event) => change({ text: event.target.value })} onBlur={settle} />
          {made && <GoesWith id={id} topics={topics} acts={acts} />}
        </div>
      )}
    </li>
  )
}

function GoesWith({ id, topics, acts }: { id: ItemId; topics: Topics; acts: BankActs }) {
  const t = useMessages()
  const links = useCall('link.list', id).data ?? []
  return (
    <div className={css.chips} role="group" aria-label={t('banks.story.topics')}>
      <p className={css.label}>{t('banks.story.topics')}</p>
      {topics.shown.map((topic) => {
        const linked = topic.item !== null && links.some((link) => link.outgoing && link.other.id === topic.item?.id)
        return <button key={topic.key} type="button" className={css.chip} dir="auto" aria-pressed={linked} onClick={() => void acts.link(id, topic, !linked)}>{topic.text}</button>
      })}
    </div>
  )
}
