import { useEffect } from 'react'

const control = ':is(a[href], button, input, textarea, select, summary, [contenteditable="true"]):not(:disabled, [hidden], [aria-hidden="true"] *)'

/** Where the keyboard was last, outside of dialogs and menus, so that it can be found again after what it stood on is gone. */
type Home = { element: HTMLElement; above: readonly HTMLElement[]; itemId: string | null; rowAt: number; last: boolean }

const shown = (element: Element | undefined): element is HTMLElement => element instanceof HTMLElement && element.isConnected && element.checkVisibility() && element.closest('[inert]') === null
const controlsIn = (part: Element) => [...part.querySelectorAll(control)].filter(shown)
const rowsIn = (list: Element | null | undefined) => [...list?.children ?? []].filter((child) => child.matches('[data-item]') || child.querySelector('[data-item]') !== null)

function homeAt(element: HTMLElement): Home {
  const above: HTMLElement[] = []
  for (let part = element.parentElement; part !== null && part !== document.body; part = part.parentElement) above.push(part)
  const row = element.closest<HTMLElement>('[data-item]')
  const standing = row?.closest('li') ?? row
  return {
    element, above,
    itemId: row?.dataset.item ?? null,
    rowAt: rowsIn(standing?.parentElement).findIndex((child) => child === standing),
    last: row !== null && controlsIn(row).at(-1) === element,
  }
}

/** The same place, or the nearest one that is left: the item's row, its neighbour, what stood around it, the title. */
function placeAgain({ element, above, itemId, rowAt, last }: Home): HTMLElement | undefined {
  if (shown(element)) return element
  const inRow = (row: Element | undefined) => (row === undefined ? undefined : controlsIn(row).at(last ? -1 : 0))
  const same = itemId === null ? undefined : [...document.querySelectorAll(`[data-item="${CSS.escape(itemId)}"]`)].find(shown)
  const list = above.find((part) => part.matches('ul, ol') && part.isConnected)
  const rows = rowAt < 0 ? [] : rowsIn(list)
  const title = document.querySelector<HTMLElement>('#sheet h1')
  const near = above.find((part) => part.isConnected && (part.contains(title) || controlsIn(part).length > 0))
  const around = near === undefined || near.contains(title) ? undefined : [...near.querySelectorAll('[aria-current]')].find(shown) ?? controlsIn(near)[0]
  return inRow(same) ?? inRow(rows[Math.min(rowAt, rows.length - 1)]) ?? around ?? title ?? undefined
}

/** Focus never falls to the page's body because a row went, a dialog closed or a button gave way to another. */
export function useKeepFocus(): void {
  useEffect(() => {
    let home: Home | null = null
    let latest: HTMLElement | null = null
    let waiting: ReturnType<typeof setTimeout> | undefined
    const onFocus = (event: FocusEvent) => {
      if (!(event.target instanceof HTMLElement)) return
      latest = event.target
      if (latest.closest('dialog, [role="menu"], [role="dialog"], [role="listbox"]') === null) home = homeAt(latest)
    }
    const look = () => {
      waiting = undefined
      // Whoever clicks beside everything means it: only what vanished under the keyboard is made good.
      if (document.activeElement !== document.body || home === null || latest === null || shown(latest)) return
      placeAgain(home)?.focus()
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('#sheet h1')?.focus()
    }
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body) return
      // After screens and dialogs that put the focus somewhere themselves.
      clearTimeout(waiting)
      waiting = setTimeout(look, 60)
    })
    document.addEventListener('focusin', onFocus)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onFocus)
      observer.disconnect()
      clearTimeout(waiting)
    }
  }, [])
}
