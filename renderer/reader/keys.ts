/**
 * The key file: JSON that ends in the SHA-256 of everything before its last
 * member, and the database's key wrapped once for each way to open the vault.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { argon2id } from 'hash-wasm'
import { Trouble } from './trouble.ts'

type Slot = {
  id: string; kind: string; kdf: string; m?: number; t?: number; p?: number
  salt: string; nonce: string; made: string; box: string
}
export type KeyFile = { v: number; vault: string; slots: Slot[] }

const utf8 = new TextEncoder()

/** @throws Trouble `damaged`, `newer` */
export function readKeys(bytes: Uint8Array): KeyFile {
  const text = new TextDecoder().decode(bytes)
  const end = text.lastIndexOf(',"sha256":"')
  const body = end < 0 ? '' : text.slice(0, end)
  if (text.slice(body.length) !== `,"sha256":"${bytesToHex(sha256(utf8.encode(body)))}"}`) throw new Trouble('damaged')
  // Its checksum held, so it is what the app wrote.
  const file = JSON.parse(`${body}}`) as KeyFile
  if (file.v > 1) throw new Trouble('newer')
  return file
}

/**
 * The database's key, by the passphrase or, where what was typed has the form of one, the recovery code.
 *
 * @throws Trouble `wrong-passphrase`, `wrong-code`, `code-typo`, `too-costly`
 */
export async function unwrapKey(file: KeyFile, typed: string): Promise<Uint8Array> {
  const code = codeCharacters(typed)
  const byCode = code?.valid !== true ? null : openSlot(file, 'recovery', (slot) => hkdf(sha256, utf8.encode(code.random), base64(slot.salt), utf8.encode(`mj-recovery-v1${file.vault}`), 32))
  const key = await byCode ?? await openSlot(file, 'passphrase', (slot) => derive(slot, typed))
  if (key !== null) return key
  throw new Trouble(code === null ? 'wrong-passphrase' : code.valid ? 'wrong-code' : 'code-typo')
}

async function openSlot(file: KeyFile, kind: string, wrappingKey: (slot: Slot) => Promise<Uint8Array> | Uint8Array): Promise<Uint8Array | null> {
  const slot = file.slots.find((one) => one.kind === kind)
  if (slot === undefined) return null
  const { v, vault } = { ...file }
  const about = JSON.stringify([v, vault, slot.id, slot.kind, slot.kdf, slot.m ?? null, slot.t ?? null, slot.p ?? null, slot.salt, slot.nonce, slot.made])
  const key = await wrappingKey(slot)
  try {
    return xchacha20poly1305(key, base64(slot.nonce), utf8.encode(about)).decrypt(base64(slot.box))
  } catch {
    return null
  }
}

async function derive(slot: Slot, passphrase: string): Promise<Uint8Array> {
  const { m = 0, t = 0, p = 0 } = slot
  // A hostile file could ask for all the memory and all the time there is.
  if (m > 1_048_576 || t > 20 || p > 16) throw new Trouble('too-costly')
  return argon2id({
    password: utf8.encode(passphrase.normalize('NFC')), salt: base64(slot.salt),
    memorySize: m, iterations: t, parallelism: p, hashLength: 32, outputType: 'binary',
  })
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What was typed as a recovery code; null when it has not the form of one. */
function codeCharacters(typed: string): { random: string; valid: boolean } | null {
  const code = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (code.length !== 32 || [...code].some((one) => !alphabet.includes(one))) return null
  const random = code.slice(0, 28)
  const hash = sha256(utf8.encode(`mj-recovery-v1${random}`))
  const bits = ((hash[0] ?? 0) << 12) | ((hash[1] ?? 0) << 4) | ((hash[2] ?? 0) >>> 4)
  const check = [15, 10, 5, 0].map((shift) => alphabet.charAt((bits >>> shift) & 31)).join('')
  return { random, valid: code.slice(28) === check }
}

export function base64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
