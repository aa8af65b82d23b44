import { $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard'
import type { ImportMimeTypeFunction } from '@lexical/clipboard'
import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import {
  $getEditor, $getRoot, $parseSerializedNode, COMMAND_PRIORITY_CRITICAL, COMMAND_PRIORITY_LOW, configExtension, defineExtension, DROP_COMMAND, mergeRegister,
  PASTE_COMMAND,
} from 'lexical'
import type { BaseSelection } from 'lexical'
import { RichText, richTextMaxCharacters } from '../../shared/rich-text.ts'
import type { RichNode } from '../../shared/rich-text.ts'
import { pasteMaxCharacters, pasteMaxMarkup, readHtml, readPlain } from './paste.ts'
import type { Pasted } from './paste.ts'
import { fromEditorNode, toEditorNode } from './stored-text.ts'

/** What a person is told about a paste. */
export type PasteNotice = 'too-much' | 'pictures' | 'files'

export const namespace = 'mentoring-journal'

function $insert(blocks: readonly RichNode[], selection: BaseSelection): void {
  const only = blocks.length === 1 ? blocks[0] : undefined
  // One paragraph goes into the line the caret stands in.
  const nodes = only?.type === 'paragraph' ? only.children ?? [] : blocks
  if (nodes.length > 0) $insertGeneratedNodes($getEditor(), nodes.map((node) => $parseSerializedNode(node)), selection)
}

/** Copied in this app: our own nodes again, checked as if they came from anywhere, because they may. */
const $ownNodes: ImportMimeTypeFunction = (data, selection) => {
  try {
    // Parsed and then checked; nothing is assumed of its shape.
    const copied = JSON.parse(data) as { namespace?: unknown; nodes?: unknown }
    if (copied.namespace !== namespace || !Array.isArray(copied.nodes)) return false
    const text = RichText.safeParse({ root: { type: 'root', children: copied.nodes } })
    if (!text.success) return false
    $insert((text.data.root.children ?? []).map((node) => toEditorNode(fromEditorNode(node), 'anywhere')), selection)
    return true
  } catch {
    return false
  }
}

/** Paste and drop, reduced to what we know; `notify` hears what was left out. */
export function pasteExtension(notify: (notice: PasteNotice) => void) {
  const importing = (read: (data: string) => Pasted): ImportMimeTypeFunction => (data, selection) => {
    const pasted = read(data)
    if (pasted.pictures > 0) notify('pictures')
    else if (pasted.blocks.length === 0) return false
    $insert(pasted.blocks, selection)
    return true
  }
  const $plain = importing(readPlain)
  return defineExtension({
    name: '@mentoring-journal/paste',
    dependencies: [configExtension(ClipboardImportExtension, {
      // Stacked above the library's own readers and never passing on to them.
      $importMimeType: {
        'application/x-lexical-editor': [$ownNodes], 'text/html': [importing(readHtml)], 'text/plain': [$plain], 'text/uri-list': [$plain],
      },
    })],
    register: (editor) => {
      /** Decided before anything is made into nodes. */
      const refuse = (event: Event, data: DataTransfer | null): boolean => {
        if (data === null) return false
        const room = richTextMaxCharacters - editor.getEditorState().read(() => $getRoot().getTextContentSize())
        const tooMuch = data.getData('text/plain').length > Math.min(pasteMaxCharacters, room)
          || ['text/html', 'application/x-lexical-editor'].some((type) => data.getData(type).length > pasteMaxMarkup)
        if (!tooMuch) return false
        event.preventDefault()
        notify('too-much')
        return true
      }
      return mergeRegister(
        editor.registerCommand(PASTE_COMMAND, (event) => refuse(event, 'clipboardData' in event ? event.clipboardData : null), COMMAND_PRIORITY_CRITICAL),
        editor.registerCommand(DROP_COMMAND, (event) => refuse(event, event.dataTransfer), COMMAND_PRIORITY_CRITICAL),
        editor.registerCommand(DRAG_DROP_PASTE, () => { notify('files'); return true }, COMMAND_PRIORITY_LOW),
      )
    },
  })
}
