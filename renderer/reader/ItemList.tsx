import { useDeferredValue, useMemo, useState } from 'react'
import { asHeading, formatDay, formatMonth } from '../../shared/format-date.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Book, BookItem } from './book.ts'
import { dayOf, kindName, spaceName, topOf } from './ItemView.tsx'
import { useWords } from './language.ts'

const step = 100

/** All items of a space, newest first; while somebody searches, those that have the words, wherever they stand. */
export function ItemList({ book, open, onOpen }: { book: Book; open: BookItem | null; onOpen: (item: BookItem) => void }) {
  const { say, language } = useWords()
  const [place, setPlace] = useState<string>(book.spaces.length === 1 ? book.spaces[0]?.id ?? 'all' : 'all')
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(step)
  const wanted = useDeferredValue(typed.trim().toLocaleLowerCase())
  const ids = useMemo(() => new Set(book.items.map(({ id }) => id)), [book])
  const worded = useMemo(() => withWords(book), [book])
  const items = useMemo(() => book.items.filter((item) => {
    const here = place === 'removed' ? item.removed : !item.removed && (place === 'all' || item.space === place)
    if (!here || !worded.has(item.id)) return false
    if (wanted !== '') return `${item.title}\n${item.words}`.toLocaleLowerCase().includes(wanted)
    // What went into the bin alone has its parent elsewhere.
    return item.parent === null || !ids.has(item.parent) || (item.removed && book.items.find(({ id }) => id === item.parent)?.removed !== true)
  }), [book, ids, place, wanted, worded])
  const hasRemoved = useMemo(() => book.items.some(({ removed }) => removed), [book])
  const titleOf = (item: BookItem) => {
    const space = book.spaces.find(({ id }) => id === item.space)
    if (item.kind === 'session' || item.kind === 'agreement') return kindName(item, language)
    const title = space === undefined ? item.title : fillNames(item.title, partyNames({ ...space, role: space.role === 'mentor' ? 'mentor' : 'mentee' }), language)
    return title === '' ? say('untitled') : title
  }
  let month = ''
  return (
    <nav className="list" aria-label={say('list')}>
      <div className="tools">
        {(book.spaces.length > 1 || hasRemoved) && (
          <label className="field">
            <span className="label">{say('space')}</span>
            <select value={place} onChange={(event) => { setPlace(event.target.value); setShown(step) }}>
              {book.spaces.length > 1 && <option value="all">{say('all')}</option>}
              {book.spaces.map((space) => <option key={space.id} value={space.id}>{spaceName(space, language, say('ownSpace'))}</option>)}
              {hasRemoved && <option value="removed">{say('removed')}</option>}
            </select>
          </label>
        )}
        <label className="field">
          <span className="label">{say('search')}</span>
          <input type="search" autoFocus value={typed} autoComplete="off" spellCheck={false} onChange={(event) => { setTyped(event.target.value); setShown(step) }} />
        </label>
        <p className="caption" role="status">{items.length === 0 ? say(wanted === '' ? 'empty' : 'nothingFound') : say('found', { count: items.length })}</p>
      </div>
      <ul className="rows">
        {items.slice(0, shown).map((item) => {
          const here = formatMonth(language, dayOf(item))
          const first = here !== month
          month = here
          return (
            <li key={item.id}>
              {first && <h2 className="month">{asHeading(here)}</h2>}
              <button type="button" className="row" aria-current={open !== null && topOf(item, book).id === open.id ? 'true' : undefined} onClick={() => onOpen(topOf(item, book))}>
                <span className="row-title">{titleOf(item)}</span>
                <span className="caption">{[formatDay(language, dayOf(item)), item.kind === 'entry' || item.kind === 'session' || item.kind === 'agreement' ? '' : kindName(item, language)].filter((part) => part !== '').join(' · ')}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {items.length > shown && <button type="button" className="outline" onClick={() => setShown(shown + step)}>{say('more', { count: Math.min(step, items.length - shown) })}</button>}
    </nav>
  )
}

/** What somebody wrote something in, or under; an entry and a session stand in the list all the same. */
function withWords(book: Book): Set<string> {
  const parents = new Map(book.items.map(({ id, parent }) => [id, parent]))
  const found = new Set<string>()
  for (const item of book.items) {
    if (item.words === '' && item.kind !== 'entry' && item.kind !== 'session') continue
    for (let id: string | null = item.id; id !== null && !found.has(id); id = parents.get(id) ?? null) found.add(id)
  }
  return found
}
