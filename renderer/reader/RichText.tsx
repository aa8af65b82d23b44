import type { ReactNode } from 'react'
import { plainText } from '../../shared/rich-text.ts'
import type { RichNode, RichText } from '../../shared/rich-text.ts'
import { useWords } from './language.ts'

/** A stored text: what is known keeps its look, the rest is its words. */
export function RichTextView({ text }: { text: RichText }) {
  return <div className="text">{(text.root.children ?? []).map(block)}</div>
}

function block(node: RichNode, key: number): ReactNode {
  switch (node.type) {
    case 'paragraph': return <p key={key}>{inside(node)}</p>
    case 'heading': return <p key={key} className="text-heading">{inside(node)}</p>
    case 'quote': return <blockquote key={key}>{inside(node)}</blockquote>
    case 'list': return list(node, key)
    case 'table': return table(node, key)
    default: return <p key={key}>{plainText({ root: node })}</p>
  }
}

function table(node: RichNode, key: number): ReactNode {
  return (
    <div key={key} className="table">
      <table>
        <tbody>
          {(node.children ?? []).map((row, at) => (
            <tr key={at}>
              {(row.children ?? []).map((cell, column) => {
                const Cell = Number(cell['headerState'] ?? 0) > 0 ? 'th' : 'td'
                return <Cell key={column}>{(cell.children ?? []).map(block)}</Cell>
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
    return (
      <li key={index} className={nested ? 'nested' : undefined}>
        {check && !nested && <Tick ticked={item['checked'] === true} />}
        {inside(item)}
      </li>
    )
  })
  return node['listType'] === 'number' ? <ol key={key}>{items}</ol> : <ul key={key} className={check ? 'checks' : undefined}>{items}</ul>
}

function inside(node: RichNode): ReactNode {
  return (node.children ?? []).map((child, key) => {
    if (child.type === 'linebreak') return <br key={key} />
    if (child.type === 'list') return list(child, key)
    if (child.type !== 'text' && child.type !== 'tab') return <span key={key}>{plainText({ root: child })}</span>
    const format = Number(child['format'] ?? 0)
    const words = (format & 2) !== 0 ? <em>{child.text}</em> : child.text
    return (format & 1) !== 0 ? <strong key={key}>{words}</strong> : <span key={key}>{words}</span>
  })
}

export function Tick({ ticked }: { ticked: boolean }) {
  const { say } = useWords()
  return <span className="tick" role="img" aria-label={say(ticked ? 'ticked' : 'unticked')}>{ticked ? '☑' : '☐'}</span>
}
