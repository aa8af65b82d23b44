/** Real dispatch, real vault in a temp folder; only the shell is a fake. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import { Backend } from '../../electron/api/backend.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { CoreOptions } from '../../electron/core-messages.ts'
import { closeVault, createVault } from '../../electron/vault/vault.ts'
import { contract, isCallName } from '../../shared/contract.ts'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Reply } from '../../shared/errors.ts'
import { events } from '../../shared/events.ts'
import type { AppEvent, EventName, LockReason } from '../../shared/events.ts'
import { cheap } from './cheap.ts'
import { fakeHost } from './fake-host.ts'
import type { FakeHost } from './fake-host.ts'
import { tempFolder } from './temp-folder.ts'

export const testPassphrase = 'een brugwachter zingt zacht'

export type TestBackend = {
  readonly backend: Backend
  readonly host: FakeHost
  /** Where a vault is made unless a test chooses another place. */
  readonly folder: string
  readonly events: AppEvent[]
  /** Set once the backend asked for the end of its process. */
  readonly ended: LockReason | null
  /** As the page calls; throws an AppError. What comes back is held against the contract. */
  call<N extends CallName>(name: N, ...input: undefined extends Input<N> ? [] : [Input<N>]): Promise<Output<N>>
  /** As a hostile page calls. */
  reply(name: string, input?: unknown): Promise<Reply<unknown>>
  /** The code it fails with; `ok` when it does not. */
  outcome(name: string, input?: unknown): Promise<string>
  /** Wait until this event was told, also when that was before. */
  event<N extends EventName>(name: N): Promise<EventData<N>>
  /** A new core process over the same shell, after a lock or beside this one. */
  restart(options?: Partial<CoreOptions>): TestBackend
}

type EventData<N extends EventName> = z.infer<(typeof events)[N]>

type Setting = { host?: FakeHost; folder?: string; options?: Partial<CoreOptions> }

/** A backend without a vault. */
export function testBackend(setting: Setting = {}): TestBackend {
  const folder = setting.folder ?? join(tempFolder(), 'Journal.mjournal')
  const host = setting.host ?? fakeHost(folder)
  const told: AppEvent[] = []
  const listeners = new Set<() => void>()
  let ended: LockReason | null = null
  const options: CoreOptions = {
    shell: 'chromium', runId: 'test-run', lockedAt: null, openedBefore: false, now: null, calibrate: false, ...setting.options,
  }
  const backend = new Backend({
    host, options,
    send: (event) => {
      events[event.name].parse(event.data)
      told.push(event)
      for (const listener of listeners) listener()
    },
    end: (why) => { ended = why },
  })
  onTestFinished(() => { backend.lock('closed') })

  async function reply(name: string, input?: unknown): Promise<Reply<unknown>> {
    const answer = await dispatch(backend, name, input)
    if (answer.ok && isCallName(name)) contract[name].output.parse(answer.value)
    return answer
  }

  function event<N extends EventName>(name: N): Promise<EventData<N>> {
    return new Promise<EventData<N>>((resolve) => {
      const look = () => {
        const found = told.find((one) => one.name === name)
        if (found === undefined) return
        listeners.delete(look)
        // Found by its name, which TypeScript cannot follow through a generic.
        resolve(found.data as EventData<N>)
      }
      listeners.add(look)
      look()
    })
  }

  return {
    backend, host, folder, events: told, reply,
    get ended() { return ended },
    async call(name, ...input) {
      const answer = await reply(name, input[0])
      if (!answer.ok) throw new AppError(answer.code, answer.facts === undefined ? {} : { facts: answer.facts })
      // `reply` held the value against this row's output.
      return answer.value as Output<typeof name>
    },
    async outcome(name, input) {
      const answer = await reply(name, input)
      return answer.ok ? 'ok' : answer.code
    },
    event,
    restart: (changed) => testBackend({ host, folder, options: { ...options, ...changed } }),
  }
}

/** The same over a vault whose passphrase costs next to nothing: for tests that unlock many times. */
export async function openQuickBackend(setting: Setting = {}): Promise<{ test: TestBackend; recoveryCode: string }> {
  const test = testBackend(setting)
  const now = new Date(setting.options?.now ?? Date.now())
  const { opened, recoveryCode } = await createVault(test.folder, testPassphrase, cheap, now)
  closeVault(opened)
  await test.call('vault.unlock', { passphrase: testPassphrase })
  return { test, recoveryCode }
}

/** A backend whose vault was just made with {@link testPassphrase}. */
export async function openTestBackend(setting: Setting = {}): Promise<{ test: TestBackend; recoveryCode: string }> {
  const test = testBackend(setting)
  const { recoveryCode } = await test.call('vault.create', { passphrase: testPassphrase, me: '' })
  return { test, recoveryCode }
}
