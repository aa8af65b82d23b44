/**
 * When the vault locks by itself: nobody touched anything for a while, the
 * window was out of sight for long, or the machine slept. Sleep shows as a wall clock that moved on much further than
 * one tick; the monotonic clock stands still meanwhile on some systems, so it
 * only counts idle time.
 */
export type Clock = { wall(): number; monotonic(): number }

export type IdleClock = {
  active(): void
  /** The window went out of sight, or came back. */
  hidden(on: boolean): void
  stop(): void
}

export type IdleOptions = {
  isOpen(): boolean
  idleMs(): Promise<number>
  /** How long the window may be out of sight; null for as long as one likes. */
  hiddenMs(): Promise<number | null>
  /** A lock is near, at this instant. */
  warn(at: string): void
  /** The announced lock was put off. */
  stay(): void
  lock(why: 'idle' | 'suspend' | 'hidden'): void
  clock?: Clock
}

const tickMs = 500
const sleptMs = 60_000
const warnMs = 30_000

const realClock: Clock = { wall: () => Date.now(), monotonic: () => performance.now() }

export function idleClock(options: IdleOptions): IdleClock {
  const clock = options.clock ?? realClock
  let last = clock.monotonic()
  let seen = clock.wall()
  let warned = false
  let hiddenSince: number | null = null

  const timer = setInterval(() => { void tick() }, tickMs)
  timer.unref()

  async function tick(): Promise<void> {
    const wall = clock.wall()
    const slept = wall - seen > sleptMs + tickMs
    seen = wall
    if (!options.isOpen()) {
      warned = false
      return
    }
    if (slept) options.lock('suspend')
    const [limit, hiddenLimit] = await Promise.all([options.idleMs(), options.hiddenMs()])
    if (!options.isOpen()) return
    if (hiddenSince !== null && hiddenLimit !== null && clock.monotonic() - hiddenSince >= hiddenLimit) {
      options.lock('hidden')
      return
    }
    const left = limit - (clock.monotonic() - last)
    if (left <= 0) {
      warned = false
      options.lock('idle')
    } else if (left <= Math.min(warnMs, limit / 2) && !warned) {
      warned = true
      options.warn(new Date(clock.wall() + left).toISOString())
    }
  }

  return {
    active() {
      last = clock.monotonic()
      if (!warned) return
      warned = false
      options.stay()
    },
    hidden(on) {
      hiddenSince = on ? hiddenSince ?? clock.monotonic() : null
    },
    stop() { clearInterval(timer) },
  }
}
