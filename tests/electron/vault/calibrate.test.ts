import { describe, expect, it } from 'vitest'
import { calibrate } from '../../../electron/vault/calibrate.ts'

const machine = (msPerMiBPass: number) => ({ m, t }: { m: number; t: number }) => Promise.resolve((m / 1024) * t * msPerMiBPass)

describe('the cost of a new slot', () => {
  it('is about a second where 256 MiB take half of one', async () => {
    expect(await calibrate(machine(500 / 768))).toEqual({ m: 262_144, t: 6, p: 1 })
  })

  it('keeps the memory and takes more passes on a fast machine, within reason', async () => {
    expect(await calibrate(machine(0.01))).toEqual({ m: 262_144, t: 10, p: 1 })
  })

  it('takes less memory on a slow one, and never less than the floor', async () => {
    expect(await calibrate(machine(2000 / 768))).toEqual({ m: 131_072, t: 3, p: 1 })
    expect(await calibrate(machine(1000))).toEqual({ m: 65_536, t: 3, p: 1 })
  })

  it('is found on this machine, too', async () => {
    const cost = await calibrate()

    expect(cost.m).toBeGreaterThanOrEqual(65_536)
    expect(cost.t).toBeGreaterThanOrEqual(3)
    expect(cost.t).toBeLessThanOrEqual(10)
  })
})
