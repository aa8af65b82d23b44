import { buildEditorFromExtensions } from '@lexical/extension'
import { $getRoot, $getSelection, $isRangeSelection, CONTROLLED_TEXT_INSERTION_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { LexicalEditor } from 'lexical'
import { onTestFinished } from 'vitest'
import type { RichText } from '../../../shared/rich-text.ts'
import { emptyRichText } from '../../../shared/rich-text.ts'
import { editorExtension } from '../../../renderer/editor/editor-extension.ts'
import type { PasteNotice } from '../../../renderer/editor/paste-extension.ts'
import { fromEditor } from '../../../renderer/editor/stored-text.ts'

export function storedText(editor: LexicalEditor): RichText {
  // Lexical's JSON is what RichText describes.
  return fromEditor(JSON.parse(JSON.stringify(editor.getEditorState().toJSON())) as RichText)
}

/** The editor as the app builds it, on a bare page. */
export function openEditor(value: RichText = emptyRichText(), historyKey?: string) {
  const notices: PasteNotice[] = []
  const editor = buildEditorFromExtensions(editorExtension({
    value, historyKey, editable: true, theme: { tableScrollableWrapper: 'box', kept: 'kept', keptInline: 'kept', keptLabel: 'placeholder' },
    words: { headingMade: '', headingGone: '', undone: '', redone: '', table: { made: '', leave: '' } }, notify: (notice) => notices.push(notice),
  }))
  const root = document.createElement('div')
  root.contentEditable = 'true'
  document.body.append(root)
  editor.setRootElement(root)
  const close = () => { editor.setRootElement(null); editor.dispose(); root.remove() }
  onTestFinished(close)
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
  const update = async (change: () => void) => { editor.update(change, { discrete: true }); await settle() }
  return {
    editor, root, notices, close, update,
    /** Key by key at the caret, at the end when there is none. */
    async type(text: string) {
      await update(() => { if (!$isRangeSelection($getSelection())) $getRoot().selectEnd() })
      for (const key of text) {
        editor.update(() => { editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, key) }, { discrete: true })
        await settle()
      }
    },
    async undo() { editor.dispatchCommand(UNDO_COMMAND, undefined); await settle() },
    async redo() { editor.dispatchCommand(REDO_COMMAND, undefined); await settle() },
  }
}
