import { ipcMain } from 'electron'
import Store from 'electron-store'
import type { StoredPreferences } from '../../../shared/preference.ts'
import { changePreferences, preferenceFile, readPreferences } from '../preference-schema.ts'

export type PreferenceFile = {
  read(): StoredPreferences
  change(change: Partial<StoredPreferences>): StoredPreferences
}

/** Open the preference file of this computer: nothing in it is secret. */
export function openPreferences(folder: string): PreferenceFile {
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name: preferenceFile.name,
    fileExtension: preferenceFile.extension,
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
  // electron-store answers any page with the folder of the preferences; ours has one channel and no paths.
  ipcMain.removeAllListeners('electron-store-get-data')
  return {
    read: () => readPreferences(store.store),
    change: (change) => {
      const changed = changePreferences(store.store, change)
      store.store = changed
      return changed
    },
  }
}
