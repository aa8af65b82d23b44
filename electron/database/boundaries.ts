/** The middle ground: nine questions about limits, answered by each of the two before either sees the other's answer. */
import { BoundaryQuestion } from '../../shared/agreement.ts'
import type { BoundaryAnswer, OneParty } from '../../shared/agreement.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { changeBody, childrenOf, getItemOf, insertItem } from './items.ts'
import type { Db } from './open.ts'
import { endSitting } from './sittings.ts'
import { transaction } from './statements.ts'

type Boundary = ItemOf<'boundary'>

const blank: BoundaryAnswer = { choices: [], text: '', doneAt: null }

/** All nine in their order, with any of their own behind them; those that are missing are made. */
export function beginBoundaries(db: Db, agreementId: ItemId, newId: () => ItemId, now: Date): Boundary[] {
  return transaction(db, () => {
    const { spaceId } = getItemOf(db, 'agreement', agreementId)
    const there = new Set(listBoundaries(db, agreementId).map(({ body }) => body.question))
    for (const question of BoundaryQuestion.options.filter((one) => !there.has(one))) {
      insertItem(db, {
        id: newId(), spaceId, parentId: agreementId, onDate: null, privacy: 'private',
        content: { kind: 'boundary', body: { question, text: '', answers: { mentor: blank, mentee: blank }, nearness: null, proposal: null } },
      }, now)
    }
    return listBoundaries(db, agreementId)
  })
}

/**
 * One of the two hands over: every question counts as answered, also those left
 * out. Where both have, the answers are seen by both from now on.
 */
export function finishBoundaries(db: Db, agreementId: ItemId, who: OneParty, now: Date): void {
  transaction(db, () => {
    getItemOf(db, 'agreement', agreementId)
    for (const item of listBoundaries(db, agreementId)) {
      const answer = item.body.answers[who]
      if (answer.doneAt !== null) continue
      changeBody(db, item, { answers: { ...item.body.answers, [who]: { ...answer, doneAt: now.toISOString() } } }, now)
      endSitting(db, item.id)
    }
  })
}

/** Begin anew: both answer once more, unseen. What they answered before stays in the history. */
export function askBoundariesAgain(db: Db, agreementId: ItemId, now: Date): void {
  transaction(db, () => {
    getItemOf(db, 'agreement', agreementId)
    for (const item of listBoundaries(db, agreementId)) {
      endSitting(db, item.id)
      changeBody(db, item, { answers: { mentor: blank, mentee: blank }, nearness: null, proposal: null }, now)
      endSitting(db, item.id)
    }
  })
}

function listBoundaries(db: Db, agreementId: ItemId): Boundary[] {
  return childrenOf(db, agreementId, ['boundary']).filter((item): item is Boundary => item.kind === 'boundary')
}
