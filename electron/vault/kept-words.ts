/**
 * Words that a lock could not write, because the disk is full or gone: they wait
 * in the shell's memory, sealed with a key that lies in the vault, and are
 * written after the next unlock in the same run.
 */
import { randomBytes } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import type { Db } from '../database/open.ts'
import { readPreference, writePreference } from '../database/vault-record.ts'

const KeptWords = z.strictObject({
  drafts: z.array(contract['item.draft'].input),
  /** Items that could not be made. */
  unmade: z.array(contract['item.create'].input),
})
export type KeptWords = z.infer<typeof KeptWords>

const keyName = 'kept-words.key'
const nonceBytes = 24

/** The key to seal with, made while there is room; null when it cannot be made. */
export function keyForWords(db: Db): Uint8Array | null {
  try {
    const there = readPreference(db, keyName)
    if (there !== null) return Buffer.from(there, 'base64')
    const key = randomBytes(32)
    writePreference(db, keyName, key.toString('base64'))
    return key
  } catch {
    return null
  }
}

export function sealWords(key: Uint8Array, words: KeptWords): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  return Buffer.concat([nonce, xchacha20poly1305(key, nonce).encrypt(Buffer.from(JSON.stringify(words), 'utf8'))])
}

/** Null when they belong to another vault. */
export function openWords(key: Uint8Array, sealed: Uint8Array): KeptWords | null {
  try {
    const plain = xchacha20poly1305(key, sealed.subarray(0, nonceBytes)).decrypt(sealed.subarray(nonceBytes))
    return KeptWords.parse(JSON.parse(Buffer.from(plain).toString('utf8')))
  } catch {
    return null
  }
}
