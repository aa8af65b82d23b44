import { z } from 'zod'
import { Instant } from './dates.ts'

/** The ways to open a vault. A person can use the first two anywhere; the third works on one computer. */
export const SlotKind = z.enum(['passphrase', 'recovery', 'keychain'])
export type SlotKind = z.infer<typeof SlotKind>

export const SlotId = z.uuid().brand<'SlotId'>()
export type SlotId = z.infer<typeof SlotId>

export const KeySlot = z.strictObject({
  id: SlotId,
  kind: SlotKind,
  made: Instant,
  /** When it last opened the vault, and how long that took to try; null when it never did. */
  used: z.strictObject({ at: Instant, ms: z.int().min(0) }).nullable(),
  /** False for a keychain slot whose secret lies on another computer. */
  here: z.boolean(),
})
export type KeySlot = z.infer<typeof KeySlot>

/** Whether this computer's keychain can hold a secret, and what is in the way when not. */
export const KeychainOffer = z.discriminatedUnion('offered', [
  z.strictObject({ offered: z.literal(true) }),
  z.strictObject({
    offered: z.literal(false),
    /** `none`: there is no keychain; `unsafe`: one that would not encrypt; `silent`: one that does not answer. */
    why: z.enum(['none', 'unsafe', 'silent']),
  }),
])
export type KeychainOffer = z.infer<typeof KeychainOffer>
