/** A core that does nothing by itself: for trying a shell or the supervisor alone. */
import type { CoreOptions, FromCore, HostMethod, ToCore } from '../../electron/core-messages.ts'
import type { CoreProcess } from '../../electron/host/supervisor.ts'
import type { Reply } from '../../shared/errors.ts'
import type { AppEvent } from '../../shared/events.ts'

export type FakeCore = {
  readonly options: CoreOptions
  readonly calls: Array<{ name: string; input: unknown }>
  readonly alive: boolean
  /** Ask the shell, as the real core does. */
  ask(method: HostMethod, ...args: unknown[]): Promise<unknown>
  emit(event: AppEvent): void
  send(message: FromCore): void
  /** End without a word. */
  crash(): void
}

export type FakeCores = {
  fork(options: CoreOptions): CoreProcess
  readonly all: readonly FakeCore[]
  readonly latest: FakeCore
}

export type FakeAnswers = {
  call?: (name: string, input: unknown) => Reply<unknown> | Promise<Reply<unknown>>
  /** What it does before it says that it is locked. */
  beforeLocked?: () => Promise<void>
}

export function fakeCores(answers: FakeAnswers = {}): FakeCores {
  const all: FakeCore[] = []
  function fork(options: CoreOptions): CoreProcess {
    const messageListeners: Array<(message: FromCore) => void> = []
    const exitListeners: Array<(code: number | null) => void> = []
    const asked = new Map<number, (value: unknown) => void>()
    const calls: FakeCore['calls'] = []
    let alive = true
    const send = (message: FromCore) => { if (alive) for (const listener of messageListeners) listener(message) }
    const exit = (code: number | null) => {
      if (!alive) return
      alive = false
      for (const listener of exitListeners) listener(code)
    }
    async function take(message: ToCore): Promise<void> {
      if (message.type === 'host-reply') {
        asked.get(message.seq)?.(message.ok ? message.value : message)
      } else if (message.type === 'call') {
        calls.push({ name: message.name, input: message.input })
        send({ type: 'reply', seq: message.seq, reply: await (answers.call?.(message.name, message.input) ?? { ok: true, value: null }) })
      } else if (message.type === 'lock') {
        await answers.beforeLocked?.()
        send({ type: 'locked', why: message.why })
        exit(0)
      }
    }
    all.push({
      options, calls, send,
      get alive() { return alive },
      ask: (method, ...args) => new Promise((resolve) => {
        const seq = asked.size + 1
        asked.set(seq, resolve)
        send({ type: 'host', seq, method, args })
      }),
      emit: (event) => { send({ type: 'event', event }) },
      crash: () => { exit(1) },
    })
    queueMicrotask(() => { send({ type: 'ready' }) })
    return {
      send: (message) => { void Promise.resolve().then(() => take(message)) },
      onMessage: (listener) => { messageListeners.push(listener) },
      onExit: (listener) => { exitListeners.push(listener) },
      kill: () => { exit(null) },
    }
  }
  return {
    fork, all,
    get latest() {
      const last = all.at(-1)
      if (last === undefined) throw new Error('no core was started')
      return last
    },
  }
}
