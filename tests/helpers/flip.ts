/** Random numbers from 0 to below `below`, the same ones for the same seed. */
export type Random = (below: number) => number

/** A seed of this run's own, printed so that a failure can be repeated with `MJ_SEED`. */
export function testSeed(what: string): Random {
  const seed = Number(process.env['MJ_SEED'] ?? Date.now() % 1_000_000_007)
  console.info(`seed of ${what}: ${seed}`)
  return seeded(seed)
}

/** mulberry32: small, and good enough to choose places. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** The bytes with one of them changed. */
export function flipByte(bytes: Uint8Array, random: Random): Buffer {
  const flipped = Buffer.from(bytes)
  const at = random(flipped.length)
  flipped.writeUInt8(flipped.readUInt8(at) ^ (1 + random(255)), at)
  return flipped
}
