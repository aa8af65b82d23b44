/** The look back at a version of the agreement, some thirty days on: planned when it is settled, one at a time. */
import type { Day } from '../../shared/dates.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { changeBody, childrenOf, getItemOf, insertItem } from './items.ts'
import type { Db } from './open.ts'
import { transaction } from './statements.ts'

type Review = ItemOf<'agreement-review'>

/**
 * Plan the review of a version, also inside the caller's transaction. One that
 * still waits for an older version moves along; where a verdict was given
 * already, it is closed with what was said, and a new one is planned.
 *
 * @throws AppError `item.missing` without the agreement or the version
 */
export function planReview(
  db: Db, plan: { agreementId: ItemId; versionId: ItemId; on: Day }, newId: () => ItemId, now: Date,
): Review {
  return transaction(db, () => {
    const { spaceId } = getItemOf(db, 'agreement', plan.agreementId)
    const version = getItemOf(db, 'version', plan.versionId).id
    const waiting = childrenOf(db, plan.agreementId, ['agreement-review'])
      .filter((item): item is Review => item.kind === 'agreement-review' && item.body.status === 'planned')
    const untouched = waiting.find((review) => !hasVerdict(review))
    for (const review of waiting) {
      if (hasVerdict(review)) changeBody(db, review, { status: 'done', doneAt: now.toISOString() }, now)
    }
    if (untouched !== undefined) return changeBody(db, untouched, { version, on: plan.on, verdicts: [] }, now)
    const id = newId()
    insertItem(db, {
      id, spaceId, parentId: plan.agreementId, onDate: plan.on, privacy: 'private',
      content: { kind: 'agreement-review', body: { version, on: plan.on, status: 'planned', doneAt: null, verdicts: [] } },
    }, now)
    return getItemOf(db, 'agreement-review', id)
  })
}

function hasVerdict({ body }: Review): boolean {
  return body.verdicts.some(({ mentor, mentee, word }) => mentor !== null || mentee !== null || word.trim() !== '')
}
