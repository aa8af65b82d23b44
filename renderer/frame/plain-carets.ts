/**
 * The caret in plain fields, told and found again as in the editor: a field is
 * known by the item it belongs to (`data-item`) and its part (`data-part`).
 */
import { useEffect } from 'react'
import { ItemId } from '../../shared/ids.ts'
import { keepCaret, returningCaret, returningField } from './keep-place.ts'

const prefix = 'plain:'

type PlainField = HTMLTextAreaElement | HTMLInputElement

function nameOf(field: PlainField): string | null {
  const item = field.closest<HTMLElement>('[data-item]')?.dataset.item
  const part = field.dataset.part
  return item === undefined || part === undefined ? null : `${prefix}${item}/${part}`
}

/** The item that the caret was in when a lock came, if it was in this part of it. */
export function returningItem(part: string): ItemId | null {
  const [item, found] = returningField(prefix)?.split('/') ?? []
  const id = ItemId.safeParse(item)
  return found === part && id.success ? id.data : null
}

function find(name: string): PlainField | null {
  const [item = '', part = ''] = name.split('/')
  return document.querySelector<PlainField>(`[data-item="${CSS.escape(item)}"] [data-part="${CSS.escape(part)}"]`)
}

/** Tell where the caret is in this screen's plain fields; once `ready`, put it back where a lock found it. */
export function usePlainCarets(ready: boolean): void {
  useEffect(() => {
    const tell = () => {
      const field = document.activeElement
      if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
      const name = nameOf(field)
      if (name !== null && field.selectionStart !== null) keepCaret(name, field.selectionStart)
    }
    document.addEventListener('selectionchange', tell)
    return () => document.removeEventListener('selectionchange', tell)
  }, [])
  useEffect(() => {
    if (!ready) return
    const name = returningField(prefix)
    const field = name === null ? null : find(name)
    if (name === null || field === null) return
    const caret = returningCaret(prefix + name)
    field.focus()
    if (caret !== null) field.setSelectionRange(caret, caret)
  }, [ready])
}
