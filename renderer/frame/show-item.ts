/** A location's hash names the item to show: it is scrolled to and tinted as soon as its row is there. */
import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Longer than any screen takes to read its rows. */
const waitMs = 5000

export function useShowItem(): void {
  const hash = useRouterState({ select: (state) => state.location.hash })
  const href = useRouterState({ select: (state) => state.location.href })
  useEffect(() => {
    for (const shown of document.querySelectorAll('[data-found]')) shown.removeAttribute('data-found')
    if (hash === '') return
    const show = () => {
      const row = document.querySelector(`[data-item="${CSS.escape(hash)}"]`)
      if (row === null || !row.checkVisibility()) return false
      row.setAttribute('data-found', '')
      row.scrollIntoView({ block: 'center' })
      return true
    }
    if (show()) return
    const watcher = new MutationObserver(() => { if (show()) stop() })
    const stop = () => { watcher.disconnect(); clearTimeout(timer) }
    const timer = setTimeout(stop, waitMs)
    watcher.observe(document.body, { childList: true, subtree: true })
    return stop
  }, [hash, href])
}
