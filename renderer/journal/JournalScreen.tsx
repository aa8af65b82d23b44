import { useNavigate } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { asHeading, formatMonth, formatShortDay } from '../../shared/format-date.ts'
import { EntrySort } from '../../shared/item.ts'
import type { AnyItem } from '../../shared/item.ts'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty, GroupHead, SheetHead } from '../ui/Sheet.tsx'
import css from './Journal.module.css'
import { freshEntry } from './new-entry.ts'

type Filter = 'all' | Exclude<EntrySort, 'contact'>
const filters: readonly Filter[] = ['all', 'reflection', 'feedback', 'decision', 'win']
const page = 50

/** How the stream was left, so that coming back finds it so. */
const left: { spaceId: string; filter: Filter; count: number; scroll: number } = { spaceId: '', filter: 'all', count: page, scroll: 0 }

/** Everything I wrote, newest first. */
export function JournalScreen() {
  const t = useMessages()
  const navigate = useNavigate()
  const space = useSpace()
  if (left.spaceId !== space.id) Object.assign(left, { spaceId: space.id, filter: 'all', count: page, scroll: 0 })
  const [filter, setFilter] = useState(left.filter)
  const [count, setCount] = useState(left.count)
  const { data, isPlaceholderData } = useCall('item.list', { spaceId: space.id, kinds: ['entry'], limit: count + 1, ...(filter !== 'all' && { sort: filter }) })
  useLeft({ filter, count, ready: data !== undefined })

  const create = () => void navigate(freshEntry(filter === 'all' ? 'reflection' : filter))
  const choose = (next: Filter) => { setFilter(next); setCount(page) }
  const entries = data?.slice(0, count) ?? []
  const none = data !== undefined && !isPlaceholderData && entries.length === 0
  return (
    <Screen>
      <SheetHead title={t('place.journal')} aside={none ? undefined : <span className={css.create}><Button look="outline" data-primary onClick={create}>{t('journal.new')}</Button></span>} />
      <Filters value={filter} onChange={choose} />
      {none && (
        <Empty act={<Button look="primary" onClick={create}>{t('journal.new')}</Button>}>{t(filter === 'all' ? 'journal.empty' : `journal.empty.${filter}`)}</Empty>
      )}
      <Stream entries={entries} filtered={filter !== 'all'} />
      {data !== undefined && data.length > count && <p className={css.more}><Button look="outline" onClick={() => setCount(count + page)}>{t('journal.more', { count: page })}</Button></p>}
    </Screen>
  )
}

function useLeft({ filter, count, ready }: { filter: Filter; count: number; ready: boolean }): void {
  const restored = useRef(false)
  useEffect(() => { left.filter = filter; left.count = count }, [filter, count])
  useLayoutEffect(() => {
    if (!ready || restored.current) return
    restored.current = true
    const to = left.scroll
    // After the screen put itself at its top.
    if (to > 0) requestAnimationFrame(() => window.scrollTo(0, to))
  }, [ready])
  useEffect(() => {
    const note = () => { if (restored.current) left.scroll = window.scrollY }
    window.addEventListener('scrollend', note)
    return () => window.removeEventListener('scrollend', note)
  }, [])
}

function Filters({ value, onChange }: { value: Filter; onChange: (filter: Filter) => void }) {
  const t = useMessages()
  return (
    <div role="group" aria-label={t('journal.filters')} className={css.filters}>
      {filters.map((filter) => (
        <button key={filter} type="button" className={css.filter} aria-pressed={filter === value} onClick={() => onChange(filter)}>{t(`journal.filter.${filter}`)}</button>
      ))}
    </div>
  )
}

/** One Tab stop for the whole stream; arrows, Home and End inside. */
function Stream({ entries, filtered }: { entries: readonly AnyItem[]; filtered: boolean }) {
  const language = useLanguage()
  const [stop, setStop] = useState(0)
  const months: Array<{ month: string; rows: Array<{ entry: AnyItem; index: number }> }> = []
  entries.forEach((entry, index) => {
    const month = (entry.onDate ?? entry.createdAt.slice(0, 10)).slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.rows.push({ entry, index })
    else months.push({ month, rows: [{ entry, index }] })
  })
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: entries.length - 1 }[event.key]
    if (to === undefined || to < 0 || to >= entries.length) return
    event.preventDefault()
    setStop(to)
    event.currentTarget.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus()
  }
  return (
    <div onKeyDown={onKeyDown}>
      {months.map(({ month, rows }) => (
        <section key={month} className={css.month} aria-labelledby={`month-${month}`}>
          <GroupHead id={`month-${month}`}>{asHeading(formatMonth(language, `${month}-01`))}</GroupHead>
          <ul className={css.rows}>
            {rows.map(({ entry, index }) => <Row key={entry.id} entry={entry} index={index} reachable={index === Math.min(stop, entries.length - 1)} filtered={filtered} onFocus={() => setStop(index)} />)}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Row({ entry, index, reachable, filtered, onFocus }: { entry: AnyItem; index: number; reachable: boolean; filtered: boolean; onFocus: () => void }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const day = entry.onDate ?? entry.createdAt.slice(0, 10)
  const sort = entry.kind === 'entry' && !filtered ? t(`journal.sort.${entry.body.sort}`) : ''
  const mark = entry.privacy === 'shareable' ? <span className={css.shareable}><Send size={16} strokeWidth={1.75} aria-hidden />{t('privacy.shareable')}</span> : null
  return (
    <li data-item={entry.id}>
      <button
        type="button" className={css.row} data-index={index} tabIndex={reachable ? 0 : -1} onFocus={onFocus}
        onClick={() => void navigate({ to: '/journal/$id', params: { id: entry.id }, search: {} })}
      >
        <span className={css.day}>{formatShortDay(language, day)}</span>
        <span className={css.words}>{entry.title === '' ? t('journal.no-words') : entry.title}</span>
        <span className={css.facts}>{sort}{mark}</span>
      </button>
    </li>
  )
}
