/**
 * The far end of the page's sealed channel: agrees on a key with each page, and
 * opens and seals what crosses the shell between the two.
 */
import { randomBytes, randomUUID, webcrypto } from 'node:crypto'
import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { channelKey, isSealed, openValue, sealValue } from '../../shared/sealing.ts'
import type { Sealed } from '../../shared/sealing.ts'
import type { Backend } from './backend.ts'
import type { Handlers } from './handlers.ts'

/** The page now and one that is being replaced; what asks more often loses the oldest. */
const most = 4

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

export const channelHandlers = {
  'channel.open': async (backend, { key }) => {
    const theirs = await importPoint(key)
    const ours = await webcrypto.subtle.generateKey(curve, false, ['deriveBits'])
    const agreed = new Uint8Array(await webcrypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256))
    const channel = randomUUID()
    backend.channels.set(channel, channelKey(agreed))
    agreed.fill(0)
    const [oldest] = backend.channels.keys()
    if (backend.channels.size > most && oldest !== undefined) backend.channels.delete(oldest)
    return { channel, key: Buffer.from(await webcrypto.subtle.exportKey('raw', ours.publicKey)).toString('base64') }
  },
  // The shell ends the app before it gets here.
  'window.close': () => undefined,
} satisfies Pick<Handlers, Extract<CallName, `channel.${string}` | `window.${string}`>>

async function importPoint(key: string): Promise<webcrypto.CryptoKey> {
  try {
    return await webcrypto.subtle.importKey('raw', Buffer.from(key, 'base64'), curve, false, [])
  } catch {
    throw new AppError('input.invalid')
  }
}

export type Opened = { input: unknown; seal: (value: unknown) => unknown }

/**
 * What an input says. One that came sealed gets its value sealed in return.
 *
 * @throws AppError `vault.locked` when the core that knew this channel is gone
 */
export function openInput(backend: Backend, raw: unknown): Opened {
  if (!isSealed(raw)) return { input: raw, seal: (value) => value }
  const { channel, sealed } = raw
  const key = backend.channels.get(channel)
  if (key === undefined) throw new AppError('vault.locked')
  const seal = (value: unknown): Sealed => ({ channel, sealed: Buffer.from(sealValue(key, value, randomBytes(24))).toString('base64') })
  try {
    return { input: openValue(key, Buffer.from(sealed, 'base64')), seal }
  } catch {
    throw new AppError('input.invalid')
  }
}
