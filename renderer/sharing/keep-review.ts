/**
 * A review in progress outlives a lock: kept in the vault as it goes on, taken
 * up by the same screen afterwards, dropped when it is done or left.
 */
import { useEffect, useRef } from 'react'
import { KeptReview } from '../../shared/review.ts'
import { call, onEvent } from '../api.ts'
import type { Review, ReviewState, Writing } from './use-review.ts'
import type { What } from './what.ts'

/** Ticks come in rows, words letter by letter. */
const pauseMs = 300

let taken = false

/** What a lock of this run interrupted; given out once per page, as a review begun anew is another. */
export async function keptReview(): Promise<KeptReview | null> {
  if (taken) return null
  taken = true
  try {
    const { kept } = await call('review.get')
    return kept === null ? null : KeptReview.parse(JSON.parse(kept))
  } catch {
    return null
  }
}

function asKept(step: KeptReview['step'], what: What, state: ReviewState | null, writing: Writing | null): string {
  return JSON.stringify({
    step: state === null ? 'what' : step, what,
    review: state === null ? null : {
      scope: state.scope, audience: state.audience, audienceName: state.audienceName, language: state.language, title: state.title, draft: state.draft,
      ticks: [...state.ticks], opened: [...state.opened], copies: [...state.copies], labels: [...state.labels],
      ...(writing !== null && { writing: [writing.id, writing.copy] }),
    },
  } satisfies KeptReview)
}

/** Keep what is on the screen; `ready` once it is known what a lock left, `done` when its file was written. */
export function useKeepReview(ready: boolean, done: boolean, step: KeptReview['step'], what: What, { state, writing }: Review): void {
  const keepNow = useRef<(() => void) | null>(null)
  const due = useRef(false)
  useEffect(() => {
    if (!ready) return
    // Refused on a full disk, the review is still on the screen.
    const keep = () => { due.current = false; void call('review.keep', { kept: done ? null : asKept(step, what, state, writing()) }).catch(() => undefined) }
    keepNow.current = keep
    due.current = true
    const timer = setTimeout(keep, pauseMs)
    return () => clearTimeout(timer)
  }, [ready, done, step, what, state, writing])
  useEffect(() => {
    // Words in the window that changes a line are no change of the review yet.
    const onLeaving = () => { if (due.current || writing() !== null) keepNow.current?.() }
    const stop = onEvent('page.leaving', onLeaving)
    // A page that is reloaded says no goodbye to React.
    window.addEventListener('pagehide', onLeaving)
    return () => {
      stop()
      window.removeEventListener('pagehide', onLeaving)
      keepNow.current = null
      void call('review.keep', { kept: null }).catch(() => undefined)
    }
  }, [writing])
}
