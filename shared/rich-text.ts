/**
 * Written text is Lexical's JSON. It is checked for shape and bounds only:
 * nodes this version does not know are kept as they are and shown as text.
 */
import { z } from 'zod'

export type RichNode = {
  type: string
  version?: number
  text?: string
  children?: RichNode[]
  [key: string]: unknown
}

export type RichText = { root: RichNode }

/** Deeper nesting than this is refused: no person writes it, and renderers recurse. */
export const richTextMaxDepth = 64
/** Longer text than this is refused; about a thousand printed pages. */
export const richTextMaxCharacters = 2_000_000

function isRichText(value: unknown): value is RichText {
  if (typeof value !== 'object' || value === null || !('root' in value)) return false
  const pending: Array<{ node: unknown; depth: number }> = [{ node: value.root, depth: 0 }]
  let characters = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next
    if (typeof node !== 'object' || node === null || depth > richTextMaxDepth) return false
    if (!('type' in node) || typeof node.type !== 'string') return false
    if ('text' in node && node.text !== undefined) {
      if (typeof node.text !== 'string') return false
      characters += node.text.length
      if (characters > richTextMaxCharacters) return false
    }
    if ('children' in node && node.children !== undefined) {
      if (!Array.isArray(node.children)) return false
      for (const child of node.children) pending.push({ node: child, depth: depth + 1 })
    }
  }
  return true
}

export const RichText = z.custom<RichText>(isRichText)

/** Text with nothing in it but one empty paragraph. */
export function emptyRichText(): RichText {
  return richTextFromPlain('')
}

/** One paragraph per line. */
export function richTextFromPlain(plain: string): RichText {
  return {
    root: {
      type: 'root', version: 1, direction: null, format: '', indent: 0,
      children: plain.split('\n').map((line) => ({
        type: 'paragraph', version: 1, direction: null, format: '', indent: 0, textFormat: 0, textStyle: '',
        children: line === '' ? [] : [{ type: 'text', version: 1, text: line, format: 0, detail: 0, mode: 'normal', style: '' }],
      })),
    },
  }
}

const blockTypes = new Set(['paragraph', 'heading', 'quote', 'listitem', 'list', 'root', 'code'])

/** The words alone, one line per block: what search and word counts read. */
export function plainText(text: RichText): string {
  const lines: string[] = []
  let line = ''
  const flush = () => { if (line !== '') lines.push(line); line = '' }
  const visit = (node: RichNode): void => {
    if (typeof node.text === 'string') line += node.text
    else if (node.type === 'linebreak') flush()
    for (const child of node.children ?? []) visit(child)
    if (blockTypes.has(node.type)) flush()
  }
  visit(text.root)
  flush()
  return lines.join('\n')
}

/** Words as a reader counts them, in any of our languages. */
export function countWords(plain: string): number {
  return plain.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
