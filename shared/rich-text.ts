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

/** More nodes, lists and objects than this are refused; some thousand pages of short lines. */
export const richTextMaxParts = 500_000

/**
 * Walks without recursion and counts what it walks, so that neither depth, nor
 * size, nor a part that is shared a thousand times over holds up the core.
 */
function isRichText(value: unknown): value is RichText {
  if (!isObject(value) || !('root' in value)) return false
  const pending = Object.entries(value).map(([key, part]) => ({ part, depth: 0, node: key === 'root' }))
  let characters = 0
  let parts = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { part, depth, node } = next
    if (node && !isNode(part)) return false
    if (typeof part === 'string') {
      characters += part.length
      if (characters > richTextMaxCharacters) return false
    } else if (Array.isArray(part) || isObject(part)) {
      const held = Object.entries(part)
      parts += held.length + 1
      // A list with gaps would be written out in full: a few bytes become gigabytes.
      if (Array.isArray(part) && part.length !== held.length) return false
      if (parts > richTextMaxParts || depth > richTextMaxDepth) return false
      for (const [key, inner] of held) {
        // A node's own children are one level down; the list that holds them is none.
        if (!node || key !== 'children' || !Array.isArray(inner)) {
          pending.push({ part: inner, depth: depth + 1, node: false })
          continue
        }
        parts += inner.length
        if (parts > richTextMaxParts) return false
        for (const child of inner) pending.push({ part: child, depth: depth + 1, node: true })
      }
    } else if (typeof part !== 'number' && typeof part !== 'boolean' && part !== null && part !== undefined) return false
  }
  return true
}

function isNode(part: unknown): boolean {
  return isObject(part) && typeof part['type'] === 'string'
    && (part['text'] === undefined || typeof part['text'] === 'string')
    && (part['children'] === undefined || Array.isArray(part['children']))
}

/** What JSON calls an object: no date, no map, nothing with a class. */
function isObject(part: unknown): part is Record<string, unknown> {
  return Object.prototype.toString.call(part) === '[object Object]'
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

const blockTypes = new Set(['paragraph', 'heading', 'quote', 'listitem', 'list', 'root', 'code', 'table', 'tablerow'])

/** The words alone, one line per block and per row of a table: what search and word counts read. */
export function plainText(text: RichText): string {
  const lines: string[] = []
  let line = ''
  const flush = () => { if (line !== '') lines.push(line); line = '' }
  const visit = (node: RichNode): void => {
    if (node.type === 'tablerow') {
      flush()
      line = (node.children ?? []).map((cell) => plainText({ root: cell }).replaceAll('\n', ' ')).join(' | ').replace(/[ |]+$/, '')
      flush()
      return
    }
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
