import { z } from 'zod'
import type { AppEvent } from './events.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
/** SHA-256 of a salt and a copied text; `secret` for a code or a passphrase, which goes again by itself. */
export const CopyMark = z.strictObject({ salt: hex, hash: hex, secret: z.boolean() })
export type CopyMark = z.infer<typeof CopyMark>

/** What a shell puts into the page as `window.bridge`: one channel, and nothing else. */
export type Bridge = {
  /** Resolves with a `Reply`; never rejects for an expected failure. */
  call(name: string, input: unknown): Promise<unknown>
  onEvent(listener: (event: AppEvent) => void): () => void
  /** A key or pointer was used: put the idle lock off. */
  active(): void
  /** Something of ours went to the clipboard: enough to know it again, not what it was. */
  copied(mark: CopyMark): void
}
