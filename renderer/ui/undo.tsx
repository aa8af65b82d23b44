/**
 * One list of acts that can be taken back. The line at the sheet's foot says
 * what was done and stays until the next act; Ctrl+Z outside a text undoes it.
 */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'

type Act = { said: string; undo: (() => Promise<unknown>) | null; failed?: boolean }
type Undo = {
  /** The last thing done, for the status line. */
  last: Act | null
  /** Say what was done, and how to take it back. */
  did(said: string, undo?: () => Promise<unknown>): void
  undoLast(): Promise<void>
  /** Say that something did not work. */
  failed(said: string): void
  clear(): void
  /** What a screen reader has had time to say: where the line is drawn anew, it is not said again. */
  heard: RefObject<Act | null>
}

const UndoContext = createContext<Undo | null>(null)

export function UndoProvider({ children, undone }: { children: ReactNode; /** Said after an undo. */ undone: string }) {
  const [last, setLast] = useState<Act | null>(null)
  const acts = useRef<Act[]>([])
  const did = useCallback((said: string, undo?: () => Promise<unknown>) => {
    const act = { said, undo: undo ?? null }
    if (undo !== undefined) acts.current = [...acts.current.slice(-99), act]
    setLast(act)
  }, [])
  const undoLast = useCallback(async () => {
    const act = acts.current.pop()
    if (act === undefined || act.undo === null) return
    // Null is how a call says that it failed, and that was said already.
    if (await act.undo() !== null) setLast({ said: undone, undo: null })
  }, [undone])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      const target = event.target
      // A box to tick has no text to take back.
      if (target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, input:not([type=checkbox], [type=radio])'))) return
      event.preventDefault()
      void undoLast()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [undoLast])
  const failed = useCallback((said: string) => setLast({ said, undo: null, failed: true }), [])
  const clear = useCallback(() => setLast(null), [])
  const heard = useRef<Act | null>(null)
  const value = useMemo(() => ({ last, did, undoLast, failed, clear, heard }), [last, did, undoLast, failed, clear])
  return <UndoContext value={value}>{children}</UndoContext>
}

export function useUndo(): Undo {
  const undo = use(UndoContext)
  if (undo === null) throw new Error('no UndoProvider')
  return undo
}
