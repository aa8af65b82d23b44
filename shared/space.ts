import { z } from 'zod'
import { Day, Instant } from './dates.ts'
import { SpaceId } from './ids.ts'
import { Language } from './language.ts'

/** My part in this space: `looking` has no mentor yet, `alone` just writes. */
export const Role = z.enum(['mentor', 'mentee', 'looking', 'alone'])
export type Role = z.infer<typeof Role>

/** Whether this is about two people. */
export function hasOther(role: Role): role is 'mentor' | 'mentee' {
  return role === 'mentor' || role === 'mentee'
}

const Name = z.string().max(120)
/** The pair's own word for a role, such as "protégé" (S3.3); empty for the usual one. */
const RoleWord = z.string().max(40)

/** What is agreed about the relationship as such (S2.1, S2.20, S2.24). All of it may stay open. */
export const SpaceTerms = z.strictObject({
  words: z.strictObject({ mentor: RoleWord, mentee: RoleWord }).default({ mentor: '', mentee: '' }),
  setting: z.enum(['informal', 'formal']).nullable().default(null),
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  /** Of a programme: "autumn 2026". */
  round: z.string().max(200).default(''),
  /** Whom to ask when the two do not know how to go on. */
  contact: z.string().max(500).default(''),
  /** Which languages each of them reads; empty where that was not said. */
  reads: z.strictObject({ mentor: z.array(Language).max(Language.options.length), mentee: z.array(Language).max(Language.options.length) })
    .default({ mentor: [], mentee: [] }),
})
export type SpaceTerms = z.infer<typeof SpaceTerms>

export const noTerms: SpaceTerms = SpaceTerms.parse({})

/** One mentoring relationship, or a space of one's own. Either name may be empty. */
export const Space = z.strictObject({
  id: SpaceId, role: Role, me: Name, other: Name, terms: SpaceTerms, createdAt: Instant,
})
export type Space = z.infer<typeof Space>

export const SpaceDraft = z.strictObject({ role: Role, me: Name, other: Name })
export type SpaceDraft = z.infer<typeof SpaceDraft>

/** The name of each party in this space, else the pair's own word for the role; empty where neither was given. */
export function partyNames({ role, me, other, terms }: Pick<Space, 'role' | 'me' | 'other'> & { terms?: Pick<SpaceTerms, 'words'> | undefined }): { mentor: string; mentee: string } {
  const [mentor, mentee] = role === 'mentor' ? [me, other] : [other, me]
  return { mentor: mentor.trim() === '' ? terms?.words.mentor ?? '' : mentor, mentee: mentee.trim() === '' ? terms?.words.mentee ?? '' : mentee }
}
