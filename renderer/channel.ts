/**
 * The page's end of the sealed channel to the core. What crosses the shell is
 * sealed here at once and in order: there is nothing to wait for in the moment
 * before a page is taken away.
 */
import { channelKey, isSealed, openValue, sealValue } from '../shared/sealing.ts'
import type { Sealed } from '../shared/sealing.ts'

type Channel = { channel: string; key: Uint8Array }

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

let open: Channel | null = null

/** Agree on a key with the core that answers `ask`. */
export async function openChannel(ask: (key: string) => Promise<{ channel: string; key: string }>): Promise<void> {
  const ours = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const told = await ask(toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', ours.publicKey))))
  const theirs = await crypto.subtle.importKey('raw', fromBase64(told.key), curve, false, [])
  open = { channel: told.channel, key: channelKey(new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256))) }
}

/** Before there is a channel nothing confidential is asked or answered. */
export function seal(input: unknown): unknown {
  if (open === null) return input
  return { channel: open.channel, sealed: toBase64(sealValue(open.key, input, crypto.getRandomValues(new Uint8Array(24)))) } satisfies Sealed
}

/** The value of a reply, opened where it came sealed. */
export function unseal(value: unknown): unknown {
  return open === null || !isSealed(value) ? value : openValue(open.key, fromBase64(value.sealed))
}

const pieceBytes = 0x8000

function toBase64(bytes: Uint8Array): string {
  let text = ''
  // More arguments at once than this would overflow the stack.
  for (let at = 0; at < bytes.length; at += pieceBytes) text += String.fromCharCode(...bytes.subarray(at, at + pieceBytes))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
