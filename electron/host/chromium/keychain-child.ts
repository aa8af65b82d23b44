/**
 * One act on the system's keychain, in a process of its own: the library blocks
 * while it waits for the service or for the person, and may then be left behind.
 * The secret comes and goes over the channel, never as an argument.
 */
import { AsyncEntry } from '@napi-rs/keyring'
import type { KeychainAct, KeychainAnswer } from './keychain.ts'

const service = 'Mentoring Journal'

process.on('disconnect', () => { process.exit(0) })
process.once('message', (message) => {
  // Only our own shell is at the other end.
  void act(message as KeychainAct).catch(() => ({ ok: false } as const)).then((answer: KeychainAnswer) => {
    process.send?.(answer, undefined, {}, () => { process.exit(0) })
  })
})

async function act({ what, vaultId, secret }: KeychainAct): Promise<KeychainAnswer> {
  // Where no Secret Service answers the library would take the kernel's keyring, which forgets: pinned, it throws.
  const entry = new AsyncEntry(service, vaultId, { linux: { store: 'secret-service' } })
  switch (what) {
    case 'get': {
      const kept = await entry.getSecret()
      return { ok: true, secret: kept === null ? null : Uint8Array.from(kept) }
    }
    case 'set':
      await entry.setSecret(secret ?? new Uint8Array())
      return { ok: true, secret: null }
    case 'remove':
      await entry.deleteCredential()
      return { ok: true, secret: null }
  }
}
