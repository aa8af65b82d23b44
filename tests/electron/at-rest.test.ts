import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { giveBackAtRest, restMs } from '../../electron/at-rest.ts'

const megabyte = 1 << 20

describe('with a heap that is said', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  function core() {
    let heap = 30 * megabyte
    const collect = vi.fn(() => { heap = 32 * megabyte })
    const rest = giveBackAtRest(collect, () => heap)
    return { collect, rest, grow: (by: number) => { heap += by * megabyte } }
  }

  test('what a long work took is given back after a second without a call, once', () => {
    const { collect, rest, grow } = core()
    grow(100)
    rest.answered()
    vi.advanceTimersByTime(restMs - 1)
    expect(collect).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(collect).toHaveBeenCalledOnce()
    rest.answered()
    vi.advanceTimersByTime(restMs * 10)
    expect(collect).toHaveBeenCalledOnce()
  })

  test('not while calls go on, and not for what keystrokes leave', () => {
    const { collect, rest, grow } = core()
    grow(100)
    for (let n = 0; n < 20; n++) {
      rest.answered()
      vi.advanceTimersByTime(restMs / 2)
    }
    expect(collect).not.toHaveBeenCalled()
    vi.advanceTimersByTime(restMs)
    expect(collect).toHaveBeenCalledOnce()
    grow(10)
    rest.answered()
    vi.advanceTimersByTime(restMs * 10)
    expect(collect).toHaveBeenCalledOnce()
  })
})

test('Node does give it back', async () => {
  const rest = giveBackAtRest()
  let taken: unknown[] | null = Array.from({ length: 400_000 }, (_one, n) => ({ n, text: `line ${n}` }))
  const full = process.memoryUsage().heapUsed
  expect(taken).toHaveLength(400_000)
  taken = null
  rest.answered()
  await vi.waitFor(() => { expect(process.memoryUsage().heapUsed).toBeLessThan(full - 20 * megabyte) }, { timeout: restMs + 4_000, interval: 100 })
})
