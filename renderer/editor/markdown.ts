import {
  BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, CHECK_LIST, HEADING, ITALIC_STAR, ITALIC_UNDERSCORE,
  ORDERED_LIST, QUOTE, UNORDERED_LIST,
} from '@lexical/markdown'
import type { ElementTransformer, Transformer } from '@lexical/markdown'
import { $createHeadingNode } from '@lexical/rich-text'

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
