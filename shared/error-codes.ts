/** The codes of expected failures, and what each may say; apart from `errors.ts`, so that the lock screen needs no schemas. */
import { z } from 'zod'
import { Instant } from './dates.ts'

const none = z.undefined()

/** Every error code, with the facts it may carry: numbers and ISO dates, never text. */
export const errorFacts = {
  'input.invalid': none,
  'internal': none,
  'vault.locked': none,
  /** Too many passphrases that did not fit: the next may be tried in so many seconds. */
  'vault.wait': z.strictObject({ seconds: z.int().min(1).max(30) }),
  'vault.wrong-passphrase': none,
  'vault.damaged': z.strictObject({ date: Instant }),
  'vault.damaged-no-backup': none,
  'vault.keys-damaged': none,
  'vault.in-use': none,
  'vault.newer': none,
  'vault.missing': none,
  'vault.not-a-vault': none,
  'vault.exists': none,
  'disk.full': none,
  'folder.not-writable': none,
  'item.changed': none,
  'item.missing': none,
  'space.used': none,
  'agreement.empty': none,
  'export.empty': none,
  'export.not-shareable': none,
  'recovery.typo': none,
  'recovery.wrong-code': none,
  'slot.last': none,
  'slot.missing': none,
  'keychain.failed': none,
  'print.unavailable': none,
  'backup.failed': none,
  'backup.damaged': none,
  'backup.missing': none,
  'dump.unreadable': none,
  'dump.damaged': none,
  'dump.foreign': none,
  'dump.newer': none,
  'work.cancelled': none,
  'import.unreadable': none,
  'import.too-large': none,
  'import.empty': none,
} as const satisfies Record<string, z.ZodType>

export type ErrorCode = keyof typeof errorFacts
export type ErrorFacts = { date?: string; seconds?: number }

export const ErrorCode = z.enum(Object.keys(errorFacts) as [ErrorCode, ...ErrorCode[]])
