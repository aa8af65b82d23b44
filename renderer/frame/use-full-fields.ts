/** A field that holds no more says so: keys and pastes never go nowhere without a word. */
import { useEffect } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'

export function useFullFields(): void {
  const t = useMessages()
  const { failed } = useUndo()
  useEffect(() => {
    const onBeforeInput = (event: InputEvent) => {
      const refused = whatDoesNotFit(event)
      if (refused === null) return
      // The browser would take what fits and drop the rest.
      event.preventDefault()
      failed(t(refused.typed ? 'field.full' : 'field.too-much', { count: refused.most }))
    }
    // Before any field hears of it.
    window.addEventListener('beforeinput', onBeforeInput, true)
    return () => window.removeEventListener('beforeinput', onBeforeInput, true)
  }, [failed, t])
}

/** Whether this would make a field longer than it may be: typed, or put in at once; null where it fits. */
export function whatDoesNotFit({ target: field, inputType, data, dataTransfer, isComposing }: InputEvent): { typed: boolean; most: number } | null {
  // A composition ends with words that are counted then; breaking into it would lose them.
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || field.maxLength < 0 || isComposing || !inputType.startsWith('insert')) return null
  const coming = inputType === 'insertLineBreak' ? 1 : (data ?? dataTransfer?.getData('text/plain') ?? '').length
  const chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
  if (coming === 0 || field.value.length - chosen + coming <= field.maxLength) return null
  return { typed: inputType === 'insertText' || inputType === 'insertLineBreak', most: field.maxLength }
}
