import {
  BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, CHECK_LIST, HEADING, ITALIC_STAR, ITALIC_UNDERSCORE,
  ORDERED_LIST, QUOTE, UNORDERED_LIST,
} from '@lexical/markdown'
import type { ElementTransformer, Transformer } from '@lexical/markdown'
import { $isListItemNode, $isListNode } from '@lexical/list'
import { $createHeadingNode } from '@lexical/rich-text'
import { $getSelection, $isRangeSelection, TextNode } from 'lexical'
import type { LexicalEditor } from 'lexical'

/** One `#` is the sheet's second level: the sheet itself has the h1. */
const heading: ElementTransformer = {
  ...HEADING,
  regExp: /^(#{1,3})\s/,
  replace: (parent, children, match) => {
    const node = $createHeadingNode(match[1] === '#' ? 'h2' : 'h3')
    node.append(...children)
    parent.replace(node)
    node.select(0, 0)
  },
}

/** What typing in Markdown turns into as one types; only formats that exist here. */
export const markdownShortcuts: Transformer[] = [
  heading, QUOTE, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST,
  BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, ITALIC_STAR, ITALIC_UNDERSCORE,
]

/** "- [ ] ": by the time the box is typed, the dash has already made a list. */
export function registerBoxShortcut(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (node) => {
    const typed = /^\[([ x]?)\] /i.exec(node.getTextContent())
    const item = node.getParent()
    const list = item?.getParent()
    const selection = $getSelection()
    // Only as it is typed, in a list just begun: a stored text stays as it is.
    if (typed === null || !$isListItemNode(item) || !$isListNode(list) || list.getListType() !== 'bullet' || list.getChildrenSize() !== 1) return
    if (!$isRangeSelection(selection) || !selection.isCollapsed() || !selection.anchor.getNode().is(node) || selection.anchor.offset !== typed[0].length) return
    list.setListType('check')
    item.setChecked(typed[1]?.toLowerCase() === 'x')
    node.spliceText(0, typed[0].length, '', true)
  })
}
