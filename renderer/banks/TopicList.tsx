import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { eraseDraft } from '../editor/drafts.ts'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { SessionItem } from '../sessions/session-plan.ts'
import { Button } from '../ui/Button.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Empty } from '../ui/Sheet.tsx'
import css from './Banks.module.css'
import type { BankActs } from './use-bank-acts.ts'
import { asGiven } from './use-topics.ts'
import type { TopicOnScreen, Topics } from './use-topics.ts'
import { useUsedLine } from './use-used-line.ts'

/** What to talk about: given and own ones, each changed in place. */
export function TopicList({ topics, sessions, acts }: { topics: Topics; sessions: readonly SessionItem[]; acts: BankActs }) {
  const t = useMessages()
  const [begun, setBegun] = useState<ItemId | null>(null)
  const usedLine = useUsedLine(sessions)
  const { shown, away } = topics
  const fresh: TopicOnScreen[] = begun === null || shown.some(({ key }) => key === begun) ? [] : [{ key: begun, given: null, item: null, text: '', used: [] }]
  const rows = [...shown, ...fresh]
  return (
    <>
      {rows.length === 0 && <Empty>{t('banks.topics.empty')}</Empty>}
      <ol className={css.rows} aria-label={t('banks.topics')}>
        {rows.map((topic, index) => (
          <TopicRow
            key={topic.key} topic={topic} n={index + 1} topics={topics} acts={acts} used={usedLine(topic.used, '')}
            onEnter={() => setBegun(newItemId())} onGone={() => setBegun(null)}
          />
        ))}
      </ol>
      <div className={css.acts}>
        <Button look="outline" onClick={() => setBegun(newItemId())}><Plus size={20} strokeWidth={1.75} aria-hidden />{t('banks.topic.add')}</Button>
        {away.length > 0 && <Button onClick={() => void acts.bringBack(away)}>{t('banks.topic.bring-back', { count: away.length })}</Button>}
      </div>
    </>
  )
}

function TopicRow({ topic, n, topics, acts, used, onEnter, onGone }: {
  topic: TopicOnScreen
  n: number
  topics: Topics
  acts: BankActs
  used: string
  onEnter: () => void
  onGone: () => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const { key, given, item } = topic
  const [madeAs] = useState(newItemId)
  const { body, change, settle, made, id } = useAutosave<'topic'>(item, {
    // The key of one's own is its id from the beginning.
    id: given === null && item === null ? key as ItemId : madeAs, spaceId: space.id, parentId: null, kind: 'topic',
    body: { text: given === null ? '' : topics.words.topics[given], given, used: [] },
  })
  const name = asGiven(body)
  const text = name === null ? body.text : fillNames(topics.words.topics[name], partyNames(space), language)
  const had = useRef({ text: '', changed: false })
  const leave = () => {
    const empty = text.trim() === ''
    // Into the bin go the words it had, not an empty line.
    if (empty && made) change(had.current)
    settle()
    if (!empty) return
    if (item !== null && had.current.text !== '') { void acts.removeTopic({ ...topic, text: had.current.text }); return }
    onGone()
    if (item !== null) void eraseDraft(item.id)
  }
  return (
    <li className={css.topic} data-item={id}>
      <div className={css.words}>
        <textarea
          className={css.lineText} rows={1} dir="auto" value={text} maxLength={20_000} autoComplete="off" spellCheck={false} autoFocus={given === null && item === null && !made} data-part="text"
          aria-label={t('banks.topic', { n })} placeholder={t('banks.topics.hint')}
          onChange={(event) => change({ text: event.target.value.replace(/\n/g, ' '), ...(given !== null && { changed: true }) })}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) { event.preventDefault(); onEnter() } }}
          onFocus={() => { had.current = { text: body.text, changed: body.changed ?? false } }} onBlur={leave}
        />
        {used !== '' && <p className={css.caption}>{used}</p>}
      </div>
      <span className={css.menu}>
        {(made || given !== null) && (
          <RowMenu
            label={t('banks.topic.menu', { n })}
            acts={[
              ...(item !== null && given !== null && asGiven(item.body) === null ? [{ id: 'as-given', label: t('banks.topic.as-given'), act: () => void acts.asGiven(item) }] : []),
              ...(item !== null && item.body.used.length > 0 ? [{ id: 'unmark', label: t('banks.unmark'), act: () => void acts.unmark(item) }] : []),
              { id: 'remove', label: t('banks.topic.remove'), danger: true, act: () => void acts.removeTopic({ ...topic, text }) },
            ]}
          />
        )}
      </span>
    </li>
  )
}
