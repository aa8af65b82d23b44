import { vaultPreferences } from '../../shared/vault-preference.ts'
import type { VaultPreference, VaultPreferenceName } from '../../shared/vault-preference.ts'
import type { Db } from './open.ts'
import { readPreference, writePreference } from './vault-record.ts'

/** Null when it was never set, or cannot be read. */
export function getPreference<N extends VaultPreferenceName>(db: Db, name: N): VaultPreference<N> | null {
  const text = readPreference(db, name)
  if (text === null) return null
  try {
    // The schema is the one of this very name; zod gives a generic name the union of all.
    return vaultPreferences[name].parse(JSON.parse(text)) as VaultPreference<N>
  } catch {
    return null
  }
}

export function setPreference<N extends VaultPreferenceName>(db: Db, name: N, value: VaultPreference<N>): void {
  writePreference(db, name, JSON.stringify(value))
}
