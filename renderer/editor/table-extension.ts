/** Tables: a grid without merged cells. Tab walks its cells and never traps. */
import { AriaLiveRegionExtension } from '@lexical/a11y'
import {
  $createTableNodeWithDimensions, $createTableRowNode, $createTableCellNode, $deleteTableColumnAtSelection, $deleteTableRowAtSelection, $findCellNode, $findTableNode, $insertTableColumnAtSelection,
  $insertTableRowAtSelection, $isTableCellNode, $isTableNode, $isTableRowNode, TableCellHeaderStates, TableExtension, TableNode,
} from '@lexical/table'
import type { TableCellNode } from '@lexical/table'
import {
  $createParagraphNode, $getRoot, $getSelection, $isElementNode, $isParagraphNode, $isRootNode, BLUR_COMMAND, CLICK_COMMAND, COMMAND_PRIORITY_CRITICAL, configExtension, defineExtension,
  KEY_DOWN_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, mergeRegister,
} from 'lexical'
import type { LexicalEditor } from 'lexical'

/** As many columns as a sheet of paper can show. */
export const mostColumns = 20

export type TableWords = {
  /** Said when one is made: how to go on and how to get out. */
  made: string
  /** Said at Esc. */
  leave: string
}

/** The cell that holds the caret, or the end of a selection. */
export function $cellHere(): TableCellNode | null {
  const anchor = $getSelection()?.getNodes()[0]
  const cell = anchor === undefined ? null : $findCellNode(anchor)
  // The library's own type for it is wider.
  return $isTableCellNode(cell) ? cell : null
}

function $tableOf(cell: TableCellNode): TableNode | null {
  const table = $findTableNode(cell)
  return $isTableNode(table) ? table : null
}

/** Put a table with a head row where the caret is: in place of an empty line, else after what is there. Not into another. */
export function $makeTable(rows: number, columns: number): boolean {
  if ($cellHere() !== null) return false
  const table = $createTableNodeWithDimensions(rows, columns, { rows: true, columns: false })
  if ($getSelection() === null) $getRoot().selectEnd()
  const at = $getSelection()?.getNodes()[0]?.getTopLevelElement() ?? $getRoot().getLastChild()
  if (at === null || $isRootNode(at)) $getRoot().append(table)
  else if ($isParagraphNode(at) && at.isEmpty()) at.replace(table)
  else at.insertAfter(table)
  $cellAt(table, 0, 0)?.selectStart()
  return true
}

function $cellAt(table: TableNode, row: number, column: number): TableCellNode | null {
  const line = table.getChildAtIndex(row)
  const cell = $isElementNode(line) ? line.getChildAtIndex(column) : null
  return $isTableCellNode(cell) ? cell : null
}

/** The cell before or after, over the ends of rows; null beyond the first and the last. */
function $neighbour(cell: TableCellNode, step: 1 | -1): TableCellNode | null {
  const beside = step === 1 ? cell.getNextSibling() : cell.getPreviousSibling()
  if ($isTableCellNode(beside)) return beside
  const row = step === 1 ? cell.getParent()?.getNextSibling() : cell.getParent()?.getPreviousSibling()
  const first = $isTableRowNode(row) ? (step === 1 ? row.getFirstChild() : row.getLastChild()) : null
  return $isTableCellNode(first) ? first : null
}

/** A new last row, and its first cell. */
function $addRow(table: TableNode): TableCellNode | null {
  const row = $createTableRowNode()
  for (let column = 0; column < table.getColumnCount(); column += 1) row.append($createTableCellNode(TableCellHeaderStates.NO_STATUS).append($createParagraphNode()))
  table.append(row)
  return $cellAt(table, table.getChildrenSize() - 1, 0)
}

export type TableAct = 'row-above' | 'row-below' | 'column-before' | 'column-after' | 'head' | 'remove-row' | 'remove-column' | 'remove'

/** Do something with the table that holds the caret. */
export function $actOnTable(act: TableAct): void {
  const cell = $cellHere()
  const table = cell === null ? null : $tableOf(cell)
  if (table === null) return
  switch (act) {
    case 'row-above': case 'row-below': $insertTableRowAtSelection(act === 'row-below'); return
    case 'column-before': case 'column-after': if (table.getColumnCount() < mostColumns) $insertTableColumnAtSelection(act === 'column-after'); return
    case 'head': $setHead(table, !$hasHead(table)); return
    case 'remove-row': if (table.getChildrenSize() > 1) { $deleteTableRowAtSelection(); return } break
    case 'remove-column': if (table.getColumnCount() > 1) { $deleteTableColumnAtSelection(); return } break
    case 'remove': break
  }
  // The last row or column is the table.
  const next = table.getNextSibling() ?? table.insertAfter($createParagraphNode())
  table.remove()
  if ($isElementNode(next)) next.selectStart()
}

export function $hasHead(table: TableNode): boolean {
  return $cellAt(table, 0, 0)?.hasHeaderState(TableCellHeaderStates.ROW) === true
}

function $setHead(table: TableNode, head: boolean): void {
  const row = table.getFirstChild()
  for (const cell of $isTableRowNode(row) ? row.getChildren() : []) {
    if ($isTableCellNode(cell)) cell.setHeaderStyles(head ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS)
  }
}

function registerWalk(editor: LexicalEditor, say: (words: string) => void, words: TableWords): () => void {
  let leaving = false
  const stay = () => { leaving = false; return false }
  return mergeRegister(
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => {
      if ($cellHere() !== null) { leaving = true; say(words.leave) }
      return false
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_DOWN_COMMAND, ({ key }) => (['Escape', 'Tab', 'Shift'].includes(key) ? false : stay()), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(BLUR_COMMAND, stay, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CLICK_COMMAND, stay, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_TAB_COMMAND, (event) => {
      const cell = $cellHere()
      const table = cell === null ? null : $tableOf(cell)
      if (cell === null || table === null || leaving || event.ctrlKey || event.altKey || event.metaKey) return false
      const next = $neighbour(cell, event.shiftKey ? -1 : 1)
      // Backwards out of the first cell is out of the text.
      if (next === null && event.shiftKey) return false
      event.preventDefault()
      ;(next ?? $addRow(table))?.selectEnd()
      return true
    }, COMMAND_PRIORITY_CRITICAL),
    // There is always a line to go on in.
    editor.registerNodeTransform(TableNode, (table) => {
      if ($isRootNode(table.getParent()) && table.getNextSibling() === null) table.insertAfter($createParagraphNode())
    }),
  )
}

export function tableExtension(words: TableWords) {
  return defineExtension({
    name: '@mentoring-journal/table',
    dependencies: [AriaLiveRegionExtension, configExtension(TableExtension, { hasCellMerge: false, hasCellBackgroundColor: false, hasTabHandler: false })],
    register: (editor, _config, state) => {
      const { announce } = state.getDependency(AriaLiveRegionExtension).output
      return mergeRegister(
        registerWalk(editor, announce, words),
        editor.registerMutationListener(TableNode, (changes, { updateTags }) => {
          if (!updateTags.has('history-merge') && [...changes.values()].includes('created')) announce(words.made)
        }, { skipInitialization: true }),
      )
    },
  })
}
