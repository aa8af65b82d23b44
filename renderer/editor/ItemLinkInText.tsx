import { AriaLiveRegionExtension } from '@lexical/a11y'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import type { NodeKey } from 'lexical'
import { useEffect } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import { useMessages } from '../messages/messages.tsx'
import css from './Editor.module.css'
import { useLinkedItem } from './use-linked-item.ts'

/** A link inside a text that is being written: the arrows stop on it, Enter or a click opens it. */
export function ItemLinkInText({ item, words, nodeKey }: { item: ItemId; words: string; nodeKey: NodeKey }) {
  const t = useMessages()
  const [editor] = useLexicalComposerContext()
  const [chosen] = useLexicalNodeSelection(nodeKey)
  const { title, gone, open } = useLinkedItem(item, words)
  const said = t(gone ? 'editor.link.gone' : 'editor.link.chosen', { title })
  useEffect(() => {
    // The caret is nowhere then, so nothing else would be heard.
    if (chosen) getExtensionDependencyFromEditor(editor, AriaLiveRegionExtension).output.announce(said)
  }, [chosen, editor, said])
  const look = [gone && css.itemLinkGone, chosen && css.itemLinkChosen].filter(Boolean).join(' ')
  return (
    <span
      role="link" aria-label={gone ? t('editor.link.gone', { title }) : undefined} aria-disabled={open === null || undefined} data-item-link={item} className={look}
      onClick={() => open?.()}
    >{title}</span>
  )
}
