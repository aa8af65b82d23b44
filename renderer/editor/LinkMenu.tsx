import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { COMMAND_PRIORITY_CRITICAL, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, mergeRegister } from 'lexical'
import { use, useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { formatDay } from '../../shared/format-date.ts'
import type { Hit } from '../../shared/search.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { kindLabel } from '../search/kinds.ts'
import { useHits } from '../search/use-hits.ts'
import css from './Editor.module.css'
import { $askedHere, $putItemLink } from './item-links.ts'
import type { Asked } from './item-links.ts'
import { OwnItem } from './own-item.ts'
import { itemTitle } from './use-linked-item.ts'

/** More are found by one more word. */
const most = 7

/** What `[[` opens: the items of this relationship, found while one types on. The text keeps the focus. */
export function LinkMenu() {
  const [editor] = useLexicalComposerContext()
  const [asked, setAsked] = useState<Asked | null>(null)
  const left = useRef<Asked | null>(null)
  useEffect(() => editor.registerUpdateListener(({ editorState }) => {
    const now = editor.isEditable() ? editorState.read($askedHere) : null
    // Left with Esc: these very brackets ask no more.
    const again = now !== null && left.current?.key === now.key && left.current.from === now.from
    if (!again) left.current = null
    setAsked((before) => (again ? null : before?.key === now?.key && before?.from === now?.from && before?.query === now?.query ? before : now))
  }), [editor])
  if (asked === null) return null
  return <Choices asked={asked} onLeave={() => { left.current = asked; setAsked(null) }} />
}

function Choices({ asked, onLeave }: { asked: Asked; onLeave: () => void }) {
  const [editor] = useLexicalComposerContext()
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const own = use(OwnItem)
  const id = useId()
  const [chosen, setChosen] = useState({ query: '', at: 0 })
  const found = useHits(asked.query, 'all', space.id)
  const newest = useCall('item.list', { spaceId: space.id, kinds: ['entry', 'session', 'commitment'], limit: most + 1 }).data ?? []
  const typed = asked.query.trim() !== ''
  const all: ReadonlyArray<Pick<Hit, 'id' | 'kind' | 'title' | 'onDate'>> = typed ? found.hits ?? [] : newest
  const options = all.flatMap((hit) => {
    const words = itemTitle(t, hit.kind, hit.title)
    return words === '' || hit.id === own ? [] : [{ ...hit, words, facts: [t(kindLabel(hit.kind)), hit.onDate === null ? '' : formatDay(language, hit.onDate)].filter(Boolean).join(' · ') }]
  }).slice(0, most)
  const at = chosen.query === asked.query ? Math.min(chosen.at, options.length - 1) : 0
  const put = (option: (typeof options)[number] | undefined) => {
    if (option === undefined) return false
    editor.update(() => $putItemLink(option.id, option.words), { discrete: true })
    return true
  }

  const onKey = useEffectEvent((event: KeyboardEvent | null, act: 'next' | 'before' | 'put' | 'leave') => {
    const step = { next: 1, before: -1, put: 0, leave: 0 }[act]
    if (act !== 'leave' && options.length === 0) return false
    if (step !== 0) setChosen({ query: asked.query, at: (at + step + options.length) % options.length })
    if (act === 'put') put(options[at])
    if (act === 'leave') onLeave()
    event?.preventDefault()
    event?.stopPropagation()
    return true
  })
  useEffect(() => mergeRegister(
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, (event) => onKey(event, 'next'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, (event) => onKey(event, 'before'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ENTER_COMMAND, (event) => onKey(event, 'put'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_TAB_COMMAND, (event) => onKey(event, 'put'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => onKey(event, 'leave'), COMMAND_PRIORITY_CRITICAL),
  ), [editor])

  const place = usePlace(asked)
  const current = options.length === 0 ? null : `${id}-${at}`
  useEffect(() => {
    const root = editor.getRootElement()
    if (root === null || current === null) return
    root.setAttribute('aria-controls', id)
    root.setAttribute('aria-activedescendant', current)
    document.getElementById(current)?.scrollIntoView({ block: 'nearest' })
    return () => { root.removeAttribute('aria-controls'); root.removeAttribute('aria-activedescendant') }
  }, [current, editor, id])

  const answered = typed ? found.for === asked.query.trim() : true
  const hint = !typed ? t(options.length === 0 ? 'editor.link.nothing' : 'editor.link.type') : options.length === 0 && answered ? t('editor.link.none') : ''
  return (
    <div ref={place.box} className={css.linkMenu} style={place.style}>
      {hint !== '' && <p>{hint}</p>}
      {options.length > 0 && (
        <ul id={id} role="listbox" aria-label={t('editor.link.what')}>
          {options.map((option, index) => (
            <li
              key={option.id} id={`${id}-${index}`} role="option" aria-selected={index === at} className={css.linkOption}
              // The caret stays in the text.
              onMouseDown={(event) => event.preventDefault()} onMouseMove={() => setChosen({ query: asked.query, at: index })}
              onClick={() => { if (put(option)) editor.focus() }}
            >
              <span className={css.linkWords} dir="auto">{option.words}</span>
              <span className={css.linkFacts}>{option.facts}</span>
            </li>
          ))}
        </ul>
      )}
      <span className="visually-hidden" role="status">{options.length > 0 ? t('editor.link.count', { count: options.length }) : hint}</span>
    </div>
  )
}

/** Under the caret, over it where the window ends, and never beyond the text's own edge. */
function usePlace(asked: Asked) {
  const box = useRef<HTMLDivElement>(null)
  const [style, setStyle] = useState<{ top: number; left: number } | undefined>(undefined)
  useLayoutEffect(() => {
    const holder = box.current?.parentElement
    const selection = getSelection()
    if (box.current === null || holder === null || holder === undefined || selection === null || selection.rangeCount === 0) return
    const caret = selection.getRangeAt(0).getBoundingClientRect()
    const edge = holder.getBoundingClientRect()
    const { height, width } = box.current.getBoundingClientRect()
    const over = caret.bottom + height + 80 > window.innerHeight && caret.top > height
    setStyle({ top: (over ? caret.top - height - 4 : caret.bottom + 4) - edge.top, left: Math.max(0, Math.min(caret.left - edge.left, edge.width - width)) })
  }, [asked])
  return { box, style }
}
