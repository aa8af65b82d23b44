import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { AppError } from '../../shared/errors.ts'
import { useErrorText } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { readAnew } from './data.ts'
import { useWork } from './use-work.ts'
import type { Work } from './use-work.ts'

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
