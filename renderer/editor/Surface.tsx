import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { $getRoot, BLUR_COMMAND, COMMAND_PRIORITY_LOW, FOCUS_COMMAND, mergeRegister, SELECTION_CHANGE_COMMAND } from 'lexical'
import type { LexicalEditor } from 'lexical'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { plainText } from '../../shared/rich-text.ts'
import type { RichText } from '../../shared/rich-text.ts'
import { $blockAtCaret } from './blocks.ts'
import { $caretOffset, $placeCaret } from './caret.ts'
import css from './Editor.module.css'
import { registerSurface } from './drafts.ts'
import { LinkMenu } from './LinkMenu.tsx'
import { fromEditor } from './stored-text.ts'
import { TableMenu } from './TableMenu.tsx'

export type SurfaceProps = {
  /** The text as it now stands, at most 30 ms after a key, and at once when the surface is left. */
  onChange: (text: RichText, plain: string) => void
  label: string
  describedBy?: string
  placeholder?: string
  autoFocus?: boolean
  /** Where the caret goes at first: an offset that `onCaret` told. */
  caret?: number | null
  onCaret?: (offset: number) => void
  onFocus?: () => void
  /** `body` is a sheet's text; `line` is text inside a row. */
  look?: 'body' | 'line'
}

/** Reading a whole text out costs; keys within this belong to one change. */
const gatherMs = 30
/** The caret's place is kept for a return, which need not be to the letter. */
const caretMs = 200

/** The text as it is stored. */
function readOut(editor: LexicalEditor): RichText {
  // Lexical's JSON is what RichText describes.
  return fromEditor(editor.getEditorState().toJSON() as RichText)
}

function useChanges(editor: LexicalEditor, onChange: SurfaceProps['onChange']): void {
  const latest = useRef(onChange)
  useLayoutEffect(() => { latest.current = onChange })
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const flush = () => {
      if (timer === null) return
      clearTimeout(timer)
      timer = null
      const text = readOut(editor)
      latest.current(text, plainText(text))
    }
    const stop = mergeRegister(
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, prevEditorState, editorState, tags }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
        // The state a text opens with is no change of it.
        if (tags.has('history-merge') && prevEditorState.isEmpty()) return
        if (editorState === prevEditorState) return
        timer ??= setTimeout(flush, gatherMs)
      }),
      editor.registerCommand(BLUR_COMMAND, () => { flush(); return false }, COMMAND_PRIORITY_LOW),
      registerSurface(flush),
    )
    return () => { flush(); stop() }
  }, [editor])
}

/** Mark the paragraph that holds the caret, for the rule beside it. */
function useCaretRule(editor: LexicalEditor): void {
  useEffect(() => {
    let marked: HTMLElement | null = null
    const mark = () => {
      const key = editor.getEditorState().read(() => $blockAtCaret()?.node.getKey())
      const element = key === undefined ? null : editor.getElementByKey(key)
      if (element === marked && marked?.hasAttribute('data-caret')) return
      marked?.removeAttribute('data-caret')
      element?.setAttribute('data-caret', '')
      marked = element
    }
    mark()
    return editor.registerUpdateListener(mark)
  }, [editor])
}

function useCaretNotes(editor: LexicalEditor, onCaret: SurfaceProps['onCaret']): void {
  const latest = useRef(onCaret)
  useLayoutEffect(() => { latest.current = onCaret })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const tell = () => {
      timer = null
      const offset = editor.getEditorState().read($caretOffset)
      if (offset !== null) latest.current?.(offset)
    }
    const later = () => { timer ??= setTimeout(tell, caretMs); return false }
    const stop = mergeRegister(
      editor.registerCommand(SELECTION_CHANGE_COMMAND, later, COMMAND_PRIORITY_LOW),
      editor.registerUpdateListener(({ dirtyLeaves }) => { if (dirtyLeaves.size > 0) later() }),
      registerSurface(() => { if (timer !== null) { clearTimeout(timer); tell() } }),
    )
    return () => { if (timer !== null) clearTimeout(timer); stop() }
  }, [editor])
}

/** Where one writes. */
export function Surface({ onChange, label, describedBy, placeholder, autoFocus = false, caret = null, onCaret, onFocus, look = 'body' }: SurfaceProps) {
  const [editor] = useLexicalComposerContext()
  useChanges(editor, onChange)
  useCaretRule(editor)
  useCaretNotes(editor, onCaret)
  const onFocusNow = useRef(onFocus)
  useLayoutEffect(() => { onFocusNow.current = onFocus })
  useEffect(() => editor.registerCommand(FOCUS_COMMAND, () => { onFocusNow.current?.(); return false }, COMMAND_PRIORITY_LOW), [editor])
  const first = useRef({ autoFocus, caret })
  useEffect(() => {
    if (!first.current.autoFocus) return
    const { caret: offset } = first.current
    editor.update(() => { if (offset === null) $getRoot().selectEnd(); else $placeCaret(offset) }, { discrete: true, tag: 'history-merge' })
    editor.getRootElement()?.focus({ preventScroll: offset === null })
  }, [editor])
  const attributes = {
    className: look === 'line' ? `${css.surface} ${css.line}` : css.surface,
    'aria-label': label, 'aria-multiline': true, spellCheck: false, autoComplete: 'off', tabIndex: 0,
    ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
  }
  return (
    <div className={css.holder}>
      {placeholder === undefined
        ? <ContentEditable {...attributes} />
        : <ContentEditable {...attributes} aria-placeholder={placeholder} placeholder={<span className={look === 'line' ? `${css.placeholder} ${css.line}` : css.placeholder}>{placeholder}</span>} />}
      <TableMenu look={look} />
      <LinkMenu />
    </div>
  )
}
