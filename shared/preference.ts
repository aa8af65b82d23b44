import { z } from 'zod'
import { Language } from './language.ts'

/** What this computer remembers in the clear: nothing that was written, nobody's name. */
export const Preferences = z.strictObject({
  language: Language.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.union([z.literal(100), z.literal(115), z.literal(130), z.literal(150)]),
  compact: z.boolean(),
  reducedMotion: z.boolean(),
  idleMinutes: z.int().min(1).max(60),
})
export type Preferences = z.infer<typeof Preferences>

export const defaultPreferences: Preferences = {
  language: null, theme: 'system', textSize: 100, compact: false, reducedMotion: false, idleMinutes: 5,
}

/** What the preference file holds beside that; never crosses to the page. */
export const StoredPreferences = z.strictObject({
  ...Preferences.shape,
  vaultFolder: z.string().nullable(),
  window: z.strictObject({ width: z.int().min(480), height: z.int().min(480) }),
  /** Highest generation seen, by vault id: notices an older vault put back. */
  generations: z.record(z.string(), z.int()),
  /** How long the last unlock's key derivation took. */
  unlockMs: z.number().nullable(),
})
export type StoredPreferences = z.infer<typeof StoredPreferences>

export const defaultStoredPreferences: StoredPreferences = {
  ...defaultPreferences, vaultFolder: null, window: { width: 1280, height: 800 }, generations: {}, unlockMs: null,
}
