import { webcrypto } from 'node:crypto'
import { expect, test } from 'vitest'
import { dispatch } from '../../../electron/api/dispatch.ts'
import { channelKey, openValue, sealValue } from '../../../shared/sealing.ts'
import type { Sealed } from '../../../shared/sealing.ts'
import { testBackend } from '../../helpers/test-backend.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** A page's end of the channel. */
async function openPage(call: (name: 'channel.open', input: { key: string }) => Promise<{ channel: string; key: string }>) {
  const ours = await webcrypto.subtle.generateKey(curve, false, ['deriveBits'])
  const { channel, key } = await call('channel.open', { key: Buffer.from(await webcrypto.subtle.exportKey('raw', ours.publicKey)).toString('base64') })
  const theirs = await webcrypto.subtle.importKey('raw', bytes(key), curve, false, [])
  const shared = channelKey(new Uint8Array(await webcrypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256)))
  return {
    seal: (value: unknown): Sealed => ({ channel, sealed: Buffer.from(sealValue(shared, value, webcrypto.getRandomValues(new Uint8Array(24)))).toString('base64') }),
    open: (sealed: Sealed) => openValue(shared, bytes(sealed.sealed)),
  }
}

test('a call that comes sealed is answered sealed, and neither can be read on the way', async () => {
  const test = await testBackend()
  const page = await openPage(test.call)
  const input = page.seal({ passphrase: 'lantern copper violin meadow tide' })

  const reply = await dispatch(test.backend, 'passphrase.rate', input)

  expect(JSON.stringify(input)).not.toContain('lantern')
  expect(reply).toMatchObject({ ok: true, value: { sealed: expect.any(String) } })
  expect(JSON.stringify(reply)).not.toContain('strength')
  expect(page.open((reply as { value: Sealed }).value)).toMatchObject({ strength: 'strong' })
})

test('a changed byte and junk are refused, and a channel that nobody knows is as good as locked', async () => {
  const test = await testBackend()
  const page = await openPage(test.call)
  const good = page.seal({ passphrase: 'words' })
  const changed = bytes(good.sealed)
  changed[30] = (changed[30] ?? 0) ^ 1

  expect(await dispatch(test.backend, 'passphrase.rate', { ...good, sealed: Buffer.from(changed).toString('base64') })).toEqual({ ok: false, code: 'input.invalid' })
  expect(await dispatch(test.backend, 'passphrase.rate', { ...good, sealed: '' })).toEqual({ ok: false, code: 'input.invalid' })
  expect(await dispatch(test.backend, 'passphrase.rate', { ...good, channel: 'another' })).toEqual({ ok: false, code: 'vault.locked' })
  expect(await dispatch(test.backend, 'channel.open', { key: 'no point' })).toEqual({ ok: false, code: 'input.invalid' })
})

test('pages come and go: the oldest key goes with them', async () => {
  const test = await testBackend()
  const first = await openPage(test.call)
  for (let pages = 0; pages < 4; pages += 1) await openPage(test.call)

  expect(await dispatch(test.backend, 'passphrase.rate', first.seal({ passphrase: 'words' }))).toEqual({ ok: false, code: 'vault.locked' })
})
