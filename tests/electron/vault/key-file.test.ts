import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatKeyFile, keyFileNames, mendKeys, parseKeyFile, readKeys, writeKeys } from '../../../electron/vault/key-file.ts'
import type { KeyFile } from '../../../electron/vault/key-file.ts'
import { makePassphraseSlot, makeRecoverySlot } from '../../../electron/vault/slots.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const now = new Date('2026-11-22T20:00:00.000Z')
const vault = '0123456789abcdef0123456789abcdef'
const key = new Uint8Array(32).fill(7)
const slots = [
  await makePassphraseSlot(vault, key, 'open', { m: 64, t: 1, p: 1 }, now),
  makeRecoverySlot(vault, key, '0'.repeat(28), now),
]
const file: KeyFile = { v: 1, vault, serial: 3, slots }
const [first, second] = keyFileNames

/** The same bytes with a checksum that fits: what someone who alters the file on purpose writes. */
function forged(change: object): Buffer {
  const body = JSON.stringify({ ...file, ...change }).slice(0, -1)
  return Buffer.from(`${body},"sha256":"${createHash('sha256').update(body).digest('hex')}"}`)
}

describe('a key file', () => {
  it('has the members of the format in their order, and a checksum over everything before it', () => {
    const text = formatKeyFile(file).toString()
    const end = text.indexOf(',"sha256"')

    expect(text).toMatch(/^\{"v":1,"vault":"[0-9a-f]{32}","serial":3,"slots":\[\{"id":"[0-9a-f-]{36}","kind":"passphrase","kdf":"argon2id","m":64,"t":1,"p":1,"salt":"[^"]{24}","nonce":"[^"]{32}","made":"2026-11-22T20:00:00.000Z","box":"[^"]{64}"\},\{"id":"[0-9a-f-]{36}","kind":"recovery","kdf":"hkdf-sha256","salt"/)
    expect(text.slice(end)).toBe(`,"sha256":"${createHash('sha256').update(text.slice(0, end)).digest('hex')}"}`)
    expect(parseKeyFile(Buffer.from(text))).toEqual(file)
  })

  it('is damaged after any flip of any single bit', () => {
    const bytes = formatKeyFile(file)
    const outcomes = new Map<unknown, number>()

    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes)
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      const outcome = parseKeyFile(flipped)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }

    expect([...outcomes.entries()]).toEqual([['damaged', bytes.length * 8]])
  })

  it('is damaged when cut anywhere, emptied, or followed by anything', () => {
    const bytes = formatKeyFile(file)
    const cut = Array.from({ length: bytes.length }, (_, length) => bytes.subarray(0, length))

    const outcomes = [...cut, Buffer.concat([bytes, Buffer.from('\n')]), Buffer.alloc(bytes.length)].map(parseKeyFile)

    expect(new Set(outcomes)).toEqual(new Set(['damaged']))
  })

  const passphraseSlot = slots[0]
  const recoverySlot = slots[1]
  it.each([
    ['4 TiB of memory', { slots: [{ ...passphraseSlot, m: 4_294_967_295 }] }],
    ['1 GiB and one KiB', { slots: [{ ...passphraseSlot, m: 1_048_577 }] }],
    ['21 passes', { slots: [{ ...passphraseSlot, t: 21 }] }],
    ['a thousand lanes', { slots: [{ ...passphraseSlot, p: 1000 }] }],
    ['no memory', { slots: [{ ...passphraseSlot, m: 0 }] }],
    ['parts of a pass', { slots: [{ ...passphraseSlot, t: 1.5 }] }],
    ['another derivation', { slots: [{ ...passphraseSlot, kdf: 'none' }] }],
    ['a passphrase without Argon2', { slots: [{ ...passphraseSlot, kdf: 'hkdf-sha256' }] }],
    ['two passphrases', { slots: [passphraseSlot, passphraseSlot] }],
    ['no slot', { slots: [] }],
    ['a short salt', { slots: [{ ...recoverySlot, salt: 'AAAA' }] }],
    ['a box that is no base64', { slots: [{ ...recoverySlot, box: '!'.repeat(64) }] }],
    ['a member more', { slots: [{ ...recoverySlot, note: 'x' }] }],
    ['a negative serial', { serial: -1 }],
    ['no vault', { vault: '' }],
    ['version 0', { v: 0 }],
  ])('is refused before anything is derived when it asks for %s', (_, change) => {
    expect(parseKeyFile(forged(change))).toBe('damaged')
  })

  it('of a later version is told apart', () => {
    expect(parseKeyFile(forged({ v: 2, slots: 'whatever comes' }))).toBe('newer')
  })
})

describe('the two copies', () => {
  it('are the same, for their owner only, with nothing left beside them', () => {
    const folder = tempFolder()

    writeKeys(folder, file)

    expect(readFileSync(join(folder, first))).toEqual(readFileSync(join(folder, second)))
    expect(keyFileNames.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600])
    expect(readdirSync(folder).sort()).toEqual([...keyFileNames].sort())
  })

  it('mend each other, whichever was damaged, missing or older', () => {
    const older = formatKeyFile({ ...file, serial: 2 })
    const spoil: Array<(path: string) => void> = [
      (path) => { writeFileSync(path, 'x') }, (path) => { rmSync(path) }, (path) => { writeFileSync(path, older) },
      (path) => { writeFileSync(path, Buffer.alloc(200_000)) }, (path) => { writeFileSync(path, '') },
    ]
    for (const name of keyFileNames) for (const change of spoil) {
      const folder = tempFolder()
      writeKeys(folder, file)
      change(join(folder, name))

      const keys = readKeys(folder)
      const mended = mendKeys(folder, keys, file)

      expect(keys.candidates).toEqual([file])
      expect(mended).toBe(true)
      expect(keyFileNames.map((one) => readFileSync(join(folder, one)))).toEqual([formatKeyFile(file), formatKeyFile(file)])
      expect(mendKeys(folder, readKeys(folder), file)).toBe(false)
    }
  })

  it('are both tried when they name different vaults, so that a stray file shuts nobody out', () => {
    const folder = tempFolder()
    writeKeys(folder, file)
    writeFileSync(join(folder, first), formatKeyFile({ ...file, vault: 'f'.repeat(32), serial: 9 }))

    const { candidates } = readKeys(folder)

    expect(candidates.map((one) => one.vault)).toEqual(['f'.repeat(32), vault])
  })

  it('damaged together are said to be, and missing together are missing', () => {
    const folder = tempFolder()

    expect(() => readKeys(folder)).toThrow('vault.missing')
    for (const name of keyFileNames) writeFileSync(join(folder, name), 'x')
    expect(() => readKeys(folder)).toThrow('vault.keys-damaged')
    rmSync(join(folder, first))
    expect(() => readKeys(folder)).toThrow('vault.keys-damaged')
  })

  it('survive a folder by the name of one of them', () => {
    const folder = tempFolder()
    writeKeys(folder, file)
    rmSync(join(folder, first))
    mkdirSync(join(folder, first))

    expect(readKeys(folder).candidates).toEqual([file])
  })

  it('written by a later version stop everything', () => {
    const folder = tempFolder()
    writeKeys(folder, file)
    writeFileSync(join(folder, second), forged({ v: 2 }))

    expect(() => readKeys(folder)).toThrow('vault.newer')
  })

  it('keep their mode when they are rewritten', () => {
    const folder = tempFolder()
    writeKeys(folder, file)
    chmodSync(join(folder, first), 0o666)

    writeKeys(folder, { ...file, serial: 4 })

    expect(statSync(join(folder, first)).mode & 0o777).toBe(0o600)
  })
})
