import { z } from 'zod'
import { Instant } from './dates.ts'
import { ItemId } from './ids.ts'
import { ItemKind } from './item.ts'

/** A backup as the page knows it: its file name, which holds the time and nothing else. */
export const BackupId = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-\d+)?$/).brand<'BackupId'>()
export type BackupId = z.infer<typeof BackupId>

export const BackupPlace = z.enum(['beside', 'second'])
export type BackupPlace = z.infer<typeof BackupPlace>

export const Backup = z.strictObject({
  id: BackupId,
  place: BackupPlace,
  made: Instant,
  bytes: z.int(),
  /** Opened, checked and counted after it was written. */
  verified: z.boolean(),
})
export type Backup = z.infer<typeof Backup>

/** What is remarked on, calmly: none of it is an error. */
export const BackupRemark = z.enum([
  /** Those that the app makes by itself lie inside the vault's own folder. */
  'first-in-vault',
  /** The second place does, or is on the same drive. */
  'second-in-vault', 'vault-in-cloud', 'second-missing', 'low-space', 'last-failed',
])
export type BackupRemark = z.infer<typeof BackupRemark>

export const BackupStatus = z.strictObject({
  /** Where they go, as the person would write it. */
  folder: z.string(),
  last: Backup.nullable(),
  second: z.strictObject({ folder: z.string(), present: z.boolean(), lastSeen: Instant.nullable() }).nullable(),
  remarks: z.array(BackupRemark),
  /** Bytes left where the vault lies; null when the system does not say. */
  freeBytes: z.int().nullable(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

/** What a backup holds. */
export const BackupContent = z.strictObject({
  made: Instant,
  schema: z.int(),
  /** How many items of each kind, the bin left out. */
  counts: z.partialRecord(ItemKind, z.int()),
  savedAt: Instant.nullable(),
})
export type BackupContent = z.infer<typeof BackupContent>

/** An item of a backup beside the present one. */
export const BackupItem = z.strictObject({
  id: ItemId,
  kind: ItemKind,
  title: z.string(),
  updatedAt: Instant,
  /** `gone`: not in the vault now; `changed`: other words now; `same` is not listed. */
  now: z.enum(['gone', 'in-bin', 'changed']),
  /** The words of the backup, as plain text, cut to 2,000 characters. */
  words: z.string(),
  wordsNow: z.string().nullable(),
})
export type BackupItem = z.infer<typeof BackupItem>
