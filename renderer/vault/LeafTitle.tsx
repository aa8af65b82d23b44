import { useEffect, useRef } from 'react'
import css from './Vault.module.css'

/** What `VaultDesk` is named by, so that a screen reader says it also where a field has the focus. */
export const leafTitleId = 'leaf-title'

/** A leaf's title. It takes the focus, unless the leaf gave it to a field or a button of its own. */
export function LeafTitle({ children }: { children: string }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => { if (document.activeElement === document.body || document.activeElement === null) ref.current?.focus() }, [children])
  return <h1 id={leafTitleId} ref={ref} tabIndex={-1} className={css.title}>{children}</h1>
}
