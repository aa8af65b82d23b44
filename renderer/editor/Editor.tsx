import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RichText } from '../../shared/rich-text.ts'
import { useMessages } from '../messages/messages.tsx'
import type { MessageKey } from '../messages/messages.tsx'
import { SheetFoot } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { editorExtension } from './editor-extension.ts'
import css from './Editor.module.css'
import { OwnItem } from './own-item.ts'
import type { PasteNotice } from './paste-extension.ts'
import { Surface } from './Surface.tsx'
import type { SurfaceProps } from './Surface.tsx'
import { Toolbar } from './Toolbar.tsx'

const notices: Record<PasteNotice, MessageKey> = {
  'too-much': 'editor.paste.too-much', 'pictures': 'editor.paste.pictures', 'files': 'editor.paste.files',
}

/** A class of our sheet; the compiler cannot know that it is there. */
const look = (name: string) => css[name] ?? ''

const theme = {
  paragraph: look('paragraph'), quote: look('quote'), text: { bold: look('bold'), italic: look('italic') },
  heading: {
    h1: look('heading'), h2: look('heading'), h3: look('smallHeading'), h4: look('smallHeading'), h5: look('smallHeading'), h6: look('smallHeading'),
  },
  list: {
    ul: look('bullets'), ol: look('numbers'), listitem: look('item'), checklist: look('checks'),
    listitemChecked: look('ticked'), listitemUnchecked: look('unticked'), nested: { listitem: look('nested') },
  },
  table: look('table'), tableCell: look('cell'), tableCellHeader: look('head'), tableScrollableWrapper: look('tableBox'), tableCellSelected: look('cellChosen'), tableSelection: look('cellsChosen'),
  itemLink: look('itemLink'),
  kept: look('kept'), keptInline: look('keptInline'),
}

export type EditorScopeProps = {
  /** Read once: another text, or a text changed elsewhere, needs another `key`. */
  value: RichText
  readOnly?: boolean
  /** Keeps the undo stack of this text while the vault is open, also when one goes elsewhere and comes back. */
  historyKey?: string
  children: ReactNode
}

/** One text being written: a {@link Surface} and a {@link Toolbar} anywhere inside belong together. */
export function EditorScope({ value, readOnly = false, historyKey, children }: EditorScopeProps) {
  const t = useMessages()
  const { did } = useUndo()
  const [extension] = useState(() => editorExtension({
    value, historyKey, editable: !readOnly, theme: { ...theme, keptLabel: t('editor.kept') },
    words: { headingMade: t('editor.said.heading'), headingGone: t('editor.said.heading-gone'), undone: t('editor.said.undone'), redone: t('editor.said.redone'), table: { made: t('editor.table.made'), leave: t('editor.table.leave') } },
    notify: (notice) => did(t(notices[notice])),
  }))
  return (
    <OwnItem value={historyKey ?? null}>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>{children}</LexicalExtensionComposer>
    </OwnItem>
  )
}

export type EditorProps = SurfaceProps & Omit<EditorScopeProps, 'children'> & {
  /** The bar of formats at the foot, or none. */
  toolbar?: 'foot' | 'none'
}

/** A writing surface with its toolbar. Where the two stand apart, use {@link EditorScope}. */
export function Editor({ value, readOnly = false, historyKey, toolbar = 'none', ...surface }: EditorProps) {
  return (
    <EditorScope value={value} readOnly={readOnly} {...(historyKey !== undefined && { historyKey })}>
      <Surface {...surface} />
      {toolbar === 'foot' && <SheetFoot><Toolbar /></SheetFoot>}
    </EditorScope>
  )
}
