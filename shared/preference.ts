import { z } from 'zod'
import { BackupId } from './backup.ts'
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
  /** Lock when the machine sleeps, and when its screen locks. */
  lockOnSleep: z.boolean(),
  lockOnScreenLock: z.boolean(),
  /** Lock after so many minutes with the window out of sight; null leaves that to the idle lock. */
  lockHiddenMinutes: z.int().min(1).max(60).nullable(),
  /** Hide the window from screen capture, where the system can. */
  protectContent: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

export const defaultPreferences: Preferences = {
  language: null, theme: 'system', textSize: 100, compact: false, reducedMotion: false, idleMinutes: 5,
  lockOnSleep: true, lockOnScreenLock: true, lockHiddenMinutes: 5, protectContent: true,
}

/** What the preference file holds beside that; never crosses to the page. */
export const StoredPreferences = z.strictObject({
  ...Preferences.shape,
  vaultFolder: z.string().nullable(),
  window: z.strictObject({ width: z.int().min(480), height: z.int().min(480) }),
  /** Highest generation seen, by vault id: notices an older vault put back. */
  generations: z.record(z.string(), z.int()),
  /** The latest marks of unlocks that the vault held when last used here, by vault id, oldest first: notices one written elsewhere. */
  marks: z.record(z.string(), z.array(z.strictObject({ generation: z.int(), mark: z.string() })).max(16)),
  /** Backups that are never thinned out, by vault id: they hold what a copy from elsewhere lacked when it was chosen. */
  sparedBackups: z.record(z.string(), z.array(BackupId).max(8)),
  /** Passphrases in a row that did not fit, and when the latest was tried, by vault id. */
  tries: z.record(z.string(), z.strictObject({ count: z.int().min(1), at: Instant })),
  /** The slot whose secret lies in this computer's keychain, by vault id. */
  keychainSlots: z.record(z.string(), z.string()),
  /** Those secrets, encrypted by the system, where it hands them back instead of keeping them. */
  keychainSecrets: z.record(z.string(), z.string().max(10_000)),
  /** A second place for backups, and when one was last written there. */
  secondBackups: z.string().nullable(),
  secondSeen: Instant.nullable(),
  /** Where the vault was while it is being moved: counts as long as it is not in its new place. */
  movedFrom: z.string().nullable(),
  /** The name under which a restore kept what lay there before: said until the next unlock. */
  keptAs: z.string().nullable(),
  /** How long the last unlock's key derivation took. */
  unlockMs: z.number().nullable(),
})
export type StoredPreferences = z.infer<typeof StoredPreferences>

export const defaultStoredPreferences: StoredPreferences = {
  ...defaultPreferences, vaultFolder: null, window: { width: 1280, height: 800 }, generations: {},
  marks: {}, sparedBackups: {}, tries: {}, keychainSlots: {}, keychainSecrets: {}, secondBackups: null, secondSeen: null, movedFrom: null, keptAs: null, unlockMs: null,
}
