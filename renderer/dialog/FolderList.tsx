import { BookLock, File, Folder } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, Ref, RefObject } from 'react'
import { isFilePurpose, isFolderPurpose } from '../../shared/file-dialog.ts'
import type { DialogTask, FolderEntry, FolderView } from '../../shared/file-dialog.ts'
import css from './FileWindow.module.css'
import { lastPart } from './Places.tsx'
import { useFileWords } from './words.tsx'
import type { FileWord } from './words.tsx'

const icons = { folder: Folder, vault: BookLock, file: File }
const typeAheadMs = 700

function emptyWord(purpose: DialogTask['purpose']): FileWord {
  if (isFilePurpose(purpose)) return `empty.${purpose}`
  if (isFolderPurpose(purpose)) return 'empty.folder'
  return purpose === 'open-vault' ? 'empty.open' : 'empty'
}

type Props = {
  view: FolderView
  purpose: DialogTask['purpose']
  picked: FolderEntry | null
  /** Null where the folder itself can be chosen: nothing in it is meant. */
  onPick: (entry: FolderEntry | null) => void
  onOpen: (entry: FolderEntry) => void
  onUp: () => void
  ref: RefObject<HTMLUListElement | null> & Ref<HTMLUListElement>
}

/** One stop for Tab; arrows, Home, End and typed letters inside; Enter goes in, Backspace up. */
export function FolderList({ view, purpose, picked, onPick, onOpen, onUp, ref }: Props) {
  const t = useFileWords()
  const id = useId()
  const typed = useRef({ text: '', at: 0 })
  const { entries } = view
  const self = isFolderPurpose(purpose)
  const at = picked === null ? -1 : entries.indexOf(picked)

  useEffect(() => {
    ref.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [picked, ref])

  function pickAt(index: number): void {
    const entry = entries[Math.min(Math.max(index, 0), entries.length - 1)]
    if (entry !== undefined) onPick(entry)
  }

  function pickTyped(letter: string, now: number): void {
    const text = now - typed.current.at > typeAheadMs ? letter : typed.current.text + letter
    typed.current = { text, at: now }
    const found = entries.find((entry) => entry.name.toLowerCase().startsWith(text.toLowerCase()))
    if (found !== undefined) onPick(found)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const acts: Record<string, () => void> = {
      ArrowDown: () => pickAt(at + 1), ArrowUp: () => { if (self && at <= 0) onPick(null); else pickAt(at - 1) }, Home: () => pickAt(0), End: () => pickAt(entries.length - 1),
      PageDown: () => pickAt(at + 8), PageUp: () => pickAt(at - 8), Enter: () => { if (picked !== null) onOpen(picked) },
      ArrowRight: () => { if (picked?.kind === 'folder') onOpen(picked) }, ArrowLeft: onUp, Backspace: onUp,
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = acts[event.key]
    if (act !== undefined) act()
    else if (event.key.length === 1 && event.key !== ' ') pickTyped(event.key, event.timeStamp)
    else return
    event.preventDefault()
  }

  const empty = !view.readable ? t('unreadable') : entries.length === 0 ? t(emptyWord(purpose)) : null
  return (
    <div className={css.listBox}>
      {empty !== null && <p className={css.empty}>{empty}</p>}
      <ul
        ref={ref} className={css.list} role="listbox" tabIndex={0} aria-label={t('contents', { folder: lastPart(view.path) })}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`} onKeyDown={onKeyDown}
        onFocus={() => { if (picked === null && !self) pickAt(0) }}
        onClick={(event) => { if (self && event.target === event.currentTarget) onPick(null) }}
      >
        {entries.map((entry, index) => {
          const Icon = icons[entry.kind]
          return (
            <li
              key={entry.name} id={`${id}-${index}`} role="option" aria-selected={index === at} className={css.entry}
              onClick={() => onPick(entry)} onDoubleClick={() => onOpen(entry)}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              <span className={css.name}>{entry.name}</span>
              {entry.kind === 'vault' && <span className={css.mark}>{t('journal')}</span>}
              {!entry.writable && !isFilePurpose(purpose) && purpose !== 'import-folder' && <span className={css.mark}>{t('read-only')}</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
