/**
 * SQLCipher 4 with its default settings and a raw key. A file is pages of 4096
 * bytes; the last 80 of each are a 16-byte IV and a 64-byte HMAC-SHA-512 over
 * what stands before it and the page's number. The first page begins with 16
 * bytes of salt where SQLite's own magic would stand.
 */
import { cbc } from '@noble/ciphers/aes.js'
import { hmac } from '@noble/hashes/hmac.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { Trouble } from './trouble.ts'
import type { Step } from './trouble.ts'

const pageLength = 4096
const saltLength = 16
const ivLength = 16
const macLength = 64
const magic = 'SQLite format 3\0'
/** Pages between two looks at the clock. */
const stretch = 64

/**
 * The plain database. Each page is proven before it is decrypted.
 *
 * @throws Trouble `damaged`
 */
export async function decryptPages(file: Uint8Array, key: Uint8Array, step: Step): Promise<Uint8Array> {
  if (file.length === 0 || file.length % pageLength !== 0) throw new Trouble('damaged')
  const salt = file.subarray(0, saltLength)
  const macKey = pbkdf2(sha512, key, salt.map((byte) => byte ^ 0x3a), { c: 2, dkLen: 32 })
  const plain = new Uint8Array(file.length)
  const pages = file.length / pageLength
  for (let number = 1; number <= pages; number += 1) {
    decryptPage(file, plain, number, key, macKey)
    if (number % stretch === 0 || number === pages) await step(number, pages)
  }
  plain.set(new TextEncoder().encode(magic), 0)
  return plain
}

function decryptPage(file: Uint8Array, plain: Uint8Array, number: number, key: Uint8Array, macKey: Uint8Array): void {
  const page = (number - 1) * pageLength
  const start = number === 1 ? page + saltLength : page
  const ivAt = page + pageLength - ivLength - macLength
  const macAt = ivAt + ivLength
  const place = new Uint8Array(4)
  new DataView(place.buffer).setUint32(0, number, true)
  const mac = hmac.create(sha512, macKey).update(file.subarray(start, macAt)).update(place).digest()
  if (!same(mac, file.subarray(macAt, macAt + macLength))) throw new Trouble('damaged')
  const body = cbc(key, file.subarray(ivAt, macAt), { disablePadding: true }).decrypt(file.subarray(start, ivAt))
  plain.set(body, start)
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
