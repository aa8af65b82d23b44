/** What was written elsewhere: looked at first, added in one step, and taken out again in one step. */
import { z } from 'zod'
import { Day, Instant } from './dates.ts'
import { SpaceId } from './ids.ts'
import type { RichText } from './rich-text.ts'

export const ImportId = z.uuid().brand('ImportId')
export type ImportId = z.infer<typeof ImportId>

/** What wrote it, as far as the file tells; `dump` is a copy of a journal of ours, put back. */
export const ImportFormat = z.enum(['text', 'markdown', 'day-one', 'jrnl', 'mini-diary', 'joplin', 'dump'])
export type ImportFormat = z.infer<typeof ImportFormat>

/** What a journal of ours cannot hold, each counted. */
export const ImportLoss = z.enum([
  'picture', 'attachment', 'table', 'html', 'link', 'style', 'place', 'weather', 'star',
  /** Files and notes that could not be read at all: another kind, too deep, encrypted by their app. */
  'file', 'locked',
  /** Entries of pictures alone. */
  'wordless',
])
export type ImportLoss = z.infer<typeof ImportLoss>

/** A dry run: nothing is added yet. */
export const ImportPlan = z.strictObject({
  id: ImportId,
  format: ImportFormat,
  count: z.int().min(1),
  from: Day.nullable(),
  to: Day.nullable(),
  /** Entries without a date of their own; they get the day of the import. */
  undated: z.int().min(0),
  /** Entries that came in with an earlier import and are still here. */
  duplicates: z.int().min(0),
  losses: z.array(z.strictObject({ kind: ImportLoss, count: z.int().min(1) })),
  /** The first twenty, in the order of their days. */
  first: z.array(z.strictObject({ day: Day.nullable(), title: z.string(), words: z.string() })).max(20),
})
export type ImportPlan = z.infer<typeof ImportPlan>

export const ImportRecord = z.strictObject({
  id: ImportId,
  spaceId: SpaceId,
  at: Instant,
  format: ImportFormat,
  /** How many entries it added. */
  count: z.int(),
  /** How many of them are here now: what was removed one by one is not. */
  present: z.int(),
  /** When it was taken out again; null while it is in. */
  outAt: Instant.nullable(),
})
export type ImportRecord = z.infer<typeof ImportRecord>

/** Longer tags, and more of them, are cut off: no app writes them. */
export const tagMaxCharacters = 100
export const maxTags = 50

/** A file that was dropped on the window; larger ones go through the file window. */
export const droppedMaxBytes = 10_000_000

/** What a second import knows an entry by: its day and words, and the id that its own app gave it. */
export type EntryMark = { fingerprint: string; source: string | null }

/** One entry, ready to be added. */
export type ImportedEntry = EntryMark & { day: Day | null; at: Instant | null; text: RichText; tags: string[] }
