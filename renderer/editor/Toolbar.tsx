import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Bold, Brackets, Heading, Italic, List, ListChecks, ListOrdered, Table, TextQuote } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND } from 'lexical'
import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import type { MessageKey } from '../messages/messages.tsx'
import { $blockAtCaret, toggleBlock } from './blocks.ts'
import type { BlockChoice } from './blocks.ts'
import menu from '../ui/Menu.module.css'
import { beginItemLink } from './item-links.ts'
import { $cellHere, $makeTable } from './table-extension.ts'
import { actAndWrite, useTableActs } from './TableMenu.tsx'
import css from './Toolbar.module.css'

type Format = 'bold' | 'italic' | BlockChoice

const formats: ReadonlyArray<{ format: Format; label: MessageKey; icon: LucideIcon; keys?: string }> = [
  { format: 'bold', label: 'editor.bold', icon: Bold, keys: 'B' },
  { format: 'italic', label: 'editor.italic', icon: Italic, keys: 'I' },
  { format: 'heading', label: 'editor.heading', icon: Heading },
  { format: 'bullet', label: 'editor.bullets', icon: List },
  { format: 'check', label: 'editor.checks', icon: ListChecks },
  { format: 'number', label: 'editor.numbers', icon: ListOrdered },
  { format: 'quote', label: 'editor.quote', icon: TextQuote },
]

/** Sizes to begin with; rows and columns come and go in the table's own menu. */
const sizes = [2, 3] as const

/** The formats at the caret, as one string so that React sees when nothing changed. */
function $formatsHere(): string {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return ''
  const block = $blockAtCaret()
  return [
    selection.hasFormat('bold') && 'bold', selection.hasFormat('italic') && 'italic',
    block?.kind === 'heading' && 'heading', block?.kind === 'quote' && 'quote', block?.list, $cellHere() !== null && 'table',
  ].filter(Boolean).join(' ')
}

function apply(editor: LexicalEditor, format: Format): void {
  if (format === 'bold' || format === 'italic') editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)
  else toggleBlock(editor, format)
}

/** The formats, one Tab stop with arrows inside. */
export function Toolbar() {
  const [editor] = useLexicalComposerContext()
  const t = useMessages()
  const [here, setHere] = useState('')
  const [stop, setStop] = useState(0)
  useEffect(() => editor.registerUpdateListener(({ editorState }) => setHere(editorState.read($formatsHere))), [editor])

  const stops = formats.length + 2
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: stops - 1 }[event.key]
    if (event.key === 'Escape') { event.preventDefault(); editor.focus() }
    if (to === undefined) return
    event.preventDefault()
    const next = (to + stops) % stops
    setStop(next)
    const button = event.currentTarget.children[next]
    if (button instanceof HTMLElement) button.focus()
  }
  const active = here.split(' ')
  const inTable = active.includes('table')
  const acts = useTableActs(0)
  return (
    <div role="toolbar" aria-label={t('editor.toolbar')} className={css.toolbar} onKeyDown={onKeyDown}>
      {formats.map(({ format, label, icon: Icon, keys }, index) => (
        <button
          key={format} type="button" className={css.button} aria-label={t(label)} aria-pressed={active.includes(format)} tabIndex={index === stop ? 0 : -1}
          data-tip={keys === undefined ? t(label) : `${t(label)} · Ctrl ${keys}`} {...(keys !== undefined && { 'aria-keyshortcuts': `Control+${keys}` })}
          // The caret stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setStop(index)}
          onClick={() => apply(editor, format)}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden />
        </button>
      ))}
      <MenuTrigger>
        <Button
          className={`${css.button}`} aria-label={t('editor.table')} data-tip={t('editor.table')} data-on={inTable || undefined} excludeFromTabOrder={stop !== formats.length}
          onFocus={() => setStop(formats.length)}
        >
          <Table size={20} strokeWidth={1.75} aria-hidden />
        </Button>
        <Popover className={menu.popover ?? ''} placement="top start">
          <Menu className={menu.menu ?? ''} aria-label={t(inTable ? 'editor.table.menu' : 'editor.table')}>
            {(inTable ? acts : sizes.map((size) => ({ id: `${size}`, label: t(`editor.table.${size}`), act: () => actAndWrite(editor, () => { $makeTable(size, size) }) }))).map((one) => (
              <MenuItem key={one.id} id={one.id} className={menu.item ?? ''} onAction={one.act}>{one.label}</MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <button
        type="button" className={css.button} aria-label={t('editor.link')} data-tip={`${t('editor.link')} · [[`} tabIndex={stop === formats.length + 1 ? 0 : -1}
        onMouseDown={(event) => event.preventDefault()} onFocus={() => setStop(formats.length + 1)} onClick={() => beginItemLink(editor)}
      >
        <Brackets size={20} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  )
}
