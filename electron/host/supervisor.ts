/**
 * Keeps one core process at hand for the page: routes calls, answers what the
 * core asks of the shell, counts idle time, and puts a fresh core and a fresh
 * page in place after every lock and every fault. Knows no shell.
 */
import { isCallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Reply } from '../../shared/errors.ts'
import type { AppEvent, LockReason } from '../../shared/events.ts'
import type { CoreOptions, FromCore, HostMethod, ToCore } from '../core-messages.ts'
import type { Host } from './host.ts'
import { idleClock } from './idle-clock.ts'
import type { Clock } from './idle-clock.ts'

export type CoreProcess = {
  send(message: ToCore): void
  onMessage(listener: (message: FromCore) => void): void
  onExit(listener: (code: number | null) => void): void
  kill(): void
}

export type Supervisor = {
  /** Answers with a `Reply`; never rejects. */
  call(name: string, input: unknown): Promise<Reply<unknown>>
  /** A key or pointer was used. */
  active(): void
  /** The window went out of sight, or came back. */
  hidden(on: boolean): void
  lock(why: LockReason): Promise<void>
  /** The machine goes to sleep or its screen is locked: lock, unless the preferences say otherwise. */
  signal(why: 'suspend' | 'screen-lock'): Promise<void>
  /** How many words wait that cannot be saved; what can be is written first. */
  unsaved(): Promise<number>
  /** Lock, wait until everything is written, end. */
  stop(): Promise<void>
}

export type SupervisorOptions = {
  fork(options: CoreOptions): CoreProcess
  host: Host
  onEvent(event: AppEvent): void
  /** Put a fresh page in the place of the one that shows the journal. */
  replacePage(): Promise<void> | void
  /** The person closes the window although words cannot be saved. */
  closeWindow(): void
  runId: string
  now: string | null
  /** Instead of the minutes in the preferences: for tests. */
  idleMs?: number
  clock?: Clock
}

type Core = {
  process: CoreProcess
  waiting: Map<number, (reply: Reply<unknown>) => void>
  open: boolean
  /** Calls under way that may open it. */
  opening: number
  /** Its process is gone: nothing would answer. */
  gone: boolean
  ended: Promise<void>
  /** True from the moment its end is expected. */
  leaving: boolean
}

/** While the page is being replaced, its last words still go to the core that holds the vault. */
const lastWords: readonly string[] = ['item.create', 'item.draft', 'item.save', 'item.flush', 'item.leave', 'place.keep', 'review.keep', 'discreet.set']
/** These need the vault's file, so they wait until the core that held it is gone. */
const opening: readonly string[] = ['vault.unlock', 'keychain.unlock', 'vault.create', 'vault.recover']

const lockWithinMs = 10_000
/** Longer than a busy page may take to hand over its last words: the core that holds the vault ends after that. */
const replaceWithinMs = 2_000
const unsavedWithinMs = 1_500
const internal: Reply<unknown> = { ok: false, code: 'internal' }
const locked: Reply<unknown> = { ok: false, code: 'vault.locked' }

export function superviseCore(options: SupervisorOptions): Supervisor {
  let sequence = 0
  let lockedAt: string | null = null
  let openedBefore = false
  let stopping: Promise<void> | null = null
  let replacing: { last: Core; done: Promise<void> } | null = null
  let faults = 0
  /** Sealed: what the last core could not write. */
  let kept: Uint8Array | null = null
  let core = start()
  const idle = idleClock({
    isOpen: () => core.open && replacing === null,
    idleMs: async () => options.idleMs ?? (await options.host.getPreferences()).idleMinutes * 60_000,
    warn: (at) => { options.onEvent({ name: 'vault.locking', data: { at } }) },
    stay: () => { options.onEvent({ name: 'vault.staying', data: {} }) },
    hiddenMs: async () => {
      const { lockHiddenMinutes } = await options.host.getPreferences()
      return lockHiddenMinutes === null ? null : lockHiddenMinutes * 60_000
    },
    lock: (why) => { void (why === 'suspend' ? signal(why) : lock(why)) },
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  })

  function start(): Core {
    const child = options.fork({
      shell: options.host.shell, runId: options.runId, lockedAt, openedBefore, now: options.now,
    })
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const started: Core = { process: child, waiting: new Map(), open: false, opening: 0, gone: false, ended, leaving: false }
    child.onMessage((message) => { hear(started, message) })
    child.onExit(() => {
      started.gone = true
      end()
      for (const answer of started.waiting.values()) answer(started.leaving ? locked : internal)
      started.waiting.clear()
      if (started === core && !started.leaving) afterFault(started)
    })
    return started
  }

  function hear(from: Core, message: FromCore): void {
    switch (message.type) {
      case 'ready':
        return
      case 'reply': {
        const answer = from.waiting.get(message.seq)
        from.waiting.delete(message.seq)
        answer?.(message.reply)
        return
      }
      case 'host':
        void serve(from, message.seq, message.method, message.args)
        return
      case 'event':
        // The page that these were about may be gone; `vault.locked` is said here, after the page was replaced.
        if (from === core && message.event.name !== 'vault.locked') options.onEvent(message.event)
        return
      case 'locked':
        kept = message.kept ?? null
        if (from === core && !from.leaving) void change(message.why)
    }
  }

  async function serve(to: Core, seq: number, method: HostMethod, args: unknown[]): Promise<void> {
    try {
      // The names and arguments come from our own core, typed by the same Host on its side.
      const ask = options.host[method] as (...given: unknown[]) => Promise<unknown>
      to.process.send({ type: 'host-reply', seq, ok: true, value: await ask.apply(options.host, args) })
    } catch (error) {
      to.process.send({ type: 'host-reply', seq, ok: false, code: error instanceof AppError ? error.code : 'internal' })
    }
  }

  async function call(name: string, input: unknown): Promise<Reply<unknown>> {
    if (!isCallName(name)) return { ok: false, code: 'input.invalid' }
    if (stopping !== null && !lastWords.includes(name)) return locked
    if (name === 'vault.lock') {
      await lock('asked')
      return { ok: true, value: undefined }
    }
    if (name === 'window.close') {
      options.closeWindow()
      return { ok: true, value: undefined }
    }
    if (replacing !== null && opening.includes(name)) {
      hurry(replacing.last)
      await replacing.done
    }
    const to = replacing !== null && lastWords.includes(name) ? replacing.last : core
    const mayOpen = opening.includes(name)
    if (mayOpen) to.opening += 1
    const reply = await ask(to, name, input)
    if (mayOpen) to.opening -= 1
    if (reply.ok && mayOpen && to === core) {
      if (kept !== null && !to.open) to.process.send({ type: 'kept', words: kept })
      to.open = true
      openedBefore = true
      faults = 0
      idle.active()
    }
    return reply
  }

  function ask(to: Core, name: string, input: unknown): Promise<Reply<unknown>> {
    if (to.gone) return Promise.resolve(internal)
    const seq = ++sequence
    return new Promise((resolve) => {
      to.waiting.set(seq, resolve)
      try {
        to.process.send({ type: 'call', seq, name, input })
      } catch {
        to.waiting.delete(seq)
        resolve(internal)
      }
    })
  }

  /** Somebody waits to unlock: the backup may be made another time. */
  function hurry(last: Core): void {
    try {
      last.process.send({ type: 'hurry' })
    } catch {
      // It is gone already.
    }
  }

  function lock(why: LockReason): Promise<void> {
    if (replacing !== null) return replacing.done
    if (stopping !== null) return stopping
    // Also while the key is being derived: whoever locks then must not find it open a moment later.
    return core.open || core.opening > 0 ? change(why) : Promise.resolve()
  }

  async function signal(why: 'suspend' | 'screen-lock'): Promise<void> {
    const { lockOnSleep, lockOnScreenLock } = await options.host.getPreferences()
    if (why === 'suspend' ? lockOnSleep : lockOnScreenLock) await lock(why)
  }

  async function unsaved(): Promise<number> {
    if (!core.open || replacing !== null || stopping !== null) return 0
    let count = 0
    // A core that hangs must not keep the window open.
    await within(unsavedWithinMs, ask(core, 'item.unsaved', undefined).then((reply) => {
      if (reply.ok && typeof reply.value === 'number') count = reply.value
    }))
    return count
  }

  /** Replace page and core; the old core flushes, closes the vault and ends. */
  function change(why: LockReason): Promise<void> {
    const last = core
    last.leaving = true
    last.open = false
    lockedAt = options.now ?? new Date().toISOString()
    core = start()
    const done = (async () => {
      await within(replaceWithinMs, Promise.resolve(options.replacePage()).catch(() => undefined))
      await finish(last, why)
      replacing = null
      options.onEvent({ name: 'vault.locked', data: { why } })
    })()
    replacing = { last, done }
    return done
  }

  /** A core that ends by itself at once, again and again, is not started in a loop. */
  function afterFault(last: Core): void {
    if (stopping !== null) return
    faults += 1
    const wasOpen = last.open
    lockedAt = wasOpen ? options.now ?? new Date().toISOString() : lockedAt
    const restart = () => {
      if (stopping !== null) return
      // First: the fresh page asks at once, and would stay empty without an answer.
      core = start()
      if (!wasOpen) return
      void within(replaceWithinMs, Promise.resolve(options.replacePage()).catch(() => undefined))
        .then(() => { options.onEvent({ name: 'vault.locked', data: { why: 'fault' } }) })
    }
    if (faults > 3) setTimeout(restart, 1_000).unref()
    else restart()
  }

  async function finish(last: Core, why: LockReason): Promise<void> {
    try {
      last.process.send({ type: 'lock', why })
    } catch {
      // Already gone: `ended` is resolved or about to be.
    }
    if (!await within(lockWithinMs, last.ended)) last.process.kill()
    await within(1_000, last.ended)
  }

  function stop(): Promise<void> {
    stopping ??= (async () => {
      idle.stop()
      if (replacing !== null) await replacing.done
      core.leaving = true
      await finish(core, 'closed')
    })()
    return stopping
  }

  return { call, active: () => { idle.active() }, hidden: (on) => { idle.hidden(on) }, lock, signal, unsaved, stop }
}

/** Whether it settled in time. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => { timer = setTimeout(() => { resolve(false) }, ms) })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
