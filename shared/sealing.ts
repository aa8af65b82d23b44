/**
 * What page and core say to each other is sealed between the two: the shell and
 * the browser's own process hand on bytes that mean nothing to them, so that no
 * word stays in their memory when page and core are gone.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js'

const nonceBytes = 24

/** In the place of an input or a value. */
export type Sealed = { channel: string; sealed: string }

/** By hand: the page checks it before it has anything to check by. */
export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string'
    && 'channel' in value && typeof value.channel === 'string' && Object.keys(value).length === 2
}

/** The key of one page and one core, out of what only the two of them can compute. */
export function channelKey(agreed: Uint8Array): Uint8Array {
  return hkdf(sha256, agreed, undefined, utf8ToBytes('mj-channel-v1'), 32)
}

/** @param nonce 24 bytes that were never used before */
export function sealValue(key: Uint8Array, value: unknown, nonce: Uint8Array): Uint8Array {
  return concatBytes(nonce, xchacha20poly1305(key, nonce).encrypt(utf8ToBytes(JSON.stringify({ value }))))
}

/** Throws when it was not sealed with this key. */
export function openValue(key: Uint8Array, sealed: Uint8Array): unknown {
  const plain = xchacha20poly1305(key, sealed.subarray(0, nonceBytes)).decrypt(sealed.subarray(nonceBytes))
  return (JSON.parse(bytesToUtf8(plain)) as { value?: unknown }).value
}
