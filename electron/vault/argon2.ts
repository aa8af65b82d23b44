/**
 * Argon2id, off the main thread where the prebuilt native module exists. Where
 * it does not, WebAssembly gives the same bytes, slower and on the main thread:
 * that happens while the vault is locked, when there is nothing else to answer.
 */

/** Memory in KiB, passes, lanes: the names that RFC 9106 and the key file use. */
export type Argon2Cost = { m: number; t: number; p: number }

export type Argon2 = (secret: Uint8Array, salt: Uint8Array, cost: Argon2Cost) => Promise<Uint8Array>

export async function nativeArgon2(): Promise<Argon2> {
  const { hashRaw } = await import('@node-rs/argon2')
  return async (secret, salt, { m, t, p }) => {
    // 2 is Argon2id; the package's own name for it is a const enum, which plain JavaScript cannot read.
    const raw = await hashRaw(secret, { memoryCost: m, timeCost: t, parallelism: p, outputLen: 32, algorithm: 2, salt })
    const key = Uint8Array.from(raw)
    raw.fill(0)
    return key
  }
}

export async function wasmArgon2(): Promise<Argon2> {
  const { argon2id } = await import('hash-wasm')
  return (secret, salt, { m, t, p }) => argon2id({
    password: secret, salt, memorySize: m, iterations: t, parallelism: p, hashLength: 32, outputType: 'binary',
  })
}

let chosen: Promise<Argon2> | undefined
let native: Promise<boolean> | undefined

/** Whether a derivation leaves the main thread free for saves. */
export function derivesAside(): Promise<boolean> {
  native ??= nativeArgon2().then(() => true, () => false)
  return native
}

/** Derive 32 bytes from a secret. */
export const argon2: Argon2 = async (secret, salt, cost) => {
  chosen ??= nativeArgon2().catch(wasmArgon2)
  const run = await chosen
  return run(secret, salt, cost)
}
