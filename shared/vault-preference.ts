import { z } from 'zod'
import { Day, Instant } from './dates.ts'
import { SpaceId } from './ids.ts'
import { Place } from './vault.ts'

/** What the vault itself remembers about its use: encrypted, unlike the preferences of this computer. */
export const vaultPreferences = {
  /** The space on the screen. */
  'space': SpaceId,
  /** Where the person was, and in which run of the app. */
  'place': z.strictObject({ runId: z.string(), place: Place }),
  /** In which run of the app all text is hidden on the screen. */
  'discreet': z.strictObject({ runId: z.string(), on: z.boolean() }),
  /** A review in progress, and in which run of the app. */
  'review': z.strictObject({ runId: z.string(), kept: z.string() }),
  /** Next steps put off: until when, by space, rule and item. */
  'later': z.record(z.string(), Instant),
  /** When each way in was last used, and how long that took. */
  'slots-used': z.record(z.string(), z.strictObject({ at: Instant, ms: z.int().min(0) })),
  /** Whether to propose once a quarter to practise the recovery code; unless set, it is proposed. */
  'recovery-reminder': z.boolean(),
  /** History before this day was thinned already. */
  'thinned-to': Day,
} as const satisfies Record<string, z.ZodType>

export type VaultPreferenceName = keyof typeof vaultPreferences
export type VaultPreference<N extends VaultPreferenceName> = z.infer<(typeof vaultPreferences)[N]>
