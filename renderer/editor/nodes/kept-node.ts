/**
 * Something in a stored text that this version does not know: shown as its
 * words, never executed, and written back exactly as it was found.
 */
import { DecoratorNode } from 'lexical'
import type { EditorConfig, LexicalNode, NodeKey, SerializedLexicalNode } from 'lexical'
import { plainText } from '../../../shared/rich-text.ts'
import type { RichNode } from '../../../shared/rich-text.ts'

export type SerializedKeptNode = SerializedLexicalNode & { original: RichNode; inline: boolean }

const nothing: RichNode = { type: 'unknown' }

export class KeptNode extends DecoratorNode<null> {
  __original: RichNode
  __inline: boolean

  static override getType(): string { return 'kept' }
  static override clone(node: KeptNode): KeptNode { return new KeptNode(node.__original, node.__inline, node.__key) }
  static override importJSON(json: SerializedKeptNode): KeptNode { return new KeptNode(json.original, json.inline) }

  constructor(original: RichNode = nothing, inline = false, key?: NodeKey) {
    super(key)
    this.__original = original
    this.__inline = inline
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before)
    this.__original = before.__original
    this.__inline = before.__inline
  }

  override exportJSON(): SerializedKeptNode {
    return { type: 'kept', version: 1, original: this.__original, inline: this.__inline }
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement(this.__inline ? 'span' : 'div')
    element.className = String(this.__inline ? config.theme['keptInline'] : config.theme['kept'])
    element.textContent = this.getTextContent() || String(config.theme['keptLabel'])
    return element
  }

  override updateDOM(): boolean { return false }
  override getTextContent(): string { return plainText({ root: this.__original }) }
  override isInline(): boolean { return this.__inline }
}

export function $isKeptNode(node: LexicalNode | null | undefined): node is KeptNode {
  return node instanceof KeptNode
}
