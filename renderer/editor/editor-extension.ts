/** Everything one writing surface is made of. */
import { AriaLiveRegionExtension, HistoryAnnounceExtension } from '@lexical/a11y'
import { createEmptyHistoryState, HistoryExtension } from '@lexical/history'
import { CheckListExtension, ListExtension, ListNode } from '@lexical/list'
import { registerMarkdownShortcuts } from '@lexical/markdown'
import { HeadingAnnounceExtension, RichTextExtension } from '@lexical/rich-text'
import {
  $getSelection, $isRangeSelection, COMMAND_PRIORITY_CRITICAL, COMMAND_PRIORITY_LOW, configExtension, defineExtension, FORMAT_ELEMENT_COMMAND, FORMAT_TEXT_COMMAND, INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, mergeRegister, OUTDENT_CONTENT_COMMAND,
} from 'lexical'
import type { EditorThemeClasses, LexicalEditor } from 'lexical'
import type { RichText } from '../../shared/rich-text.ts'
import { $blockAtCaret } from './blocks.ts'
import { historyFor, keptState } from './histories.ts'
import { markdownShortcuts, registerBoxShortcut } from './markdown.ts'
import { registerItemLinks } from './item-links.ts'
import { ItemLinkNode } from './nodes/item-link-node.tsx'
import { KeptNode } from './nodes/kept-node.ts'
import { namespace, pasteExtension } from './paste-extension.ts'
import type { PasteNotice } from './paste-extension.ts'
import { toEditor } from './stored-text.ts'
import { tableExtension } from './table-extension.ts'
import type { TableWords } from './table-extension.ts'

/** As many steps back as anyone takes; each keeps a whole state of the text. */
const undoDepth = 200

export type EditorWords = {
  headingMade: string
  headingGone: string
  undone: string
  redone: string
  table: TableWords
}

export type EditorSetup = {
  value: RichText
  theme: EditorThemeClasses
  words: EditorWords
  editable: boolean
  historyKey: string | undefined
  notify: (notice: PasteNotice) => void
}

/** Keys and formats that are ours rather than the library's. */
function registerManners(editor: LexicalEditor): () => void {
  return mergeRegister(
    // Only what the toolbar offers can be made: no underline, no alignment.
    editor.registerCommand(FORMAT_TEXT_COMMAND, (format) => format !== 'bold' && format !== 'italic', COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    // Ctrl+Enter belongs to the screen's main button.
    editor.registerCommand(KEY_ENTER_COMMAND, (event) => event !== null && (event.ctrlKey || event.metaKey), COMMAND_PRIORITY_CRITICAL),
    // Escape closes what is open over the text; the library would also leave the text, and the next letters would go nowhere.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || (event.key !== ']' && event.key !== '[')) return false
      event.preventDefault()
      const selection = $getSelection()
      if ($isRangeSelection(selection) && $blockAtCaret()?.kind === 'list') {
        editor.dispatchCommand(event.key === ']' ? INDENT_CONTENT_COMMAND : OUTDENT_CONTENT_COMMAND, undefined)
      }
      return true
    }, COMMAND_PRIORITY_CRITICAL),
    // A list whose items are boxes is a group of boxes to a screen reader; its items say so already.
    editor.registerMutationListener(ListNode, (changes) => {
      for (const [key, change] of changes) {
        if (change === 'destroyed') continue
        const dom = editor.getElementByKey(key)
        if (dom === null) continue
        if (dom.querySelector(':scope > [role="checkbox"]') !== null) dom.setAttribute('role', 'group')
        else dom.removeAttribute('role')
      }
    }, { skipInitialization: false }),
  )
}

/** A surface's extension; made once per text, never per render. */
export function editorExtension({ value, theme, words, editable, historyKey, notify }: EditorSetup) {
  const before = historyKey === undefined ? null : keptState(historyKey, value)
  return defineExtension({
    name: '@mentoring-journal/editor',
    namespace,
    theme,
    editable,
    nodes: [KeptNode, ItemLinkNode],
    onError: (error) => { throw error },
    $initialEditorState: before ?? JSON.stringify(toEditor(value)),
    dependencies: [
      configExtension(RichTextExtension, { escapeFormatTriggers: {} }),
      configExtension(HeadingAnnounceExtension, { created: words.headingMade, destroyed: words.headingGone }),
      configExtension(HistoryAnnounceExtension, { undone: words.undone, redone: words.redone }),
      AriaLiveRegionExtension,
      configExtension(HistoryExtension, {
        maxDepth: undoDepth,
        createInitialHistoryState: (editor) => (historyKey === undefined ? createEmptyHistoryState() : historyFor(historyKey, editor, before === null)),
      }),
      configExtension(ListExtension, { hasStrictIndent: true }),
      CheckListExtension,
      tableExtension(words.table),
      pasteExtension(notify),
    ],
    register: (editor) => mergeRegister(registerMarkdownShortcuts(editor, markdownShortcuts), registerBoxShortcut(editor), registerManners(editor), registerItemLinks(editor)),
  })
}
