import { z } from 'zod'
import { Day } from './dates.ts'
import { ItemId, SpaceId } from './ids.ts'

/** A hit, with the words around it cut into found and not found. */
export const Hit = z.strictObject({
  id: ItemId, spaceId: SpaceId, parentId: ItemId.nullable(), kind: z.string(), title: z.string(), onDate: Day.nullable(),
  snippet: z.array(z.strictObject({ text: z.string(), found: z.boolean() })),
})
export type Hit = z.infer<typeof Hit>
