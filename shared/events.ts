import { z } from 'zod'
import { Instant } from './dates.ts'
import { ErrorCode } from './error-codes.ts'
import { ItemId } from './ids.ts'

/** Why the vault was locked. */
export const LockReason = z.enum(['asked', 'idle', 'suspend', 'screen-lock', 'hidden', 'closed', 'fault'])
export type LockReason = z.infer<typeof LockReason>

/** Everything the privileged side tells the page unasked. */
export const events = {
  /** An idle lock is near; any key or pointer puts it off. */
  'vault.locking': z.strictObject({ at: Instant }),
  /** The idle lock was put off. */
  'vault.staying': z.strictObject({}),
  'vault.locked': z.strictObject({ why: LockReason }),
  /** This page is about to be taken away: hand over every word now. */
  'page.leaving': z.strictObject({}),
  /** The window was to be closed while words cannot be saved: ask, once. */
  'window.closing': z.strictObject({}),
  /** The draft with this `draft` number is durable. */
  'item.saved': z.strictObject({ id: ItemId, revision: z.int(), at: Instant, draft: z.int() }),
  'save.failed': z.strictObject({ id: ItemId, code: ErrorCode }),
  'work.progress': z.strictObject({ id: z.string(), done: z.number(), of: z.number() }),
  'work.done': z.strictObject({ id: z.string(), code: ErrorCode.optional() }),
} as const satisfies Record<string, z.ZodType>

export type EventName = keyof typeof events
export type EventData<N extends EventName> = z.infer<(typeof events)[N]>
export type AppEvent = { [N in EventName]: { name: N; data: z.infer<(typeof events)[N]> } }[EventName]
