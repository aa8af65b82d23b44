import type { ItemId } from '../../shared/ids.ts'
import { useMessages } from '../messages/messages.tsx'
import css from './Editor.module.css'
import { useLinkedItem } from './use-linked-item.ts'

/** A link in a text that is only read. */
export function ItemLinkView({ item, words }: { item: ItemId; words: string }) {
  const t = useMessages()
  const { title, gone, open } = useLinkedItem(item, words)
  if (gone) return <span className={css.itemLinkGone}>{title}<span className="visually-hidden"> {t('editor.link.gone', { title: '' })}</span></span>
  return open === null ? <span>{title}</span> : <button type="button" className={css.itemLinkButton} onClick={open}>{title}</button>
}
