/**
 * Memory given back once nothing is asked any more. Node keeps what a summary
 * or a copy of everything took for the next one, and for a person that may be
 * tomorrow: at rest the heap is cleared and its pages go back to the system,
 * and with them what was read from the vault and is on no screen now.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Longer than anybody who writes waits between two letters. */
export const restMs = 1_000
/** What keystrokes and saves leave is not worth the tenth of a second. */
const worthBytes = 24 << 20

export type AtRest = {
  /** A call was answered. */
  answered(): void
}

export function giveBackAtRest(
  collect: () => void = collector(), heapBytes: () => number = () => process.memoryUsage().heapTotal,
): AtRest {
  let floor = heapBytes()
  const timer = setTimeout(() => {
    if (heapBytes() - floor < worthBytes) return
    collect()
    floor = heapBytes()
  }, restMs).unref()
  return { answered: () => { timer.refresh() } }
}

/** Node's own, which is there under a flag only; where a shell's V8 takes none, memory goes back as V8 sees fit. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('typeof gc === "function" ? gc : null')
  setFlagsFromString('--no-expose-gc')
  // The gentler flavours keep the pages for next time.
  return typeof found === 'function' ? () => { found({ type: 'major', execution: 'sync', flavor: 'last-resort' }) } : () => undefined
}
