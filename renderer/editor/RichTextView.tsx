import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { plainText } from '../../shared/rich-text.ts'
import type { RichNode, RichText } from '../../shared/rich-text.ts'
import { isItemLink } from '../../shared/item-link.ts'
import { ItemLinkView } from './ItemLinkView.tsx'
import css from './Editor.module.css'

/** A stored text to read, not to write: the same look, no editor behind it. */
export function RichTextView({ text, look = 'line' }: { text: RichText; look?: 'body' | 'line' }) {
  return <div className={look === 'line' ? `${css.view} ${css.line}` : css.view}>{(text.root.children ?? []).map(block)}</div>
}

function block(node: RichNode, key: number): ReactNode {
  switch (node.type) {
    case 'paragraph': return <p key={key} className={css.paragraph}>{inside(node)}</p>
    case 'heading': return <p key={key} className={node['tag'] === 'h1' || node['tag'] === 'h2' ? css.heading : css.smallHeading}>{inside(node)}</p>
    case 'quote': return <blockquote key={key} className={css.quote}>{inside(node)}</blockquote>
    case 'list': return list(node, key)
    case 'table': return table(node, key)
    default: return <p key={key} className={css.kept}>{plainText({ root: node })}</p>
  }
}

function table(node: RichNode, key: number): ReactNode {
  return (
    <div key={key} className={css.tableBox}>
      <table className={css.table}>
        <tbody>
          {(node.children ?? []).map((row, at) => (
            <tr key={at}>
              {(row.children ?? []).map((cell, column) => {
                const head = Number(cell['headerState'] ?? 0) > 0
                const Cell = head ? 'th' : 'td'
                return <Cell key={column} className={head ? `${css.cell} ${css.head}` : css.cell}>{(cell.children ?? []).map(block)}</Cell>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function list(node: RichNode, key: number): ReactNode {
  const check = node['listType'] === 'check'
  const items = (node.children ?? []).map((item, index) => {
    const nested = item.children?.length === 1 && item.children[0]?.type === 'list'
    const classes = nested ? `${css.item} ${css.nested}` : check ? `${css.item} ${item['checked'] === true ? css.ticked : css.unticked}` : css.item
    return <li key={index} className={classes}>{check && !nested && <Tick ticked={item['checked'] === true} />}{inside(item)}</li>
  })
  return node['listType'] === 'number' ? <ol key={key} className={css.numbers}>{items}</ol> : <ul key={key} className={check ? css.checks : css.bullets}>{items}</ul>
}

function inside(node: RichNode): ReactNode {
  return (node.children ?? []).map((child, key) => {
    if (child.type === 'linebreak') return <br key={key} />
    if (child.type === 'list') return list(child, key)
    if (isItemLink(child)) return <ItemLinkView key={key} item={child.item} words={child.text} />
    if (child.type !== 'text' && child.type !== 'tab') return <span key={key} className={css.keptInline}>{plainText({ root: child })}</span>
    const format = Number(child['format'] ?? 0)
    const words = (format & 2) !== 0 ? <em className={css.italic}>{child.text}</em> : child.text
    return (format & 1) !== 0 ? <strong key={key} className={css.bold}>{words}</strong> : <span key={key}>{words}</span>
  })
}

/** The drawn box, for those who hear it. */
function Tick({ ticked }: { ticked: boolean }) {
  const t = useMessages()
  return <span className="visually-hidden">{t(ticked ? 'editor.ticked' : 'editor.unticked')}</span>
}
