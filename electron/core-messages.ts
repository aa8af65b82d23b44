/**
 * What a shell and the core process say to each other, over whatever channel
 * the shell forks with (structured clone in both).
 */
import type { AppEvent, LockReason } from '../shared/events.ts'
import type { Reply } from '../shared/errors.ts'
import type { Host } from './host/host.ts'

type HostMethods = Omit<Host, 'shell'>
export type HostMethod = keyof HostMethods

export type ToCore =
  | { type: 'call'; seq: number; name: string; input: unknown }
  | { type: 'host-reply'; seq: number; ok: true; value: unknown }
  | { type: 'host-reply'; seq: number; ok: false; code: string }
  /** Flush drafts, close the vault, answer `locked`, end. */
  | { type: 'lock'; why: LockReason }
  /** After a lock: somebody waits to unlock, so no backup may hold up the end. */
  | { type: 'hurry' }
  /** After an unlock: sealed words that the core before could not write. */
  | { type: 'kept'; words: Uint8Array }

export type FromCore =
  | { type: 'ready' }
  | { type: 'reply'; seq: number; reply: Reply<unknown> }
  | { type: 'host'; seq: number; method: HostMethod; args: unknown[] }
  | { type: 'event'; event: AppEvent }
  /** The vault is closed, everything is written but the sealed words, and the process ends by itself once the backup is made. */
  | { type: 'locked'; why: LockReason; kept?: Uint8Array }

/** Started with the core as JSON in its first argument. */
export type CoreOptions = {
  shell: 'electron' | 'chromium'
  /** One value per run of the app: tells an unlock after a lock from the first one. */
  runId: string
  /** When the vault was locked before in this run. */
  lockedAt: string | null
  openedBefore: boolean
  /** A fixed clock for the demo, as an instant; the real clock otherwise. */
  now: string | null
  /** False takes the least key derivation cost instead of a second's worth: for tests. */
  calibrate?: boolean
}
