import { expect, test } from 'vitest'
import type { Version } from '../../../shared/agreement.ts'
import type { ItemId } from '../../../shared/ids.ts'
import { planReview } from '../../../electron/database/agreement-reviews.ts'
import { beginAgreement } from '../../../electron/database/agreements.ts'
import { changeBody, childrenOf, getItemOf, insertItem } from '../../../electron/database/items.ts'
import { addSpace, minutesLater, newItemId, startOfTests, testDatabase } from '../../helpers/test-database.ts'

const version: Version = {
  number: 1, how: 'signed', on: '2026-11-22', language: 'en', parties: { mentor: 'Sari', mentee: 'Ana' }, period: { from: null, to: null }, clauses: [],
  signatures: [], vouches: [], hash: 'a'.repeat(64), words: ['river', 'lamp', 'oak', 'sugar'],
}

function settled() {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const { id: agreementId } = beginAgreement(db, { spaceId, from: 'blank', language: 'en' }, newItemId, startOfTests)
  const settle = (number: number): ItemId => {
    const id = newItemId()
    insertItem(db, { id, spaceId, parentId: agreementId, onDate: null, privacy: 'private', content: { kind: 'version', body: { ...version, number } } }, startOfTests)
    return id
  }
  const all = () => childrenOf(db, agreementId, ['agreement-review'])
  return { db, agreementId, settle, all }
}

test('one review waits at a time: planned with the version, it moves along to the next', () => {
  const { db, agreementId, settle, all } = settled()

  const first = planReview(db, { agreementId, versionId: settle(1), on: '2026-12-22' }, newItemId, startOfTests)
  const second = settle(2)
  const moved = planReview(db, { agreementId, versionId: second, on: '2026-12-29' }, newItemId, minutesLater(1))

  expect(first).toMatchObject({ onDate: '2026-12-22', body: { status: 'planned', on: '2026-12-22', verdicts: [] } })
  expect(moved).toMatchObject({ id: first.id, onDate: '2026-12-29', body: { version: second, on: '2026-12-29' } })
  expect(all()).toHaveLength(1)
})

test('what was said about an older version is kept, and a new review planned', () => {
  const { db, agreementId, settle, all } = settled()
  const first = planReview(db, { agreementId, versionId: settle(1), on: '2026-12-22' }, newItemId, startOfTests)
  const verdicts = [{ clause: newItemId(), mentor: 'works' as const, mentee: null, word: '' }]
  changeBody(db, first, { verdicts }, minutesLater(1))

  const next = planReview(db, { agreementId, versionId: settle(2), on: '2026-12-29' }, newItemId, minutesLater(2))

  expect(next.id).not.toBe(first.id)
  expect(getItemOf(db, 'agreement-review', first.id).body).toMatchObject({ status: 'done', doneAt: minutesLater(2).toISOString(), verdicts })
  expect(all()).toHaveLength(2)
})

test('moved to another day, the day it is about moves too', () => {
  const { db, agreementId, settle } = settled()
  const review = planReview(db, { agreementId, versionId: settle(1), on: '2026-12-22' }, newItemId, startOfTests)

  expect(changeBody(db, review, { on: '2027-01-05' }, minutesLater(1)).onDate).toBe('2027-01-05')
})

test('without the version there is nothing to review', () => {
  const { db, agreementId } = settled()

  expect(() => planReview(db, { agreementId, versionId: newItemId(), on: '2026-12-22' }, newItemId, startOfTests)).toThrow('item.missing')
})
