/** The real core in its own process, with a fake shell on this side. */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { CoreOptions, FromCore, ToCore } from '../../electron/core-messages.ts'
import { coreFlags } from '../../electron/host/chromium/core-process.ts'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Reply } from '../../shared/errors.ts'
import type { AppEvent, LockReason } from '../../shared/events.ts'
import type { FakeHost } from './fake-host.ts'

const entry = fileURLToPath(new URL('../../electron/core.ts', import.meta.url))

export type RealCore = {
  readonly process: ChildProcess
  readonly pid: number
  readonly events: AppEvent[]
  /** In the order in which they came. */
  readonly replies: number[]
  /** Everything it printed. */
  readonly output: () => string
  /** Its exit code, or the signal that ended it, and why it said it was locked. */
  readonly ended: Promise<{ code: number | string | null; locked: LockReason | null }>
  send(message: ToCore): void
  reply(name: string, input?: unknown): Promise<Reply<unknown>>
  call<N extends CallName>(name: N, ...input: undefined extends Input<N> ? [] : [Input<N>]): Promise<Output<N>>
  onEvent(listener: (event: AppEvent) => void): void
}

/** @param under a program and its arguments that run Node, such as a tracer's */
export async function startCore(host: FakeHost, options: Partial<CoreOptions> = {}, under: readonly string[] = []): Promise<RealCore> {
  const full: CoreOptions = {
    shell: 'chromium', runId: 'test-run', lockedAt: null, openedBefore: false, now: null, calibrate: false, ...options,
  }
  const child = fork(entry, [JSON.stringify(full)], { serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'], ...startedBy(under) })
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  const listeners: Array<(event: AppEvent) => void> = []
  const told: AppEvent[] = []
  const replies: number[] = []
  const ready = Promise.withResolvers<void>()
  let sequence = 0
  let output = ''
  let locked: LockReason | null = null
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { output += chunk.toString() })

  const ended = (async () => {
    // Not `close`: that never comes when this side disconnected first.
    const [code, signal] = await once(child, 'exit') as [number | null, string | null]
    await Promise.all([child.stdout, child.stderr].map((stream) => stream === null || stream.closed ? null : once(stream, 'close')))
    ready.reject(new Error(`the core ended: ${output}`))
    for (const answer of waiting.values()) answer({ ok: false, code: 'internal' })
    return { code: code ?? signal, locked }
  })()
  // One that was killed a moment ago may still be called connected.
  const send = (message: ToCore) => { if (child.connected) child.send(message, () => undefined) }

  // Only our own core is at the other end.
  child.on('message', (raw) => { hear(raw as FromCore) })
  function hear(message: FromCore): void {
    if (message.type === 'ready') ready.resolve()
    else if (message.type === 'locked') locked = message.why
    else if (message.type === 'event') {
      told.push(message.event)
      for (const listener of listeners) listener(message.event)
    } else if (message.type === 'reply') {
      replies.push(message.seq)
      waiting.get(message.seq)?.(message.reply)
      waiting.delete(message.seq)
    } else void serve(message.seq, message.method, message.args)
  }

  async function serve(seq: number, method: keyof FakeHost, args: unknown[]): Promise<void> {
    try {
      // The core names a method of the port and passes what it takes.
      const ask = host[method] as (...given: unknown[]) => Promise<unknown>
      send({ type: 'host-reply', seq, ok: true, value: await ask.apply(host, args) })
    } catch (error) {
      send({ type: 'host-reply', seq, ok: false, code: error instanceof AppError ? error.code : 'internal' })
    }
  }

  function reply(name: string, input?: unknown): Promise<Reply<unknown>> {
    const seq = ++sequence
    return new Promise((resolve) => {
      waiting.set(seq, resolve)
      send({ type: 'call', seq, name, input })
    })
  }

  await ready.promise
  if (child.pid === undefined) throw new Error('the core has no process id')
  return {
    process: child, pid: child.pid, events: told, replies, output: () => output, ended, send, reply,
    async call(name, ...input) {
      const answer = await reply(name, input[0])
      if (!answer.ok) throw new AppError(answer.code)
      // The core answered this very name.
      return answer.value as Output<typeof name>
    },
    onEvent: (listener) => { listeners.push(listener) },
  }
}

function startedBy([program, ...args]: readonly string[]) {
  return program === undefined ? { execArgv: coreFlags } : { execPath: program, execArgv: [...args, process.execPath, ...coreFlags] }
}

/** Tell it to lock as the shell does, and wait for its end. */
export async function lockCore(core: RealCore, why: LockReason = 'asked'): Promise<Awaited<RealCore['ended']>> {
  core.send({ type: 'lock', why })
  return core.ended
}
