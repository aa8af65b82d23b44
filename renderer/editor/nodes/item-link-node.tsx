/**
 * A link to another item: its id, and the words that stood for it when it was
 * made. The words go wherever the text goes; what it is called now is only shown.
 */
import { DecoratorNode } from 'lexical'
import type { DOMExportOutput, EditorConfig, LexicalNode, NodeKey, SerializedLexicalNode } from 'lexical'
import type { ReactNode } from 'react'
import type { ItemId } from '../../../shared/ids.ts'
import { ItemLinkInText } from '../ItemLinkInText.tsx'

export type SerializedItemLinkNode = SerializedLexicalNode & { item: ItemId; text: string }

/** No item has this id. */
const nobody = '00000000-0000-0000-0000-000000000000' as ItemId

export class ItemLinkNode extends DecoratorNode<ReactNode> {
  __item: ItemId
  __words: string

  static override getType(): string { return 'item-link' }
  static override clone(node: ItemLinkNode): ItemLinkNode { return new ItemLinkNode(node.__item, node.__words, node.__key) }
  static override importJSON(json: SerializedItemLinkNode): ItemLinkNode { return new ItemLinkNode(json.item, json.text) }

  constructor(item: ItemId = nobody, words = '', key?: NodeKey) {
    super(key)
    this.__item = item
    this.__words = words
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before)
    this.__item = before.__item
    this.__words = before.__words
  }

  override exportJSON(): SerializedItemLinkNode {
    return { type: 'item-link', version: 1, item: this.__item, text: this.__words }
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement('span')
    element.className = String(config.theme['itemLink'] ?? '')
    return element
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span')
    element.textContent = this.__words
    return { element }
  }

  override updateDOM(): boolean { return false }
  override getTextContent(): string { return this.__words }
  override isInline(): true { return true }
  getItem(): ItemId { return this.getLatest().__item }
  override decorate(): ReactNode { return <ItemLinkInText item={this.__item} words={this.__words} nodeKey={this.__key} /> }
}

export function $isItemLinkNode(node: LexicalNode | null | undefined): node is ItemLinkNode {
  return node instanceof ItemLinkNode
}
