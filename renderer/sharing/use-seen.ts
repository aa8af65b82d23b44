import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

/**
 * Which lines have been on the screen to their very end. Each carries
 * `data-end="<id>"` on its last point; the bars at top and foot cover nothing.
 *
 * @param round begins anew when it changes: another language has other words
 */
export function useSeen(list: RefObject<HTMLElement | null>, round: unknown): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const root = list.current
    if (root === null) return
    const watched = new Set<Element>()
    const looking = new IntersectionObserver((entries) => {
      const ids = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target.getAttribute('data-end') ?? '')
      if (ids.length > 0) setSeen((before) => ids.every((id) => before.has(id)) ? before : new Set([...before, ...ids]))
    }, { rootMargin: '0px 0px -68px 0px' })
    const watch = () => {
      for (const end of root.querySelectorAll('[data-end]')) {
        if (watched.has(end)) continue
        watched.add(end)
        looking.observe(end)
      }
    }
    watch()
    const changes = new MutationObserver(watch)
    changes.observe(root, { childList: true, subtree: true })
    return () => {
      looking.disconnect()
      changes.disconnect()
      setSeen(new Set())
    }
  }, [list, round])
  return seen
}
