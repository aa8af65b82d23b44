import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { DialogLayer } from './dialog-layer.ts'
import css from './Dialog.module.css'

/** A layer that asks one thing. Esc and `onClose` leave everything as it was. */
export function Dialog({ title, children, acts, onClose, onSubmit, wide = false, held = false }: {
  title: string
  children?: ReactNode
  acts: ReactNode
  onClose: () => void
  /** Enter in a field does what the main button does. */
  onSubmit?: () => void
  wide?: boolean
  /** Esc does not leave: something is under way, or would be lost. */
  held?: boolean
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [layer, setLayer] = useState<HTMLElement | null>(null)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref} className={wide ? `${css.dialog} ${css.wide}` : css.dialog} aria-labelledby={id}
      onCancel={(event) => { event.preventDefault(); if (!held) onClose() }}
      // Asked twice, the browser closes it without a word; a key that was taken does not ask.
      onKeyDown={(event) => { if (held && event.key === 'Escape') event.preventDefault() }}
    >
      <DialogLayer value={layer}>
        <form method="dialog" className={css.content} onSubmit={(event) => { event.preventDefault(); onSubmit?.() }}>
          <h2 id={id} className={css.title}>{title}</h2>
          <div className={css.body}>{children}</div>
          <div className={css.acts}>{acts}</div>
        </form>
        <div ref={setLayer} />
      </DialogLayer>
    </dialog>
  )
}
