import { useCallback, useEffect, useRef, useState } from 'react'
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

const needsPassphrase = ['vault.wrong-passphrase', 'vault.wait', 'vault.locked']
const againMs = 150

/** Look into a backup: with the open vault's key if that fits, else with its passphrase. Left early, it stops. */
export function useBackup({ id, place }: BackupRef, locked: boolean): { reading: Reading; tryWith(passphrase: string): void; stop(): void } {
  const [reading, setReading] = useState<Reading>(locked ? { at: 'passphrase', refused: null } : { at: 'reading', typed: false })
  const stopped = useRef(false)
  const read = useCallback(async (passphrase: string | null): Promise<Reading> => {
    for (;;) {
      try {
        return { at: 'read', content: await call('backup.check', { id, place, passphrase }), passphrase }
      } catch (error) {
        const code = error instanceof AppError ? error.code : 'internal'
        if (code === 'work.cancelled' && !stopped.current) {
          // Another one is being looked into still, and is stopping.
          await new Promise((resolve) => { setTimeout(resolve, againMs) })
        } else if (error instanceof AppError && needsPassphrase.includes(code)) {
          // Nobody typed anything yet: there is nothing to refuse.
          return { at: 'passphrase', refused: passphrase === null ? null : error }
        } else return { at: 'failed', error }
      }
    }
  }, [id, place])
  const stop = useCallback(() => {
    stopped.current = true
    void stopLooking()
  }, [])
  useEffect(() => {
    stopped.current = false
    let current = true
    if (!locked) void read(null).then((next) => { if (current) setReading(next) })
    return () => {
      current = false
      stop()
    }
  }, [locked, read, stop])
  return {
    reading, stop,
    tryWith: (passphrase) => {
      stopped.current = false
      setReading({ at: 'reading', typed: true })
      void read(passphrase).then(setReading)
    },
  }
}

/** Looking into a backup changes nothing, so it is given up without a word. */
export function stopLooking(): Promise<void> {
  return call('work.cancel', { id: 'backup-check' }).catch(() => undefined)
}
