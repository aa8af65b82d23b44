/**
 * Long work of the core, as the page sees it. Kept beside the screens: whoever
 * goes elsewhere and comes back finds the work where it stands.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { AppError } from '../../shared/errors.ts'
import { call, onEvent } from '../api.ts'
import { useErrorText } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { readAnew } from './data.ts'

type Progress = { running: boolean; done: number; /** 0 while it is not known. */ of: number }
export type Work = Progress & { cancel(): void }

const idle: Progress = { running: false, done: 0, of: 0 }
const works = new Map<string, Progress>()
const listeners = new Set<() => void>()
let hearing = false

function put(id: string, progress: Progress): void {
  works.set(id, progress)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  // For as long as the page lives: a lock replaces the page.
  if (!hearing) {
    hearing = true
    onEvent('work.progress', ({ id, done, of }) => put(id, { running: true, done, of }))
    onEvent('work.done', ({ id }) => put(id, idle))
  }
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** The work of this name, and how to stop it; what it began is then undone. */
export function useWork(id: string): Work {
  const progress = useSyncExternalStore(subscribe, () => works.get(id) ?? idle)
  return useMemo(() => ({ ...progress, cancel: () => void call('work.cancel', { id }).catch(() => undefined) }), [id, progress])
}

/**
 * Do something long under its name, then let every screen read anew. `said` puts
 * the end into words for the status line (null: nothing to say), also for whoever
 * went on to another screen; a failure is said there too.
 */
export function useLongAct(id: string): { work: Work; act<T>(doing: () => Promise<T>, said: (result: T) => string | null): Promise<T | null> } {
  const work = useWork(id)
  const client = useQueryClient()
  const errorText = useErrorText()
  const { did, failed } = useUndo()
  const act = useCallback(async <T>(doing: () => Promise<T>, said: (result: T) => string | null): Promise<T | null> => {
    try {
      const result = await doing()
      const words = said(result)
      if (words !== null) did(words)
      return result
    } catch (error) {
      if (error instanceof AppError && error.code === 'work.cancelled') did(errorText(error))
      else failed(errorText(error))
      return null
    } finally {
      void readAnew(client)
    }
  }, [client, did, errorText, failed])
  return { work, act }
}
