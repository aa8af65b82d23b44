/**
 * A key slot: the vault's data key, wrapped once per way to open the vault.
 * Opening a slot needs nothing outside it but the vault's id, so a new
 * passphrase never asks for the recovery code.
 */
import { randomBytes } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { z } from 'zod'
import { Instant } from '../../shared/dates.ts'
import { argon2 } from './argon2.ts'
import type { Argon2Cost } from './argon2.ts'

export const keyFileVersion = 1

const utf8 = new TextEncoder()

const base64 = (bytes: number) =>
  z.string().max(200).refine((text) => {
    const decoded = Buffer.from(text, 'base64')
    return decoded.length === bytes && decoded.toString('base64') === text
  })

const common = {
  id: z.uuid(),
  salt: base64(16),
  nonce: base64(24),
  made: Instant,
  box: base64(48),
}

/**
 * The bounds keep a hostile file from eating the machine before anything is
 * known about it: at most 1 GiB and 20 passes.
 */
const PassphraseSlot = z.strictObject({
  ...common,
  kind: z.literal('passphrase'),
  kdf: z.literal('argon2id'),
  m: z.int().min(8).max(1_048_576),
  t: z.int().min(1).max(20),
  p: z.int().min(1).max(16),
}).refine((slot) => slot.m >= 8 * slot.p)
const RecoverySlot = z.strictObject({ ...common, kind: z.literal('recovery'), kdf: z.literal('hkdf-sha256') })
const KeychainSlot = z.strictObject({ ...common, kind: z.literal('keychain'), kdf: z.literal('hkdf-sha256') })

export const Slot = z.discriminatedUnion('kind', [PassphraseSlot, RecoverySlot, KeychainSlot])
export type Slot = z.infer<typeof Slot>
export type PassphraseSlot = z.infer<typeof PassphraseSlot>
export type RecoverySlot = z.infer<typeof RecoverySlot>
export type KeychainSlot = z.infer<typeof KeychainSlot>

/** What a slot says about itself, before there is a box. */
type SlotHead = Omit<PassphraseSlot, 'box'> | SecretHead
type SecretHead = Omit<RecoverySlot, 'box'> | Omit<KeychainSlot, 'box'>

/** NFC, so that the same passphrase typed on another system gives the same bytes. Never trimmed. */
export function passphraseBytes(passphrase: string): Uint8Array {
  return utf8.encode(passphrase.normalize('NFC'))
}

export async function makePassphraseSlot(
  vault: string, dataKey: Uint8Array, passphrase: string, cost: Argon2Cost, now: Date,
): Promise<PassphraseSlot> {
  const head = { ...freshHead(now), kind: 'passphrase', kdf: 'argon2id', m: cost.m, t: cost.t, p: cost.p } as const
  const wrappingKey = await passphraseKey(head, passphrase)
  return { ...head, box: wrap(vault, head, wrappingKey, dataKey) }
}

/** @param characters the 28 random characters of the code, without its checksum */
export function makeRecoverySlot(vault: string, dataKey: Uint8Array, characters: string, now: Date): RecoverySlot {
  const head = { ...freshHead(now), kind: 'recovery', kdf: 'hkdf-sha256' } as const
  return { ...head, box: wrap(vault, head, secretKey(vault, head, utf8.encode(characters)), dataKey) }
}

/** @param secret 32 random bytes that only this computer's keychain holds */
export function makeKeychainSlot(vault: string, dataKey: Uint8Array, secret: Uint8Array, now: Date): KeychainSlot {
  const head = { ...freshHead(now), kind: 'keychain', kdf: 'hkdf-sha256' } as const
  return { ...head, box: wrap(vault, head, secretKey(vault, head, secret), dataKey) }
}

/** The data key, or null when this passphrase does not open the slot. */
export async function openPassphraseSlot(vault: string, slot: PassphraseSlot, passphrase: string): Promise<Uint8Array | null> {
  return unwrap(vault, slot, await passphraseKey(slot, passphrase))
}

/** The data key, or null when the code belongs to another vault or an older sheet. */
export function openRecoverySlot(vault: string, slot: RecoverySlot, characters: string): Uint8Array | null {
  return unwrap(vault, slot, secretKey(vault, slot, utf8.encode(characters)))
}

/** The data key, or null when the keychain's secret is that of another slot. */
export function openKeychainSlot(vault: string, slot: KeychainSlot, secret: Uint8Array): Uint8Array | null {
  return unwrap(vault, slot, secretKey(vault, slot, secret))
}

function freshHead(now: Date) {
  return {
    id: crypto.randomUUID() as string,
    salt: randomBytes(16).toString('base64'),
    nonce: randomBytes(24).toString('base64'),
    made: now.toISOString(),
  }
}

async function passphraseKey(slot: Omit<PassphraseSlot, 'box'>, passphrase: string): Promise<Uint8Array> {
  const secret = passphraseBytes(passphrase)
  try {
    return await argon2(secret, Buffer.from(slot.salt, 'base64'), slot)
  } finally {
    secret.fill(0)
  }
}

/** A random secret needs no costly derivation: nobody guesses 140 bits. */
function secretKey(vault: string, slot: SecretHead, secret: Uint8Array): Uint8Array {
  return hkdf(sha256, secret, Buffer.from(slot.salt, 'base64'), utf8.encode(`mj-${slot.kind}-v1${vault}`), 32)
}

/** Everything a slot says about itself is authenticated with it. */
function additionalData(vault: string, slot: SlotHead): Uint8Array {
  const [m, t, p] = slot.kdf === 'argon2id' ? [slot.m, slot.t, slot.p] : [null, null, null]
  return utf8.encode(JSON.stringify(
    [keyFileVersion, vault, slot.id, slot.kind, slot.kdf, m, t, p, slot.salt, slot.nonce, slot.made],
  ))
}

/** Seal, and open what was sealed before anything relies on it; the wrapping key is gone afterwards. */
function wrap(vault: string, slot: SlotHead, wrappingKey: Uint8Array, dataKey: Uint8Array): string {
  const cipher = () => xchacha20poly1305(wrappingKey, Buffer.from(slot.nonce, 'base64'), additionalData(vault, slot))
  const box = cipher().encrypt(dataKey)
  const reopened = cipher().decrypt(box)
  const same = Buffer.compare(reopened, dataKey) === 0
  reopened.fill(0)
  wrappingKey.fill(0)
  if (!same) throw new Error('a fresh slot did not open')
  return Buffer.from(box).toString('base64')
}

function unwrap(vault: string, slot: Slot, wrappingKey: Uint8Array): Uint8Array | null {
  try {
    return xchacha20poly1305(wrappingKey, Buffer.from(slot.nonce, 'base64'), additionalData(vault, slot))
      .decrypt(Buffer.from(slot.box, 'base64'))
  } catch {
    // The file's checksum held, so a refused tag means another secret.
    return null
  } finally {
    wrappingKey.fill(0)
  }
}
