import { useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'

const controls = (row: Element) => [...row.querySelectorAll<HTMLElement>('button, input, a[href]')]

/**
 * A list of rows (`data-item`) as one Tab stop: the arrows go from row to row,
 * staying on the same control. Put `list` on what holds the rows, and give each
 * row's controls `stop(id)`.
 */
export function useOneStop(ids: readonly string[]) {
  const [last, setLast] = useState<string | null>(null)
  const current = last !== null && ids.includes(last) ? last : ids[0]
  const rowOf = (target: EventTarget) => (target instanceof HTMLElement ? target.closest<HTMLElement>('[data-item]') : null)
  return {
    stop: (id: string) => id === current,
    list: {
      onFocus: (event: FocusEvent<HTMLElement>) => { setLast(rowOf(event.target)?.dataset.item ?? null) },
      // On the way down: a row's menu button would open at an arrow.
      onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        const row = rowOf(event.target)
        // A menu that is open hears its own arrows, though it stands elsewhere in the page.
        if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || row === null || !event.currentTarget.contains(row)) return
        const rows = [...event.currentTarget.querySelectorAll('[data-item]')]
        const next = rows[rows.indexOf(row) + step]
        if (next === undefined) return
        event.preventDefault()
        event.stopPropagation()
        const [here, there] = [controls(row), controls(next)]
        const at = here.findIndex((control) => control === event.target)
        // The menu is always the last one; what stands before it differs from row to row.
        ;(at === here.length - 1 ? there.at(-1) : there[at] ?? there[0])?.focus()
      },
    },
  }
}
