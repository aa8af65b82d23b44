import type { Parsed } from '../../shared/contract.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { endingClause, sampleContract, texts } from '../../shared/texts/texts.ts'
import { createItem, getItemOf, insertItem } from './items.ts'
import type { Db } from './open.ts'
import { statement, transaction } from './statements.ts'

/**
 * Begin the agreement in one step: the sample contract, or a blank page. The
 * clause that lets either stop without a reason stands in both. Where an
 * agreement was begun already, it is the answer.
 */
export function beginAgreement(
  db: Db, order: Parsed<'agreement.begin'>, newId: () => ItemId, now: Date,
): ItemOf<'agreement'> {
  return transaction(db, () => {
    const there = findAgreementId(db, order.spaceId)
    if (there !== null) return getItemOf(db, 'agreement', there)
    const id = newId()
    const { spaceId, language } = order
    createItem(db, {
      id, spaceId, parentId: null, onDate: null, privacy: 'private',
      content: { kind: 'agreement', body: { version: 1, language } },
    }, now)
    for (const sample of [...(order.from === 'sample' ? sampleContract : []), endingClause]) {
      insertItem(db, {
        id: newId(), spaceId, parentId: id, onDate: null, privacy: 'private',
        content: {
          kind: 'clause',
          body: { group: sample.group, sample: sample.id, texts: { [language]: texts[language].clauses[sample.id] }, clear: false },
        },
      }, now)
    }
    return getItemOf(db, 'agreement', id)
  })
}

/** The latest one; null when none was begun. */
export function findAgreementId(db: Db, spaceId: SpaceId): ItemId | null {
  return statement<{ id: ItemId }>(db, `SELECT id FROM item
    WHERE space_id = ? AND kind = 'agreement' AND deleted_at IS NULL AND hidden = 0 ORDER BY moment DESC LIMIT 1`).get(spaceId)?.id ?? null
}
