import { z } from 'zod'
import { Day } from './dates.ts'
import { ItemId, LinkId } from './ids.ts'

export const LinkType = z.enum(['about', 'from', 'see'])
export type LinkType = z.infer<typeof LinkType>

/** One end of a link as the other end shows it. */
export const Link = z.strictObject({
  id: LinkId, type: LinkType, outgoing: z.boolean(),
  other: z.strictObject({ id: ItemId, parentId: ItemId.nullable(), kind: z.string(), title: z.string(), onDate: Day.nullable() }),
})
export type Link = z.infer<typeof Link>
