/** A link to another item inside a written text: whose item, and the words that stood for it when it was made. */
import { ItemId } from './ids.ts'
import type { RichNode, RichText } from './rich-text.ts'

export type ItemLink = RichNode & { type: 'item-link'; item: ItemId; text: string }

export function itemLinkNode(item: ItemId, text: string): ItemLink {
  return { type: 'item-link', version: 1, item, text }
}

/** Whether a stored node is one, whole. */
export function isItemLink(node: RichNode): node is ItemLink {
  return node.type === 'item-link' && typeof node.text === 'string' && ItemId.safeParse(node['item']).success
}

/** The items that a text links to, each once. */
export function linkedItems(text: RichText): ItemId[] {
  const found = new Set<ItemId>()
  const pending = [text.root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isItemLink(node)) found.add(node.item)
    if (node.children !== undefined) for (const child of node.children) pending.push(child)
  }
  return [...found]
}
