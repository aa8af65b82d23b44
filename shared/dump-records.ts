/**
 * What `journal.json` holds: one record per line, under a name per kind. The
 * file is ordinary JSON; that every record has a line of its own is what lets
 * a large one be read piece by piece.
 */
import { z } from 'zod'
import { Day, Instant } from './dates.ts'
import { ExportRecord } from './exporting.ts'
import { ExportRecordId, ItemId, LinkId, SpaceId } from './ids.ts'
import { Privacy } from './item.ts'
import { LinkType } from './link.ts'
import { Space } from './space.ts'

export const dumpFormat = 'mentoring-journal'
/** The newest form that is read. A copy says 2 only where it holds a seal, which an older app would lose. */
export const dumpVersion = 2

export const Head = z.strictObject({
  format: z.literal(dumpFormat),
  v: z.int().min(1),
  /** The database schema it was read from. */
  schema: z.int().min(1),
  made: Instant,
})
export type Head = z.infer<typeof Head>

/** Any JSON; what it means is decided by the item's kind when it is read. */
const Body = z.record(z.string(), z.unknown())

const ItemRecord = z.strictObject({
  id: ItemId,
  space: SpaceId,
  parent: ItemId.nullable(),
  position: z.number(),
  /** Its place in time: the day's number since 1970-01-01, times 4096, and a serial within the day. */
  moment: z.int().min(-(2 ** 42)).max(2 ** 42),
  kind: z.string().min(1).max(40),
  /** The form of the body. */
  v: z.int().min(0).max(1_000_000),
  title: z.string().max(1000),
  /** The body; as text where it is no JSON. */
  body: z.union([Body, z.string()]),
  /** What search reads: only where this version of the app cannot read the body. */
  words: z.string().optional(),
  privacy: Privacy,
  onDate: Day.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  revision: z.int().min(1),
  /** Lies in the bin since then. */
  deletedAt: Instant.nullable(),
  /** Went into the bin with what it stands under. */
  hidden: z.boolean(),
  /** The words of a sealed card, base64: nobody who leafs through the file comes upon them. */
  sealed: z.base64().max(200_000).optional(),
})
export type ItemRecord = z.infer<typeof ItemRecord>

const RevisionRecord = z.strictObject({
  item: ItemId,
  revision: z.int().min(1),
  at: Instant,
  v: z.int().min(0).max(1_000_000),
  body: z.union([Body, z.string()]),
})
export type RevisionRecord = z.infer<typeof RevisionRecord>

const LinkRecord = z.strictObject({ id: LinkId, from: ItemId, to: ItemId, type: LinkType, createdAt: Instant })
export type LinkRecord = z.infer<typeof LinkRecord>

const LedgerRecord = z.strictObject({
  ...ExportRecord.shape,
  id: ExportRecordId,
  audienceName: z.string().max(1000),
  title: z.string().max(2000),
  hash: z.string().max(200),
  /** What went out with it. */
  items: z.array(ItemId).max(200_000),
})
export type LedgerRecord = z.infer<typeof LedgerRecord>

const PreferenceRecord = z.strictObject({ name: z.enum(['me']), value: z.string().max(200) })
export type PreferenceRecord = z.infer<typeof PreferenceRecord>

/** In the order in which they stand in the file: nothing refers to what comes later. */
export const recordSchemas = {
  spaces: Space,
  preferences: PreferenceRecord,
  items: ItemRecord,
  revisions: RevisionRecord,
  links: LinkRecord,
  exports: LedgerRecord,
} as const satisfies Record<string, z.ZodType>

export type RecordName = keyof typeof recordSchemas
export type DumpRecord = { [N in RecordName]: { name: N; record: z.infer<(typeof recordSchemas)[N]> } }[RecordName]

// The names of an object's own literal keys, in their order.
export const recordNames = Object.keys(recordSchemas) as readonly RecordName[]

/** A stored body as JSON where that gives the very same text back, else as the text. */
export function bodyToRecord(body: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(body)
    const plain = typeof value === 'object' && value !== null && !Array.isArray(value)
    // Just seen to be an object, and no list.
    if (plain && JSON.stringify(value) === body) return value as Record<string, unknown>
  } catch {
    // No JSON: it goes as it is.
  }
  return body
}

export function bodyFromRecord(body: Record<string, unknown> | string): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}
