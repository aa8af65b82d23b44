/**
 * Where the caret is, as a number that outlives the page: characters from the
 * start, each block and each line break counting one more.
 */
import { $getRoot, $getSelection, $isElementNode, $isLineBreakNode, $isRangeSelection, $isTextNode } from 'lexical'
import type { ElementNode, LexicalNode } from 'lexical'

/** Blocks that hold words themselves, in reading order. */
function $lines(node: ElementNode = $getRoot(), found: LexicalNode[] = []): LexicalNode[] {
  for (const child of node.getChildren()) {
    if ($isElementNode(child) && child.getChildren().some((inner) => $isElementNode(inner) && !inner.isInline())) $lines(child, found)
    else if ($isElementNode(child) && child.isEmpty() && !child.canBeEmpty()) continue
    else found.push(child)
  }
  return found
}

function $length(node: LexicalNode): number {
  return $isLineBreakNode(node) ? 1 : node.getTextContentSize()
}

/** The caret's offset; null when there is none. */
export function $caretOffset(): number | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const point = selection.focus
  const at = point.getNode()
  let offset = 0
  for (const line of $lines()) {
    if (line.is(at) || ($isElementNode(line) && line.isParentOf(at))) {
      if (!$isElementNode(line)) return offset
      const children = line.getChildren()
      if (line.is(at)) return offset + children.slice(0, point.offset).reduce((sum, child) => sum + $length(child), 0)
      for (const child of children) {
        if (child.is(at)) return offset + point.offset
        offset += $length(child)
      }
      return offset
    }
    offset += ($isElementNode(line) ? line.getChildren().reduce((sum, child) => sum + $length(child), 0) : 0) + 1
  }
  return null
}

/** Put the caret at an offset of {@link $caretOffset}; past the end means at the end. */
export function $placeCaret(wanted: number): void {
  let left = Math.max(0, wanted)
  for (const line of $lines()) {
    if (!$isElementNode(line)) { left -= 1; continue }
    const children = line.getChildren()
    const length = children.reduce((sum, child) => sum + $length(child), 0)
    if (left > length) { left -= length + 1; continue }
    for (const [index, child] of children.entries()) {
      const size = $length(child)
      if ($isTextNode(child) && left <= size) { child.select(left, left); return }
      if (left < size || (left === 0 && size === 0)) { line.select(index, index); return }
      left -= size
    }
    line.select(children.length, children.length)
    return
  }
  $getRoot().selectEnd()
}
