// @vitest-environment happy-dom
import { $getRoot, $getSelection, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND } from 'lexical'
import { expect, test } from 'vitest'
import { plainText, RichText } from '../../../shared/rich-text.ts'
import type { RichNode } from '../../../shared/rich-text.ts'
import { $actOnTable, $cellHere, $makeTable } from '../../../renderer/editor/table-extension.ts'
import { tableOf, textNode } from '../../../renderer/editor/stored-text.ts'
import { openEditor, storedText } from './open-editor.ts'

const stored = (...children: RichNode[]): RichText => ({ root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children } })
const grid = (...rows: string[][]) => tableOf(rows.map((row) => row.map((words) => (words === '' ? [] : [textNode(words)]))), true)
type Opened = ReturnType<typeof openEditor>
const shape = ({ editor }: Opened) => (storedText(editor).root.children ?? []).filter(({ type }) => type === 'table')
  .map((table) => (table.children ?? []).map((row) => (row.children ?? []).map((cell) => `${cell['headerState'] === 1 ? '#' : ''}${plainText({ root: cell })}`).join(',')).join(' '))
const tab = async ({ editor }: Opened, shiftKey = false) => {
  const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, cancelable: true })
  editor.dispatchCommand(KEY_TAB_COMMAND, event)
  await new Promise((resolve) => setTimeout(resolve, 0))
  return event.defaultPrevented
}

test('a table is made in place of the empty line, filled with Tab, and grows by a row after its last cell', async () => {
  const opened = openEditor()

  await opened.update(() => { $getRoot().selectEnd(); $makeTable(2, 2) })
  for (const words of ['a', 'b', 'c', 'd', 'e']) {
    await opened.type(words)
    expect(await tab(opened)).toBe(true)
  }
  await tab(opened, true)
  await opened.type('!')

  expect(shape(opened)).toEqual(['#a,#b c,d e!,'])
  expect(plainText(storedText(opened.editor))).toBe('a | b\nc | d\ne!')
})

test('Tab never traps: after Esc it leaves, and Shift+Tab leaves from the first cell; a key goes on', async () => {
  const opened = openEditor(stored(grid(['a', 'b'])))
  await opened.update(() => { $getRoot().selectStart() })

  expect(await tab(opened, true)).toBe(false)
  opened.editor.dispatchCommand(KEY_ESCAPE_COMMAND, new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(await tab(opened)).toBe(false)
  expect(shape(opened)).toEqual(['#a,#b'])
})

test('rows and columns come and go, and every one of these acts can be undone', async () => {
  const opened = openEditor(stored(grid(['a', 'b'], ['c', 'd'])))
  await opened.update(() => { $getRoot().selectStart() })
  const seen: string[][] = []

  for (const act of ['row-below', 'column-after', 'head', 'remove-row', 'remove-column'] as const) {
    await opened.update(() => { $actOnTable(act) })
    seen.push(shape(opened))
  }
  await opened.undo()

  expect(seen.map(([first]) => first)).toEqual(['#a,#b , c,d', '#a,#,#b ,, c,,d', 'a,,b ,, c,,d', expect.any(String), expect.any(String)])
  expect(shape(opened)).not.toEqual(seen.at(-1))
})

test('with its last row goes the table, and the caret stands after it', async () => {
  const opened = openEditor(stored(grid(['a', 'b'])))
  await opened.update(() => { $getRoot().selectStart(); $actOnTable('remove-row') })

  await opened.type('on')

  expect(shape(opened)).toEqual([])
  expect(plainText(storedText(opened.editor))).toBe('on')
})

test('no table is made in another, and one at the end has a line after it', async () => {
  const opened = openEditor(stored(grid(['a', 'b'])))

  await opened.update(() => { $getRoot().selectStart(); expect($makeTable(2, 2)).toBe(false); expect($cellHere()).not.toBeNull() })

  expect(storedText(opened.editor).root.children?.map(({ type }) => type)).toEqual(['table', 'paragraph'])
})

test.each([
  ['with merged cells', { type: 'table', version: 1, children: [{ type: 'tablerow', version: 1, children: [{ type: 'tablecell', version: 1, headerState: 0, colSpan: 2, children: [{ type: 'paragraph', version: 1, children: [textNode('wide')] }] }] }] }],
  ['without rows', { type: 'table', version: 1, children: [] }],
  ['whose row is none', { type: 'table', version: 1, children: [{ type: 'paragraph', version: 1, children: [] }] }],
])('a stored table %s is kept as it is, its words shown', (_name, table) => {
  const { editor } = openEditor(stored(table))

  expect(storedText(editor).root.children?.[0]).toEqual(table)
})

test('a stored table with looks of other editors keeps its words and loses the looks', () => {
  const table = grid(['a'], ['b'])
  const cell = table.children?.[0]?.children?.[0]
  Object.assign(cell ?? {}, { backgroundColor: 'url(https://evil.example)', width: 9999, verticalAlign: 'middle' })
  Object.assign(table, { colWidths: [1, 2, 3], style: 'x', rowStriping: true })

  const { editor } = openEditor(stored(table))

  expect(JSON.stringify(storedText(editor))).not.toMatch(/evil|9999|middle|rowStriping":true/)
  expect(RichText.safeParse(storedText(editor)).success).toBe(true)
  expect(editor.read(() => $getSelection())).toBeNull()
})
