import { randomBytes } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { floorCost } from '../../../electron/vault/calibrate.ts'
import {
  makePassphraseSlot, makeRecoverySlot, openPassphraseSlot, openRecoverySlot, passphraseBytes, Slot,
} from '../../../electron/vault/slots.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'))
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex')
const now = new Date('2026-11-22T20:00:00.000Z')
const vault = 'ab'.repeat(16)
const cheap = { m: 64, t: 1, p: 1 }

describe('the primitives of a slot', () => {
  it('XChaCha20-Poly1305 is that of draft-irtf-cfrg-xchacha-03, A.3.1', () => {
    const plaintext = Buffer.from('Ladies and Gentlemen of the class of \'99: If I could offer you only one tip for the future, sunscreen would be it.')
    const additional = bytes('50515253c0c1c2c3c4c5c6c7')
    const key = bytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
    const nonce = bytes('404142434445464748494a4b4c4d4e4f5051525354555657')

    const sealed = xchacha20poly1305(key, nonce, additional).encrypt(plaintext)

    expect(hex(sealed)).toBe(hex(bytes(`
      bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
      731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
      2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
      21f9664c97637da9768812f615c68b13b52e
      c0875924c1c7987947deafd8780acf49`)))
  })

  it('HKDF-SHA-256 is that of RFC 5869, A.1 and A.3', () => {
    const ikm = bytes('0b'.repeat(22))

    const first = hkdf(sha256, ikm, bytes('000102030405060708090a0b0c'), bytes('f0f1f2f3f4f5f6f7f8f9'), 42)
    const third = hkdf(sha256, ikm, undefined, undefined, 42)

    expect(hex(first)).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865')
    expect(hex(third)).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8')
  })
})

describe('a passphrase slot', () => {
  it('opens with its passphrase and gives the key that went in', async () => {
    const key = randomBytes(32)

    const slot = await makePassphraseSlot(vault, key, 'vijf gewone woorden', floorCost, now)
    const opened = await openPassphraseSlot(vault, slot, 'vijf gewone woorden')

    expect(opened === null ? null : hex(opened)).toBe(hex(key))
    expect(Slot.parse(slot)).toEqual(slot)
  })

  it('opens with the same passphrase spelled with combining marks', async () => {
    const slot = await makePassphraseSlot(vault, randomBytes(32), 'crème brûlée één', cheap, now)

    const opened = await openPassphraseSlot(vault, slot, 'crème brûlée één'.normalize('NFD'))

    expect(opened).not.toBeNull()
    expect(hex(passphraseBytes('é'.normalize('NFD')))).toBe('c3a9')
  })

  it('never trims or folds what was typed', async () => {
    const slot = await makePassphraseSlot(vault, randomBytes(32), 'Zon en maan', cheap, now)

    const opened = await Promise.all([' Zon en maan', 'Zon en maan ', 'zon en maan', 'Zon  en maan'].map((typed) => openPassphraseSlot(vault, slot, typed)))

    expect(opened).toEqual([null, null, null, null])
  })

  it('stays shut when anything it says about itself is changed', async () => {
    const slot = await makePassphraseSlot(vault, randomBytes(32), 'open', cheap, now)
    const other = (await makePassphraseSlot(vault, randomBytes(32), 'open', cheap, now))
    const changed = [
      { ...slot, id: other.id }, { ...slot, m: 72 }, { ...slot, t: 2 }, { ...slot, salt: other.salt },
      { ...slot, nonce: other.nonce }, { ...slot, made: '2026-11-22T20:00:00.001Z' }, { ...slot, box: other.box },
    ]

    const opened = await Promise.all(changed.map((one) => openPassphraseSlot(vault, one, 'open')))

    expect(opened).toEqual(changed.map(() => null))
    expect(await openPassphraseSlot('cd'.repeat(16), slot, 'open')).toBeNull()
  })

  it('never repeats a salt or a nonce', async () => {
    const slots = await Promise.all(Array.from({ length: 50 }, () => makePassphraseSlot(vault, randomBytes(32), 'open', cheap, now)))

    expect(new Set(slots.flatMap((slot) => [slot.salt, slot.nonce])).size).toBe(100)
  })
})

describe('a recovery slot', () => {
  it('opens with its own characters and with no others', () => {
    fc.assert(fc.property(
      fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{28}$/), fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{28}$/), fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (characters, others, key) => {
        const slot = makeRecoverySlot(vault, key, characters, now)

        expect(openRecoverySlot(vault, slot, characters)).toEqual(key)
        expect(characters === others ? null : openRecoverySlot(vault, slot, others)).toBeNull()
      }))
  })
})
