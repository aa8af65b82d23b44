import Conf from 'conf'
import { chmodSync, existsSync } from 'node:fs'
import type { StoredPreferences } from '../../../shared/preference.ts'
import { changePreferences, preferenceFile, readPreferences } from '../preference-schema.ts'

export type PreferenceFile = {
  get(): StoredPreferences
  set(change: Partial<StoredPreferences>): StoredPreferences
}

/** The file that electron-store writes in the other shell. Nothing confidential goes here. */
export function openPreferences(folder: string): PreferenceFile {
  const file = new Conf<Record<string, unknown>>({
    cwd: folder, configName: preferenceFile.name, fileExtension: preferenceFile.extension,
    configFileMode: 0o600, clearInvalidConfig: true, accessPropertiesByDotNotation: false,
  })
  // One that was copied here or made by hand may be open to others.
  if (existsSync(file.path)) chmodSync(file.path, 0o600)
  return {
    get: () => readPreferences(file.store),
    set(change) {
      const next = changePreferences(file.store, change)
      file.store = next
      return next
    },
  }
}
