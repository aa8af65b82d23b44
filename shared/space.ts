import { z } from 'zod'
import { Instant } from './dates.ts'
import { SpaceId } from './ids.ts'

/** My part in this space; `alone` is "just write" or "no mentor yet". */
export const Role = z.enum(['mentor', 'mentee', 'alone'])
export type Role = z.infer<typeof Role>

const Name = z.string().max(120)

/** One mentoring relationship, or a space of one's own. Either name may be empty. */
export const Space = z.strictObject({
  id: SpaceId, role: Role, me: Name, other: Name, createdAt: Instant,
})
export type Space = z.infer<typeof Space>

export const SpaceDraft = z.strictObject({ role: Role, me: Name, other: Name })
export type SpaceDraft = z.infer<typeof SpaceDraft>

/** The name of each party in this space, empty where none was given. */
export function partyNames(space: Pick<Space, 'role' | 'me' | 'other'>): { mentor: string; mentee: string } {
  return space.role === 'mentor' ? { mentor: space.me, mentee: space.other } : { mentor: space.other, mentee: space.me }
}
