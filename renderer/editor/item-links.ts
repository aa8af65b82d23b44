/** Links to other items, as they are typed and opened. */
import { $createTextNode, $getRoot, $getSelection, $isNodeSelection, $isRangeSelection, $isTextNode, COMMAND_PRIORITY_CRITICAL, KEY_ENTER_COMMAND } from 'lexical'
import type { LexicalEditor, NodeKey } from 'lexical'
import type { ItemId } from '../../shared/ids.ts'
import { $isItemLinkNode, ItemLinkNode } from './nodes/item-link-node.tsx'

/** Two brackets, and what was typed behind them up to the caret. */
export type Asked = { key: NodeKey; from: number; query: string }

/** What is being looked for at the caret; null when nothing is. */
export function $askedHere(): Asked | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || !node.isSimpleText()) return null
  const match = /\[\[([^[\]]{0,75})$/.exec(node.getTextContent().slice(0, selection.anchor.offset))
  return match === null ? null : { key: node.getKey(), from: match.index, query: match[1] ?? '' }
}

/** Put a link in place of the brackets and what was typed behind them. */
export function $putItemLink(item: ItemId, words: string): void {
  const asked = $askedHere()
  const selection = $getSelection()
  if (asked === null || !$isRangeSelection(selection)) return
  const node = selection.anchor.getNode()
  if (!$isTextNode(node)) return
  const to = selection.anchor.offset
  const parts = node.splitText(asked.from, to)
  const typed = parts[asked.from === 0 ? 0 : 1]
  if (typed === undefined) return
  const link = new ItemLinkNode(item, words)
  typed.replace(link)
  const after = link.getNextSibling()
  if ($isTextNode(after) && /^\s/.test(after.getTextContent())) after.select(1, 1)
  else {
    const space = $createTextNode(' ')
    link.insertAfter(space)
    space.select(1, 1)
  }
}

/** Begin to look for one at the caret, as if the brackets were typed. */
export function beginItemLink(editor: LexicalEditor): void {
  editor.focus(() => {
    editor.update(() => {
      if (!$isRangeSelection($getSelection())) $getRoot().selectEnd()
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.insertText('[[')
    })
  })
}

/** Enter on a link that the arrows stopped on opens it, as a click does. */
export function registerItemLinks(editor: LexicalEditor): () => void {
  return editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
    const selection = $getSelection()
    const [node, more] = $isNodeSelection(selection) ? selection.getNodes() : []
    if (more !== undefined || !$isItemLinkNode(node)) return false
    event?.preventDefault()
    editor.getElementByKey(node.getKey())?.querySelector<HTMLElement>('[data-item-link]')?.click()
    return true
  }, COMMAND_PRIORITY_CRITICAL)
}
