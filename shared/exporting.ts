/**
 * A summary on its way out. `gather` proposes blocks, the person reviews them,
 * and only what comes back ticked in an `ExportOrder` reaches a renderer.
 */
import { z } from 'zod'
import { OneParty } from './agreement.ts'
import { Day, Instant } from './dates.ts'
import { ExportRecordId, ItemId, SpaceId } from './ids.ts'
import { Privacy } from './item.ts'
import { Language } from './language.ts'

/** "Myself" is for one's own drawer; "other" is named by hand. */
export const Audience = z.enum(['mentor', 'mentee', 'coordinator', 'myself', 'other'])
export type Audience = z.infer<typeof Audience>

export const ExportFormat = z.enum(['markdown', 'html', 'pdf', 'docx'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** What a mask looks like, everywhere: fixed width, so that nothing can be guessed from it. */
export const mask = '████'

export const Run = z.strictObject({ text: z.string().max(200_000), bold: z.boolean().optional(), italic: z.boolean().optional() })
export type Run = z.infer<typeof Run>

export const ParagraphStyle = z.enum(['plain', 'heading', 'quote', 'bullet', 'number', 'unticked', 'ticked'])
export type ParagraphStyle = z.infer<typeof ParagraphStyle>

export const Paragraph = z.strictObject({
  style: ParagraphStyle, indent: z.int().min(0).max(8), runs: z.array(Run).max(5000),
  /** Where in a table it stands: cells are paragraphs like any other, so that each can be masked and changed. */
  cell: z.strictObject({ row: z.int().min(0).max(100_000), column: z.int().min(0).max(99), head: z.boolean() }).optional(),
  /** The same in the second language, which stands in a column of its own. */
  beside: z.literal(true).optional(),
})
export type Paragraph = z.infer<typeof Paragraph>

/** One reviewed thing: an agenda line, an answer, an entry. `id` is the item's id. */
export const ExportBlock = z.strictObject({
  id: ItemId,
  kind: z.string(),
  /** In the document's language: "Commitment, Sari, by 4 December". */
  label: z.string(),
  paragraphs: z.array(Paragraph),
  privacy: Privacy,
  /** Stands open in the review; everything else lies folded until opened on purpose. */
  open: z.boolean(),
  onDate: Day.nullable(),
})
export type ExportBlock = z.infer<typeof ExportBlock>

export const ExportSection = z.strictObject({ id: z.string(), heading: z.string(), blocks: z.array(ExportBlock) })
export type ExportSection = z.infer<typeof ExportSection>

/** What a summary is about. Both days are included. */
export const ExportScope = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('period'), spaceId: SpaceId, from: Day, to: Day }),
  z.strictObject({ what: z.literal('session'), spaceId: SpaceId, sessionId: ItemId }),
  z.strictObject({
    what: z.literal('agreement'), spaceId: SpaceId, agreementId: ItemId,
    /** As it was settled; absent: the draft. */
    versionId: ItemId.optional(),
    /** A second language, in a column beside the first. */
    beside: Language.optional(),
  }),
  z.strictObject({ what: z.literal('letter'), spaceId: SpaceId, letterId: ItemId }),
  /** The questions of the middle ground on paper, for one of the two. */
  z.strictObject({ what: z.literal('questions'), spaceId: SpaceId, agreementId: ItemId, who: OneParty }),
])
export type ExportScope = z.infer<typeof ExportScope>

/** The document as it stands before the review. */
export const ExportDraft = z.strictObject({
  title: z.string(), subtitle: z.string(), sections: z.array(ExportSection),
  /** A neutral file name without an ending. */
  fileName: z.string(),
})
export type ExportDraft = z.infer<typeof ExportDraft>

/** What it is printed on. */
export const Paper = z.enum(['a4', 'letter'])
export type Paper = z.infer<typeof Paper>

/** The outcome of a review: only what was ticked, in the words that may go. */
export const ExportOrder = z.strictObject({
  scope: ExportScope,
  audience: Audience,
  /** Who, when the audience is "other"; kept in the ledger. */
  audienceName: z.string().max(200),
  language: Language,
  title: z.string().max(300),
  /** Absent: A4. */
  paper: Paper.optional(),
  blocks: z.array(z.strictObject({ id: ItemId, paragraphs: z.array(Paragraph).max(20_000) })).max(20_000),
})
export type ExportOrder = z.infer<typeof ExportOrder>

/** A ledger row: what left, when, for whom. Never where to. */
export const ExportRecord = z.strictObject({
  id: ExportRecordId, spaceId: SpaceId, at: Instant, audience: Audience, audienceName: z.string(),
  /** `dump`: the copy of everything, to oneself. */
  format: z.enum([...ExportFormat.options, 'print', 'dump']), language: Language,
  /** What it was, and of an agreement which version in which languages: "Mentoring agreement, version 3, English and Nederlands". */
  title: z.string(), itemCount: z.int(),
  /** SHA-256 of the file, hex. */
  hash: z.string(),
})
export type ExportRecord = z.infer<typeof ExportRecord>
