/** Ending cards: while one is sealed its words lie in a table of their own. */
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { changeBody, getItemOf } from './items.ts'
import type { Db } from './open.ts'
import { continueSitting, endSitting } from './sittings.ts'
import { statement, transaction } from './statements.ts'
import { refreshIndex } from './word-index.ts'

const mostOpenings = 1000

/**
 * Put a card's words away: out of its body, its history and the search index,
 * all in one transaction. Sealed already, it stays as it is.
 *
 * @throws AppError `input.invalid` for a card without a word
 */
export function sealCard(db: Db, id: ItemId, now: Date): ItemOf<'ending-card'> {
  return transaction(db, () => {
    const card = getItemOf(db, 'ending-card', id)
    if (card.body.sealedAt !== null) return card
    if (card.body.text.trim() === '') throw new AppError('input.invalid')
    keepSealed(db, id, card.body.text)
    const sealed = changeBody(db, card, { text: '', sealedAt: now.toISOString() }, now)
    statement(db, 'DELETE FROM revision WHERE item_id = ?').run(id)
    // The index may still hold words of an earlier state.
    refreshIndex(db)
    endSitting(db, id)
    return sealed
  })
}

/** Open it on purpose, which is written on it. Open already, it stays as it is. */
export function openCard(db: Db, id: ItemId, now: Date): ItemOf<'ending-card'> {
  return transaction(db, () => {
    const card = getItemOf(db, 'ending-card', id)
    if (card.body.sealedAt === null) return card
    const text = sealedText(db, id) ?? ''
    statement(db, 'DELETE FROM sealed WHERE item_id = ?').run(id)
    // The sealed state is nothing to go back to, so it is kept out of the history.
    continueSitting(db, id, now)
    const opened = changeBody(db, card, { text, sealedAt: null, openings: [...card.body.openings, now.toISOString()].slice(-mostOpenings) }, now)
    endSitting(db, id)
    return opened
  })
}

/** For copies of the vault alone; no call answers with it. */
export function sealedText(db: Db, id: ItemId): string | null {
  return statement<{ text: string }>(db, 'SELECT text FROM sealed WHERE item_id = ?').get(id)?.text ?? null
}

export function keepSealed(db: Db, id: ItemId, text: string): void {
  statement(db, 'INSERT OR REPLACE INTO sealed (item_id, text) VALUES (?, ?)').run(id, text)
}
