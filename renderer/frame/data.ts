/** How a screen reads and acts: cached calls, and acts after which what is shown is read anew. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import { call } from '../api.ts'
import { useErrorText } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'

type Arguments<N extends CallName> = undefined extends Input<N> ? [] : [Input<N>]

/** Read through the cache; `data` is undefined only before the first answer. */
export function useCall<N extends CallName>(name: N, ...input: Arguments<N>) {
  return useQuery<Output<N>>({
    queryKey: [name, ...input],
    // A call without output answers undefined, which the cache refuses.
    queryFn: async () => (await call(name, ...input)) ?? (null as Output<N>),
    // A list may stand still until the next one is there; one item must never be shown in another's place.
    ...(name !== 'item.get' && { placeholderData: keepPreviousData }),
  })
}

/** After an act: what is on the screen is read anew, and an item that is not on it is forgotten, or its old state would flash up first. */
export async function readAnew(client: QueryClient): Promise<void> {
  client.removeQueries({ queryKey: ['item.get'], type: 'inactive' })
  await client.invalidateQueries()
}

/** Act, then let every screen read anew. A failure is said in the status line and answered with null. */
export function useAct(): <N extends CallName>(name: N, ...input: Arguments<N>) => Promise<Output<N> | null> {
  const client = useQueryClient()
  const errorText = useErrorText()
  const { failed } = useUndo()
  return useCallback(async (name, ...input) => {
    try {
      return await call(name, ...input)
    } catch (error) {
      failed(errorText(error))
      return null
    } finally {
      void readAnew(client)
    }
  }, [client, errorText, failed])
}
