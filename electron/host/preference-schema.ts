/**
 * The preference file: the same name and the same content in both shells, read
 * through electron-store in one and `conf` in the other. Nothing confidential.
 */
import { defaultStoredPreferences, StoredPreferences } from '../../shared/preference.ts'

/** `preferences.json`, in the folder of the shell's preferences. */
export const preferenceFile = { name: 'preferences', extension: 'json' } as const

const fields = Object.keys(defaultStoredPreferences) as Array<keyof StoredPreferences>

/**
 * Make sense of what the file holds, field by field: what an older or newer
 * version wrote, or a person's own hand, costs that one field its value and
 * never keeps the app from starting.
 */
export function readPreferences(raw: unknown): StoredPreferences {
  const found: Record<string, unknown> = typeof raw === 'object' && raw !== null ? { ...raw } : {}
  const kept: Record<string, unknown> = { ...defaultStoredPreferences }
  for (const field of fields) {
    const value = StoredPreferences.shape[field].safeParse(found[field])
    if (value.success) kept[field] = value.data
  }
  return StoredPreferences.parse(kept)
}

/** What the file holds after a change; throws when the change itself is not right. */
export function changePreferences(raw: unknown, change: Partial<StoredPreferences>): StoredPreferences {
  return StoredPreferences.parse({ ...readPreferences(raw), ...change })
}
