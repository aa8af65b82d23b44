/**
 * What the app put into the clipboard is taken out again: at a lock, at the
 * end, and a code or passphrase after a minute. Only while it is still ours:
 * known by a salted hash, never by its words.
 */
import { CopyMark } from '../../shared/bridge.ts'

export type OwnClipboard = {
  /** The page copied something; what does not look like a mark is not heeded. */
  copied(mark: unknown): void
  /** Take it out now. */
  clear(): Promise<void>
}

const secretMs = 60_000

/** @param take empties the clipboard if what it holds fits the mark */
export function ownClipboard(take: (mark: CopyMark) => Promise<void>): OwnClipboard {
  let last: CopyMark | null = null
  let timer: NodeJS.Timeout | undefined

  async function clear(): Promise<void> {
    clearTimeout(timer)
    const mark = last
    last = null
    // A clipboard that cannot be had is another program's for the moment.
    if (mark !== null) await take(mark).catch(() => undefined)
  }

  return {
    copied(raw) {
      const mark = CopyMark.safeParse(raw)
      if (!mark.success) return
      clearTimeout(timer)
      last = mark.data
      if (mark.data.secret) timer = setTimeout(() => { void clear() }, secretMs).unref()
    },
    clear,
  }
}
