import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $findTableNode, $isTableNode } from '@lexical/table'
import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import type { MenuAct } from '../ui/Menu.tsx'
import css from './Editor.module.css'
import { $actOnTable, $cellHere, mostColumns } from './table-extension.ts'
import type { TableAct } from './table-extension.ts'

const tableActs: TableAct[] = ['row-above', 'row-below', 'column-before', 'column-after', 'head', 'remove-row', 'remove-column', 'remove']

/** Change the text from a menu, and go back to writing after the menu gave the focus to its button. */
export function actAndWrite(editor: LexicalEditor, act: () => void): void {
  editor.update(act, { discrete: true })
  setTimeout(() => editor.focus(), 0)
}

/** What can be done with the table that holds the caret. */
export function useTableActs(columns: number): MenuAct[] {
  const [editor] = useLexicalComposerContext()
  const t = useMessages()
  return tableActs.map((act) => ({
    id: act, label: t(`editor.table.${act}`), danger: act === 'remove', off: columns >= mostColumns && act.startsWith('column-'),
    act: () => actAndWrite(editor, () => $actOnTable(act)),
  }))
}

/** The acts of the table that holds the caret, at its upper corner; by keyboard it is the next stop after the text. */
export function TableMenu({ look }: { look: 'body' | 'line' }) {
  const [editor] = useLexicalComposerContext()
  const t = useMessages()
  const [here, setHere] = useState<{ top: number; columns: number } | null>(null)
  useEffect(() => {
    const place = () => {
      const table = editor.getEditorState().read(() => {
        const cell = $cellHere()
        const found = cell === null ? null : $findTableNode(cell)
        return $isTableNode(found) ? { key: found.getKey(), columns: found.getColumnCount() } : null
      })
      const element = table === null ? null : editor.getElementByKey(table.key)
      const next = table === null || element === null ? null : { top: element.offsetTop, columns: table.columns }
      setHere((now) => (now?.top === next?.top && now?.columns === next?.columns ? now : next))
    }
    place()
    // A window that becomes narrower moves the table down.
    const watch = new ResizeObserver(place)
    const root = editor.getRootElement()
    if (root !== null) watch.observe(root)
    const stop = editor.registerUpdateListener(place)
    return () => { stop(); watch.disconnect() }
  }, [editor])
  const acts = useTableActs(here?.columns ?? 0)
  if (here === null) return null
  return (
    <div className={look === 'line' ? `${css.tableMenu} ${css.inLine}` : css.tableMenu} style={{ top: here.top }}>
      <RowMenu label={t('editor.table.menu')} acts={acts} />
    </div>
  )
}
