import { z } from 'zod'

/** Every id is a UUID; the brand keeps one noun's id out of another's place. */
export const ItemId = z.uuid().brand('ItemId')
export type ItemId = z.infer<typeof ItemId>

export const SpaceId = z.uuid().brand('SpaceId')
export type SpaceId = z.infer<typeof SpaceId>

export const LinkId = z.uuid().brand('LinkId')
export type LinkId = z.infer<typeof LinkId>

export const ExportRecordId = z.uuid().brand('ExportRecordId')
export type ExportRecordId = z.infer<typeof ExportRecordId>
