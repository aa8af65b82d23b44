/**
 * The system's keychain beside the browser: the Secret Service on Linux, the
 * keychain of macOS, the credential store of Windows.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../../shared/errors.ts'
import type { Keychain } from '../host.ts'
import { sessionBus } from './session-bus.ts'

export type KeychainAct = { what: 'get' | 'set' | 'remove'; vaultId: string; secret?: Uint8Array }
export type KeychainAnswer = { ok: true; secret: Uint8Array | null } | { ok: false }

const entry = fileURLToPath(new URL('keychain-child.ts', import.meta.url))
const offerWithinMs = 2_000
/** The system may ask the person for the keychain's own password. */
const actWithinMs = 60_000

/** `node` is Node 24, which runs the source as it is. */
export function systemKeychain(node: string = process.execPath): Keychain {
  const act = async (order: KeychainAct) => {
    const answer = busOrNone() === null ? null : await ask(order, node, actWithinMs)
    if (answer?.ok !== true) throw new AppError('keychain.failed')
    return answer.secret
  }
  return {
    async keychainOffer() {
      if (busOrNone() === null) return { offered: false, why: 'none' }
      // Nothing is kept under this name: asking for it prompts nobody.
      const answer = await ask({ what: 'get', vaultId: 'none' }, node, offerWithinMs)
      if (answer === null) return { offered: false, why: 'silent' }
      return answer.ok ? { offered: true } : { offered: false, why: 'none' }
    },
    keychainGet: (vaultId) => act({ what: 'get', vaultId }),
    async keychainSet(vaultId, secret) { await act({ what: 'set', vaultId, secret }) },
    async keychainRemove(vaultId) { await act({ what: 'remove', vaultId }) },
  }
}

/** Only Linux needs a bus to reach its keychain. */
function busOrNone(): string | null {
  return process.platform === 'linux' ? sessionBus() : ''
}

/** Null when nothing answers in time. */
function ask(order: KeychainAct, node: string, withinMs: number): Promise<KeychainAnswer | null> {
  const env: NodeJS.ProcessEnv = { ...process.env, DBUS_SESSION_BUS_ADDRESS: busOrNone() ?? '' }
  delete env['NODE_OPTIONS']
  const child = fork(entry, [], {
    execPath: node, execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'advanced',
    env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => { settle(null) }, withinMs)
    const settle = (answer: KeychainAnswer | null) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(answer)
    }
    child.on('message', (answer) => { settle(answer as KeychainAnswer) })
    child.on('error', () => { settle({ ok: false }) })
    child.on('exit', () => { settle({ ok: false }) })
    child.send(order, () => undefined)
  })
}
