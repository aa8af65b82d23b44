/** A review in progress, as the vault keeps it over a lock: every tick, mask and change, encrypted like everything else. */
import { z } from 'zod'
import { Audience, ExportDraft, ExportScope, Paragraph, Run } from './exporting.ts'
import type { Run as PlainRun } from './exporting.ts'
import { ItemId } from './ids.ts'
import { Privacy } from './item.ts'
import { Language } from './language.ts'

/** `was` is what a mask stands for; it never goes out. */
export type KeptRun = PlainRun & { was?: KeptRun[] | undefined }
const KeptRun: z.ZodType<KeptRun> = z.lazy(() => Run.extend({ was: z.array(KeptRun).max(5000).optional() }))
const KeptParagraph = Paragraph.extend({ runs: z.array(KeptRun).max(5000) })

export const KeptReview = z.strictObject({
  step: z.enum(['what', 'review', 'out']),
  /** The first step as it was filled in. */
  what: z.record(z.string().max(40), z.string().max(300).nullable()),
  review: z.strictObject({
    scope: ExportScope, audience: Audience, audienceName: z.string().max(200), language: Language, title: z.string().max(300),
    /** What was reviewed: when other words are gathered after the lock, the marks on them fall. */
    draft: ExportDraft,
    ticks: z.array(ItemId), opened: z.array(ItemId), copies: z.array(z.tuple([ItemId, z.array(KeptParagraph)])),
    labels: z.array(z.tuple([ItemId, Privacy])),
    /** The line whose words were just being changed. */
    writing: z.tuple([ItemId, z.array(KeptParagraph)]).optional(),
  }).nullable(),
})
export type KeptReview = z.infer<typeof KeptReview>
