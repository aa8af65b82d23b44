import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ownClipboard } from '../../../electron/host/clipboard.ts'
import type { CopyMark } from '../../../shared/bridge.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const mark = (letter: string, secret = false): CopyMark => ({ salt: letter.repeat(64), hash: letter.repeat(64), secret })

it('a code or passphrase is taken out after a minute, other words only at the lock', async () => {
  const take = vi.fn(async () => undefined)
  const own = ownClipboard(take)

  own.copied(mark('a', true))
  await vi.advanceTimersByTimeAsync(59_000)
  expect(take).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(take.mock.calls).toEqual([[mark('a', true)]])
  own.copied(mark('b'))
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(take).toHaveBeenCalledOnce()
  await own.clear()

  expect(take.mock.calls.at(-1)).toEqual([mark('b')])
})

it('what was copied later stands in the place of what was copied before, and is taken out once', async () => {
  const take = vi.fn(async () => undefined)
  const own = ownClipboard(take)

  own.copied(mark('a', true))
  own.copied(mark('b'))
  await vi.advanceTimersByTimeAsync(120_000)
  await own.clear()
  await own.clear()

  expect(take.mock.calls).toEqual([[mark('b')]])
})

it.each([null, 'words', {}, { salt: 'short', hash: 'short', secret: false }, { ...mark('a'), text: 'words' }])('%j is no mark', async (junk) => {
  const take = vi.fn(async () => undefined)
  const own = ownClipboard(take)

  own.copied(junk)
  await own.clear()

  expect(take).not.toHaveBeenCalled()
})

it('a clipboard that cannot be had harms nothing', async () => {
  const own = ownClipboard(() => Promise.reject(new Error('another program has it')))
  own.copied(mark('a'))

  await expect(own.clear()).resolves.toBeUndefined()
})
