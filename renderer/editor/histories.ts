/**
 * Undo stacks, kept per text for as long as this page lives (a lock replaces
 * the page, and with it goes every state of the text).
 */
import { createEmptyHistoryState } from '@lexical/history'
import type { HistoryState } from '@lexical/history'
import type { EditorState, LexicalEditor } from 'lexical'
import type { RichText } from '../../shared/rich-text.ts'
import { fromEditor } from './stored-text.ts'

const kept = new Map<string, HistoryState>()
/** As many texts as one goes back and forth between. */
const most = 20

/** The state to open with, when the stored text is still the one that was left here. */
export function keptState(key: string, stored: RichText): EditorState | null {
  const state = kept.get(key)?.current?.editorState
  if (state === undefined) return null
  // The library's JSON is what is stored, but for what fromEditor unwraps.
  const left = fromEditor(state.toJSON() as RichText)
  // Without its selection: opening a text must not take the focus.
  return JSON.stringify(left) === JSON.stringify(stored) ? state.clone(null) : null
}

/** The stack for this text, now belonging to `editor`; a new one when `fresh`. */
export function historyFor(key: string, editor: LexicalEditor, fresh: boolean): HistoryState {
  const before = kept.get(key)
  const state = before === undefined || fresh ? createEmptyHistoryState() : before
  for (const entry of [state.current, ...state.undoStack, ...state.redoStack]) if (entry !== null) entry.editor = editor
  kept.delete(key)
  kept.set(key, state)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  return state
}
