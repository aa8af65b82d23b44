import type { AppEvent } from './events.ts'

/** What a shell puts into the page as `window.bridge`: one channel, and nothing else. */
export type Bridge = {
  /** Resolves with a `Reply`; never rejects for an expected failure. */
  call(name: string, input: unknown): Promise<unknown>
  onEvent(listener: (event: AppEvent) => void): () => void
  /** A key or pointer was used: put the idle lock off. */
  active(): void
}
