import type { Argon2Cost } from '../../electron/vault/argon2.ts'

/** What a passphrase costs where the test is not about that: next to nothing, while the least the app gives one is a tenth of a second. */
export const cheap: Argon2Cost = { m: 64, t: 1, p: 1 }
