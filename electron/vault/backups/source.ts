import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { changesSinceOpened } from '../../database/counters.ts'
import { readSchemaVersion } from '../../database/migrations/migrate.ts'
import { databaseName } from '../folders.ts'
import type { OpenVault } from '../vault.ts'
import { fileStamp } from './make.ts'
import type { CopySource } from './make.ts'

/** An open vault as something to copy. */
export function sourceOf(vault: OpenVault): CopySource {
  const { folder, keys, dataKey, reader, db } = vault
  return {
    folder, keys, dataKey, reader, schema: readSchemaVersion(db),
    // The count knows of every write; the file's time also of one that was begun and taken back.
    stamp: () => `${changesSinceOpened(db)}:${fileStamp(reader)}`,
  }
}

/** What is needed to back up a vault after it was closed. */
export type ClosedVault = Omit<CopySource, 'reader' | 'stamp'>

/** Taken before the vault is closed: its key is a copy, to be overwritten by {@link withClosed}. */
export function beforeClosing(vault: OpenVault): ClosedVault {
  return { folder: vault.folder, keys: vault.keys, dataKey: Uint8Array.from(vault.dataKey), schema: readSchemaVersion(vault.db) }
}

/** A closed vault as something to copy, for as long as `work` takes; nothing of ours holds a lock on it any more. */
export async function withClosed<T>(closed: ClosedVault, work: (source: CopySource) => Promise<T>): Promise<T> {
  try {
    const reader = openSync(join(closed.folder, databaseName), 'r')
    try {
      return await work({ ...closed, reader, stamp: () => fileStamp(reader) })
    } finally {
      closeSync(reader)
    }
  } finally {
    closed.dataKey.fill(0)
  }
}
