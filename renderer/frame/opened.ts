import { createContext, use } from 'react'
import type { UnlockNotice, VaultStatus } from '../../shared/vault.ts'

/** How this vault was opened. */
export const OpenedContext = createContext<{ status: VaultStatus; notices: UnlockNotice[] } | null>(null)

export function useOpened() {
  const opened = use(OpenedContext)
  if (opened === null) throw new Error('no OpenedContext')
  return opened
}
