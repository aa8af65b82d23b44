import { useCallback, useEffect, useState } from 'react'
import type { BackupContent, BackupId, BackupPlace } from '../../shared/backup.ts'
import { AppError } from '../../shared/errors.ts'
import { call } from '../api.ts'

export type BackupRef = { id: BackupId; place: BackupPlace }

/** How far one is with looking into a backup. */
export type Reading =
  /** `typed`: with a passphrase, which stays on the screen meanwhile. */
  | { at: 'reading'; typed: boolean }
  /** It opens with a passphrase only. `refused`: this one was not it. */
  | { at: 'passphrase'; refused: AppError | null }
  | { at: 'failed'; error: unknown }
  /** `passphrase` is what opened it; null where the open vault's own key did. */
  | { at: 'read'; content: BackupContent; passphrase: string | null }

/** Look into a backup: with the open vault's key if that fits, else with its passphrase. */
export function useBackup({ id, place }: BackupRef, locked: boolean): { reading: Reading; tryWith(passphrase: string): void } {
  const [reading, setReading] = useState<Reading>(locked ? { at: 'passphrase', refused: null } : { at: 'reading', typed: false })
  const read = useCallback(async (passphrase: string | null): Promise<Reading> => {
    try {
      return { at: 'read', content: await call('backup.check', { id, place, passphrase }), passphrase }
    } catch (error) {
      const refused = error instanceof AppError && ['vault.wrong-passphrase', 'vault.wait', 'vault.locked', 'work.cancelled'].includes(error.code)
      if (!refused) return { at: 'failed', error }
      // Nobody typed anything yet: there is nothing to refuse.
      return { at: 'passphrase', refused: passphrase === null ? null : error }
    }
  }, [id, place])
  useEffect(() => {
    let current = true
    if (!locked) void read(null).then((next) => { if (current) setReading(next) })
    return () => { current = false }
  }, [locked, read])
  return {
    reading,
    tryWith: (passphrase) => {
      setReading({ at: 'reading', typed: true })
      void read(passphrase).then(setReading)
    },
  }
}
