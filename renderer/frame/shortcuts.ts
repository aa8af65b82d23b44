import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { lockNow } from '../editor/drafts.ts'
import { arriveAgain } from './arrive.ts'
import { toggleDiscreet } from './discreet.ts'
import { places } from './places.ts'

const regions = () => [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.checkVisibility())

/** The next or previous region (bar, sheet, margin): where F6 goes. */
function stepRegion(step: 1 | -1): void {
  const all = regions()
  const here = all.findIndex((region) => region.contains(document.activeElement))
  const next = all[(here + step + all.length) % all.length]
  const first = (selector: string) => [...next?.querySelectorAll<HTMLElement>(selector) ?? []].find((element) => element.checkVisibility())
  ;(first('h1') ?? first('[aria-current]') ?? first(':is(button, summary, input, select, textarea):not([tabindex="-1"])') ?? next)?.focus()
}

/** Keys that work anywhere in an open vault. The shell keeps the browser's own from acting. */
export function useShortcuts(acts: { toggleMargin: () => void }): void {
  const router = useRouter()
  const { toggleMargin } = acts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey
      // A dialog is answered or left first: going elsewhere would take along what was typed in it.
      const held = document.querySelector('dialog[open]') !== null
      const go = (to: string) => {
        event.preventDefault()
        if (held) return
        if (router.state.location.href === to) arriveAgain()
        else void router.navigate({ to })
      }
      const digit = /^Digit([1-8])$/.exec(event.code)?.[1]
      const key = event.key.toLowerCase()
      if (event.key === 'F6') { event.preventDefault(); if (!held) stepRegion(event.shiftKey ? -1 : 1) }
      else if (event.key === 'F1') { event.preventDefault(); if (!held) void router.navigate({ to: '/settings', search: { section: 'keyboard' } }) }
      else if (event.altKey && !command && event.key === 'ArrowLeft') { event.preventDefault(); if (!held) router.history.back() }
      else if (event.altKey && !command && event.key === 'ArrowRight') { event.preventDefault(); if (!held) router.history.forward() }
      else if (!command || event.altKey) return
      else if (event.shiftKey) {
        if (key === 'm') { event.preventDefault(); toggleMargin() }
        else if (key === 'k') go('/plan?new=commitment')
        else if (key === 'd') { event.preventDefault(); toggleDiscreet() }
      }
      else if (key === 'l') { event.preventDefault(); void lockNow() }
      else if (key === 'k') go('/search')
      else if (key === 'n') go('/journal/new')
      else if (key === 'p' || key === 'e') go('/sharing/new')
      else if (key === ',') go('/settings')
      else if (digit !== undefined) {
        const place = places.find((candidate) => candidate.digit === Number(digit))
        if (place !== undefined) go(place.to)
      }
      else if (key === 'enter') {
        const primary = document.querySelector<HTMLButtonElement>('dialog[open] [data-primary]') ?? document.querySelector<HTMLButtonElement>('#sheet [data-primary]')
        if (primary !== null) { event.preventDefault(); primary.click() }
      }
    }
    // On the way down: a date field keeps every key it sees to itself.
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [router, toggleMargin])
}
