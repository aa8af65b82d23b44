import { argon2Sync } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { describe, expect, it } from 'vitest'
import { hashRaw } from '@node-rs/argon2'
import { argon2, nativeArgon2, wasmArgon2 } from '../../../electron/vault/argon2.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('Argon2id', () => {
  // The vector of RFC 9106 §5.3 also takes "associated data", which neither package can pass on, so the
  // reference is Node's own OpenSSL, checked against that vector here, and the vectors of the reference program.
  it('is what RFC 9106 says, in the reference the next tests lean on', () => {
    const tag = argon2Sync('argon2id', {
      message: Buffer.alloc(32, 1), nonce: Buffer.alloc(16, 2), secret: Buffer.alloc(8, 3), associatedData: Buffer.alloc(12, 4),
      parallelism: 4, tagLength: 32, memory: 32, passes: 3,
    })

    expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659')
  })

  // From test.c of the reference program (P-H-C/phc-winner-argon2), Argon2id version 0x13.
  const reference = [
    { t: 2, m: 65_536, p: 1, password: 'password', salt: 'somesalt', tag: '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7' },
    { t: 2, m: 256, p: 1, password: 'password', salt: 'somesalt', tag: '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe' },
    { t: 2, m: 256, p: 2, password: 'password', salt: 'somesalt', tag: '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037' },
    { t: 4, m: 65_536, p: 1, password: 'password', salt: 'somesalt', tag: '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c' },
    { t: 2, m: 65_536, p: 1, password: 'differentpassword', salt: 'somesalt', tag: '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde' },
    { t: 2, m: 65_536, p: 1, password: 'password', salt: 'diffsalt', tag: 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c' },
  ]

  it.each(reference)('gives the reference program\'s bytes, native and in WebAssembly ($m KiB, $t passes, $p lanes, $salt)', async ({ t, m, p, password, salt, tag }) => {
    const [secret, saltBytes] = [Buffer.from(password), Buffer.from(salt)]

    const native = await (await nativeArgon2())(secret, saltBytes, { m, t, p })
    const wasm = await (await wasmArgon2())(secret, saltBytes, { m, t, p })

    expect([hex(native), hex(wasm)]).toEqual([tag, tag])
  })

  it('gives the same bytes natively, in WebAssembly and in OpenSSL for what a vault uses', async () => {
    const [secret, salt, cost] = [Buffer.from('vijf wóórden'), Buffer.alloc(16, 9), { m: 65_536, t: 3, p: 1 }]

    const openssl = argon2Sync('argon2id', { message: secret, nonce: salt, parallelism: 1, tagLength: 32, memory: cost.m, passes: cost.t })
    const all = await Promise.all([argon2(secret, salt, cost), (await nativeArgon2())(secret, salt, cost), (await wasmArgon2())(secret, salt, cost)])

    expect(all.map(hex)).toEqual([hex(openssl), hex(openssl), hex(openssl)])
  })

  it('takes the packages\' own names for what we ask of them', async () => {
    const options = { memoryCost: 256, timeCost: 2, parallelism: 2, outputLen: 32, algorithm: 2, salt: Buffer.from('somesalt') }

    const native = await hashRaw('password', options)
    const wasm = await argon2id({ password: 'password', salt: 'somesalt', memorySize: 256, iterations: 2, parallelism: 2, hashLength: 32, outputType: 'hex' })

    expect(hex(native)).toBe(wasm)
  })
})
