/** What of a review still holds when the same things are gathered anew: in another language, or after a step back. */
import type { ExportBlock, ExportDraft } from '../../shared/exporting.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { OutParagraph } from './outgoing.ts'

export type Marks = {
  ticks: ReadonlySet<ItemId>
  /** Only of what was masked or changed. */
  copies: ReadonlyMap<ItemId, OutParagraph[]>
  /** Private ones that were opened on purpose. */
  opened: ReadonlySet<ItemId>
}

export const noMarks: Marks = { ticks: new Set(), copies: new Map(), opened: new Set() }

export function blocksOf(draft: ExportDraft): ExportBlock[] {
  return draft.sections.flatMap((section) => section.blocks)
}

/**
 * Ticks stay. A mask or a change stays where the words are the same; where they
 * are not it would hide the wrong ones, so it goes, and the tick goes with it.
 */
export function reconcile(marks: Marks, before: ExportDraft, after: ExportDraft): { marks: Marks; dropped: number } {
  const wordsBefore = new Map(blocksOf(before).map((block) => [block.id, JSON.stringify(block.paragraphs)]))
  const lost = new Set(blocksOf(after)
    .filter((block) => marks.copies.has(block.id) && wordsBefore.get(block.id) !== JSON.stringify(block.paragraphs))
    .map((block) => block.id))
  return {
    marks: {
      opened: marks.opened,
      ticks: new Set([...marks.ticks].filter((id) => !lost.has(id))),
      copies: new Map([...marks.copies].filter(([id]) => !lost.has(id))),
    },
    dropped: lost.size,
  }
}
