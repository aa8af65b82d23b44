import { z } from 'zod'
import { Instant } from './dates.ts'
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
  /** The marks that the latest unlocks here left in the vault, by vault id, oldest first: notices one written elsewhere. */
  marks: z.record(z.string(), z.array(z.strictObject({ generation: z.int(), mark: z.string() })).max(16)),
  /** Passphrases in a row that did not fit, and when the latest was tried, by vault id. */
  tries: z.record(z.string(), z.strictObject({ count: z.int().min(1), at: Instant })),
  /** The slot whose secret lies in this computer's keychain, by vault id. */
  keychainSlots: z.record(z.string(), z.string()),
  /** Those secrets, encrypted by the system, where it hands them back instead of keeping them. */
  keychainSecrets: z.record(z.string(), z.string().max(10_000)),
  /** How long the last unlock's key derivation took. */
  unlockMs: z.number().nullable(),
})
export type StoredPreferences = z.infer<typeof StoredPreferences>

export const defaultStoredPreferences: StoredPreferences = {
  ...defaultPreferences, vaultFolder: null, window: { width: 1280, height: 800 }, generations: {},
  marks: {}, tries: {}, keychainSlots: {}, keychainSecrets: {}, unlockMs: null,
}
