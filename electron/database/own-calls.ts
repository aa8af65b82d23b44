/** What the calls for every kind may not write, because it has calls of its own: a seal is set and broken by those alone, and what both signed is written by signing. */
import { AppError } from '../../shared/errors.ts'
import type { KindAndBody } from '../../shared/item.ts'
import { decodeBody } from './rows.ts'
import type { ItemRow } from './rows.ts'

/**
 * Refuse a kind that is written and removed by its own calls alone: whoever could save a version by hand could forge it.
 *
 * @throws AppError `input.invalid`
 */
export function requireOpenKind(kind: string): void {
  if (kind === 'version') throw new AppError('input.invalid')
}

/**
 * Refuse a body that would forge something, or write over it.
 *
 * @param row what stands there; null for an item that is being made
 * @throws AppError `input.invalid`
 */
export function requirePlainWrite(row: Pick<ItemRow, 'kind' | 'body_version' | 'body'> | null, content: KindAndBody): void {
  requireOpenKind(content.kind)
  if (content.kind !== 'ending-card') return
  const there = row === null ? null : decodeBody(row.kind, row.body_version, row.body)
  const openings = there?.kind === 'ending-card' ? there.body.openings : []
  const isSealed = there?.kind === 'ending-card' && there.body.sealedAt !== null
  if (isSealed || content.body.sealedAt !== null || content.body.openings.join() !== openings.join()) throw new AppError('input.invalid')
}

/** Whether it is a card that nobody may look into, nor throw away unread. */
export function isSealedCard(row: Pick<ItemRow, 'kind' | 'body_version' | 'body'> | undefined): boolean {
  if (row?.kind !== 'ending-card') return false
  const content = decodeBody(row.kind, row.body_version, row.body)
  return content?.kind === 'ending-card' && content.body.sealedAt !== null
}

/** Whether it is not put back beside itself: a sealed card, or what somebody signed. */
export function isNeverTwice(row: ItemRow | undefined): boolean {
  return row?.kind === 'version' || isSealedCard(row)
}
