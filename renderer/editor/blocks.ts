/** What the block under the caret is, and turning it into another. */
import { $isListItemNode, $isListNode, INSERT_CHECK_LIST_COMMAND, INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND, REMOVE_LIST_COMMAND } from '@lexical/list'
import type { ListType } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $createParagraphNode, $getSelection, $isRangeSelection, $isRootNode, $isRootOrShadowRoot } from 'lexical'
import type { ElementNode, LexicalEditor, LexicalNode } from 'lexical'

export type Block = { node: LexicalNode; kind: 'paragraph' | 'heading' | 'quote' | 'list'; list: ListType | null }

/** The paragraph, heading, quote or list item that holds the caret. */
export function $blockAtCaret(): Block | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  let node: LexicalNode | null = selection.focus.getNode()
  while (node !== null && !$isRootNode(node)) {
    if ($isListItemNode(node)) {
      const list = node.getParent()
      return { node, kind: 'list', list: $isListNode(list) ? list.getListType() : null }
    }
    if ($isHeadingNode(node)) return { node, kind: 'heading', list: null }
    if ($isQuoteNode(node)) return { node, kind: 'quote', list: null }
    if ($isRootOrShadowRoot(node.getParent())) return { node, kind: 'paragraph', list: null }
    node = node.getParent()
  }
  return null
}

export type BlockChoice = 'heading' | 'quote' | ListType

const listCommands = { bullet: INSERT_UNORDERED_LIST_COMMAND, number: INSERT_ORDERED_LIST_COMMAND, check: INSERT_CHECK_LIST_COMMAND }

/** Make the selected blocks this, or paragraphs again when they are it already. */
export function toggleBlock(editor: LexicalEditor, choice: BlockChoice): void {
  editor.update(() => {
    const now = $blockAtCaret()
    if (choice === 'heading' || choice === 'quote') {
      if (now?.kind === 'list') editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
      const make = (): ElementNode => {
        if (now?.kind === choice) return $createParagraphNode()
        return choice === 'heading' ? $createHeadingNode('h2') : $createQuoteNode()
      }
      $setBlocksType($getSelection(), make)
    } else {
      editor.dispatchCommand(now?.list === choice ? REMOVE_LIST_COMMAND : listCommands[choice], undefined)
    }
  })
}
