import { onTestFinished, vi } from 'vitest'
import type { Host } from '../../electron/host/host.ts'
import { superviseCore } from '../../electron/host/supervisor.ts'
import type { SupervisorOptions } from '../../electron/host/supervisor.ts'
import { AppError } from '../../shared/errors.ts'
import type { AppEvent } from '../../shared/events.ts'
import { defaultStoredPreferences } from '../../shared/preference.ts'
import { fakeCores } from './fake-core.ts'
import type { FakeAnswers } from './fake-core.ts'

export const host: Host = {
  shell: 'chromium',
  defaultVaultFolder: async () => '/somewhere',
  protections: async () => [],
  getPreferences: async () => defaultStoredPreferences,
  setPreferences: async () => defaultStoredPreferences,
  chooseSavePath: async () => { throw new AppError('folder.not-writable') },
  chooseOpenPath: async () => null,
  chooseFolder: async () => { throw new Error('with a path in it: /home/sari') },
  showInFolder: async () => undefined,
  printToPdf: async () => new Uint8Array([1]),
  print: async () => false,
  keychainOffer: async () => ({ offered: false, why: 'none' }),
  keychainGet: async () => null,
  keychainSet: async () => undefined,
  keychainRemove: async () => undefined,
}

/** A supervisor over cores that a test answers for. Its clock is the test's: with fake timers. */
export function supervised(answers: FakeAnswers = {}, options: Partial<SupervisorOptions> = {}) {
  const cores = fakeCores(answers)
  const events: AppEvent[] = []
  const replaced = vi.fn(async () => undefined)
  const skew = { wall: 0 }
  const supervisor = superviseCore({
    fork: cores.fork, host, replacePage: replaced, closeWindow: () => undefined, runId: 'run', now: null,
    onEvent: (event) => { events.push(event) },
    clock: { wall: () => Date.now() + skew.wall, monotonic: () => Date.now() - Date.parse('2026-11-22T00:00:00Z') },
    ...options,
  })
  onTestFinished(() => { void supervisor.stop() })
  const unlock = () => supervisor.call('vault.unlock', { passphrase: 'x' })
  return { cores, events, replaced, skew, supervisor, unlock }
}
