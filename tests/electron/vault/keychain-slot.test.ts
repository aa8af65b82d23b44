import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addKeychain, removeSlot } from '../../../electron/vault/change-keys.ts'
import { keyFileNames } from '../../../electron/vault/key-file.ts'
import { makeKeychainSlot, openKeychainSlot } from '../../../electron/vault/slots.ts'
import { closeVault, createVault, openVault, openWithKeychain } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const now = new Date('2026-11-22T20:00:00.000Z')
const passphrase = 'een brugwachter zingt zacht'
const cheap = { m: 64, t: 1, p: 1 }

async function newVault() {
  const { opened } = await createVault(join(tempFolder(), 'Journal.mjournal'), passphrase, cheap, now)
  onTestFinished(() => { if (opened.db.open) closeVault(opened) })
  return opened
}

const outcome = (work: Promise<unknown>) => work.then(() => 'ok', (error: unknown) => error instanceof AppError ? error.code : String(error))

describe('a keychain slot', () => {
  it('opens with its secret and with no other, and is what the format says', () => {
    const [vault, key, secret] = ['ab'.repeat(16), randomBytes(32), randomBytes(32)]
    const slot = makeKeychainSlot(vault, key, secret, now)

    const wrapping = hkdf(sha256, secret, Buffer.from(slot.salt, 'base64'), Buffer.from(`mj-keychain-v1${vault}`), 32)
    const additional = Buffer.from(JSON.stringify([1, vault, slot.id, 'keychain', 'hkdf-sha256', null, null, null, slot.salt, slot.nonce, slot.made]))
    const opened = xchacha20poly1305(wrapping, Buffer.from(slot.nonce, 'base64'), additional).decrypt(Buffer.from(slot.box, 'base64'))

    expect(Buffer.from(opened)).toEqual(key)
    expect(Buffer.from(openKeychainSlot(vault, slot, secret) ?? [])).toEqual(key)
    expect(openKeychainSlot(vault, slot, randomBytes(32))).toBeNull()
    expect(openKeychainSlot('cd'.repeat(16), slot, secret)).toBeNull()
    expect(openKeychainSlot(vault, { ...slot, made: '2026-11-22T20:00:00.001Z' }, secret)).toBeNull()
  })

  it('opens the vault on its own, and its secret stands nowhere in the vault’s bytes', async () => {
    const vault = await newVault()
    let kept = new Uint8Array()
    await addKeychain(vault, passphrase, now, (secret) => { kept = Uint8Array.from(secret); return Promise.resolve(Uint8Array.from(kept)) })
    closeVault(vault)
    const bytes = keyFileNames.map((name) => readFileSync(join(vault.folder, name)))

    const opened = await openWithKeychain(vault.folder, () => Promise.resolve(Uint8Array.from(kept)))
    closeVault(opened)

    expect(opened.way).toBe('keychain')
    expect(kept).toHaveLength(32)
    for (const one of bytes) expect([one.includes(Buffer.from(kept)), one.includes(Buffer.from(kept).toString('base64')), one.includes(Buffer.from(kept).toString('hex'))]).toEqual([false, false, false])
    expect(await outcome(openWithKeychain(vault.folder, () => Promise.resolve(null)))).toBe('keychain.failed')
    expect(await outcome(openVault(vault.folder, passphrase).then(closeVault))).toBe('ok')
  })

  it('is not written when the keychain does not give back what it took, or a lock came first', async () => {
    const vault = await newVault()
    const before = readFileSync(join(vault.folder, keyFileNames[0]))

    const forgetful = await outcome(addKeychain(vault, passphrase, now, () => Promise.resolve(null)))
    const late = outcome(addKeychain(vault, passphrase, now, (secret) => Promise.resolve(Uint8Array.from(secret))))
    closeVault(vault)

    expect([forgetful, await late]).toEqual(['keychain.failed', 'vault.locked'])
    expect(readFileSync(join(vault.folder, keyFileNames[0]))).toEqual(before)
  })
})

describe('the last slot of a person', () => {
  it('is never removed, in whatever order the others go', async () => {
    const vault = await newVault()
    await addKeychain(vault, passphrase, now, (secret) => Promise.resolve(Uint8Array.from(secret)))
    const id = (kind: string) => vault.keys.slots.find((slot) => slot.kind === kind)?.id ?? ''
    const [first, second] = [id('passphrase'), id('recovery')]

    await removeSlot(vault, second, passphrase)
    const last = [await outcome(removeSlot(vault, first, passphrase)), await outcome(removeSlot(vault, first, null))]
    await removeSlot(vault, id('keychain'), null)

    expect(last).toEqual(['slot.last', 'slot.last'])
    expect(await outcome(removeSlot(vault, first, passphrase))).toBe('slot.last')
    expect(vault.keys.slots.map(({ kind }) => kind)).toEqual(['passphrase'])
  })
})
