/**
 * Between the text as stored and the text as edited. Nodes we know are rebuilt
 * field by field, so that nothing else in the file reaches the page's DOM; the
 * rest is carried inside a `kept` node and comes out as it went in.
 */
import { isItemLink, itemLinkNode } from '../../shared/item-link.ts'
import type { RichNode, RichText } from '../../shared/rich-text.ts'

/** Where a node stands decides what may stand there. */
type Spot = 'block' | 'inline' | 'item' | 'cell' | 'anywhere'

/** The bits of a text's format that can be made here: bold, italic; others are shown when stored. */
const formatBits = 0b1_1111

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const listTypes = new Set(['bullet', 'number', 'check'])
const element = { version: 1, direction: null, format: '', indent: 0 }

export function emptyParagraph(): RichNode {
  return { type: 'paragraph', ...element, textFormat: 0, textStyle: '', children: [] }
}

export function textNode(text: string, format = 0): RichNode {
  return { type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' }
}

const kept = (original: RichNode, inline: boolean): RichNode => ({ type: 'kept', version: 1, original, inline })

/** Known in this place, rebuilt; null when it is not. */
function known(node: RichNode, spot: Spot): RichNode | null {
  if ('$slots' in node) return null
  const inlineOk = spot === 'inline' || spot === 'anywhere'
  const blockOk = spot === 'block' || spot === 'cell' || spot === 'anywhere'
  const inside = (): RichNode[] => (node.children ?? []).map((child) => toEditorNode(child, 'inline'))
  const common = { ...element, direction: node['direction'] === 'rtl' || node['direction'] === 'ltr' ? node['direction'] : null }
  switch (node.type) {
    case 'text':
      return inlineOk && typeof node.text === 'string' ? textNode(node.text, Number(node['format'] ?? 0) & formatBits) : null
    case 'linebreak':
      return inlineOk ? { type: 'linebreak', version: 1 } : null
    case 'tab':
      return inlineOk ? { type: 'tab', version: 1, text: '\t', format: 0, detail: 2, mode: 'normal', style: '' } : null
    case 'item-link':
      return inlineOk && isItemLink(node) ? itemLinkNode(node.item, node.text) : null
    case 'paragraph':
      return blockOk ? { ...emptyParagraph(), ...common, children: inside() } : null
    case 'heading':
      return blockOk && headings.has(String(node['tag'])) ? { type: 'heading', ...common, tag: node['tag'], children: inside() } : null
    case 'quote':
      return blockOk && !(node.children ?? []).some(holdsBlocks) ? { type: 'quote', ...common, children: inside() } : null
    case 'list':
      return (blockOk || spot === 'item') && listTypes.has(String(node['listType'])) && (node.children ?? []).every((child) => child.type === 'listitem')
        ? {
            type: 'list', ...common, listType: node['listType'], start: Number.isInteger(node['start']) ? node['start'] : 1,
            tag: node['listType'] === 'number' ? 'ol' : 'ul', children: (node.children ?? []).map(listItem),
          }
        : null
    case 'table':
      // None inside another, and none with merged cells: nothing here could make one of them again.
      return blockOk && spot !== 'cell' && isGrid(node) ? { type: 'table', ...common, children: (node.children ?? []).map(tableRow) } : null
    default:
      return null
  }
}

function isGrid({ children = [] }: RichNode): boolean {
  return children.length > 0 && children.every((row) => row.type === 'tablerow' && (row.children ?? []).length > 0
    && (row.children ?? []).every((cell) => cell.type === 'tablecell' && Number(cell['colSpan'] ?? 1) === 1 && Number(cell['rowSpan'] ?? 1) === 1))
}

function tableRow(row: RichNode): RichNode {
  return {
    type: 'tablerow', ...element,
    children: (row.children ?? []).map((cell) => tableCell(Number(cell['headerState'] ?? 0) & 3, (cell.children ?? []).map((child) => toEditorNode(child, 'cell')))),
  }
}

/** A cell; it is a head when `head` is one of the library's states but 0. */
export function tableCell(head: number, blocks: readonly RichNode[]): RichNode {
  return { type: 'tablecell', ...element, headerState: head, colSpan: 1, rowSpan: 1, backgroundColor: null, children: blocks.length === 0 ? [emptyParagraph()] : [...blocks] }
}

/** A table from the lines of its cells, the first row its head. */
export function tableOf(rows: ReadonlyArray<ReadonlyArray<readonly RichNode[]>>, head: boolean): RichNode {
  const columns = Math.max(...rows.map((row) => row.length))
  return {
    type: 'table', ...element,
    children: rows.map((row, index) => ({
      type: 'tablerow', ...element,
      children: Array.from({ length: columns }, (_, column) => tableCell(head && index === 0 ? 1 : 0, [{ ...emptyParagraph(), children: [...row[column] ?? []] }])),
    })),
  }
}

const holdsBlocks = (node: RichNode) => node.type === 'paragraph' || node.type === 'heading' || node.type === 'list'

function listItem(node: RichNode): RichNode {
  const children = node.children ?? []
  const nested = children.length === 1 && children[0]?.type === 'list'
  return {
    type: 'listitem', ...element, value: Number.isInteger(node['value']) ? node['value'] : 1,
    ...(typeof node['checked'] === 'boolean' && { checked: node['checked'] }),
    children: children.map((child) => toEditorNode(child, nested ? 'item' : 'inline')),
  }
}

/** One stored node as the editor takes it. */
export function toEditorNode(node: RichNode, spot: Spot): RichNode {
  return known(node, spot) ?? kept(node, spot !== 'block' && spot !== 'cell')
}

/** A stored text as the editor takes it; never empty, so that there is a place for the caret. */
export function toEditor(text: RichText): RichText {
  const children = (text.root.children ?? []).map((child) => toEditorNode(child, 'block'))
  // A table at the end leaves no line to go on in.
  if (children.at(-1)?.type === 'table' || !children.some((child) => child.type !== 'kept')) children.push(emptyParagraph())
  return { root: { type: 'root', ...element, children } }
}

/** One node of the editor's JSON as it is stored. */
export function fromEditorNode(node: RichNode): RichNode {
  // A `kept` node is only ever made by toEditorNode, with the node it found.
  if (node.type === 'kept') return node['original'] as RichNode
  return node.children === undefined ? node : { ...node, children: node.children.map(fromEditorNode) }
}

/** The editor's JSON as it is stored. */
export function fromEditor(text: RichText): RichText {
  return { root: fromEditorNode(text.root) }
}
