import { z } from 'zod'
import { Instant } from './dates.ts'
import { SlotKind } from './slot.ts'

/** What the shell around the core really protects with, said in Settings. */
export const Protection = z.enum(['sandbox', 'no-network-namespace', 'ram-profile', 'content-protection', 'no-core-files', 'screen-lock-signal', 'clipboard'])
export type Protection = z.infer<typeof Protection>

export const VaultStatus = z.strictObject({
  /** `absent`: nothing there yet; `missing`: it was there when last used. */
  state: z.enum(['absent', 'missing', 'locked', 'open']),
  /** Where it is, as the person would write it. */
  folder: z.string(),
  /** After a restore and until the next unlock: the name beside it under which what lay there before is kept. */
  keptAs: z.string().nullable(),
  /** Whether an unlock came before in this run of the app. */
  openedBefore: z.boolean(),
  lockedAt: Instant.nullable(),
  shell: z.enum(['electron', 'chromium']),
  protections: z.array(Protection),
  /** How long the last unlock's key derivation took, to say how long the next will. */
  unlockMs: z.number().nullable(),
  /** The ways in that its key files name; empty where they cannot be read. */
  ways: z.array(SlotKind),
  /** The keychain of this computer holds a secret for it. */
  keychain: z.boolean(),
  /** After passphrases that did not fit: how long until the next may be tried. */
  waitSeconds: z.int().min(0).max(30),
})
export type VaultStatus = z.infer<typeof VaultStatus>

/** Said once after an unlock; none of them is an error. */
export const UnlockNotice = z.enum([
  'keys-mended', 'older-vault', 'journal-checked',
  /** Written on another computer, from a copy that lacks what was written on this one since. */
  'other-copy',
])
export type UnlockNotice = z.infer<typeof UnlockNotice>

export const Unlocked = z.strictObject({ notices: z.array(UnlockNotice) })
export type Unlocked = z.infer<typeof Unlocked>

/** Below 10^14 guesses weak, from 10^14 good, from 10^18 strong. */
export const Strength = z.enum(['weak', 'good', 'strong'])
export type Strength = z.infer<typeof Strength>

/** Where the person was when the vault was locked. */
export const Place = z.strictObject({
  location: z.string().max(500),
  /** The field the caret stood in, and where in its text. */
  field: z.string().max(200).nullable(),
  caret: z.int().min(0).nullable(),
  /** What was typed in a window that is open, by the window's name. */
  words: z.record(z.string().max(200), z.string().max(20_000)).refine((words) => Object.keys(words).length <= 8).optional(),
})
export type Place = z.infer<typeof Place>

export const VaultFacts = z.strictObject({
  folder: z.string(), bytes: z.int(), createdAt: Instant, savedAt: Instant.nullable(),
  passphraseChangedAt: Instant, recoveryConfirmedAt: Instant.nullable(),
  /** Today proposes once a quarter to type the code. */
  recoveryReminder: z.boolean(),
})
export type VaultFacts = z.infer<typeof VaultFacts>

/** What a look after the vault found. */
export const VaultHealth = z.strictObject({
  integrity: z.enum(['ok', 'damaged']),
  /** Whole key files, of two. */
  keyFiles: z.int().min(0).max(2),
  slots: z.array(z.enum(['passphrase', 'recovery', 'keychain'])),
  /** `mended`: the search index did not fit its words and was built anew. */
  search: z.enum(['ok', 'mended']),
  backups: z.strictObject({ verified: z.int(), of: z.int(), newest: Instant.nullable() }),
  freeBytes: z.int().nullable(),
})
export type VaultHealth = z.infer<typeof VaultHealth>
