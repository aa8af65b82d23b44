import { expect, test } from 'vitest'
import { BoundaryQuestion } from '../../../shared/agreement.ts'
import { beginAgreement } from '../../../electron/database/agreements.ts'
import { askBoundariesAgain, beginBoundaries, finishBoundaries } from '../../../electron/database/boundaries.ts'
import { listRevisions } from '../../../electron/database/history.ts'
import { changeBody, childrenOf } from '../../../electron/database/items.ts'
import { findHits } from '../../../electron/database/search.ts'
import { addItem, addSpace, minutesLater, newItemId, startOfTests, testDatabase } from '../../helpers/test-database.ts'

function begun() {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const { id } = beginAgreement(db, { spaceId, from: 'blank', language: 'en' }, newItemId, startOfTests)
  const read = () => childrenOf(db, id, ['boundary']).flatMap((item) => item.kind === 'boundary' ? [item] : [])
  const find = (text: string) => findHits(db, { text, spaceId: null, kinds: null, limit: 10 }, 'en').length
  return { db, spaceId, id, read, find, first: beginBoundaries(db, id, newItemId, startOfTests)[0] ?? null }
}

const answer = (text: string) => ({ choices: [], text, doneAt: null })

test('the nine questions are begun once, in their order, and an own one stands behind them', () => {
  const { db, spaceId, id, read } = begun()
  addItem(db, spaceId, { kind: 'boundary', body: { question: null, text: 'May we phone on holidays?', answers: { mentor: answer(''), mentee: answer('') }, nearness: null, proposal: null } }, { parentId: id })

  const again = beginBoundaries(db, id, newItemId, minutesLater(1))

  expect(again.map(({ body }) => body.question)).toEqual([...BoundaryQuestion.options, null])
  expect(read()).toEqual(again)
})

test('an answer is found by nobody before both have handed over, and by both afterwards', () => {
  const { db, id, read, find, first } = begun()
  if (first === null) throw new Error('no question')
  changeBody(db, first, { answers: { mentor: answer('The cormorant way'), mentee: answer('The plover way') } }, startOfTests)

  expect([find('cormorant'), find('plover')]).toEqual([0, 0])
  finishBoundaries(db, id, 'mentee', minutesLater(1))
  expect([find('cormorant'), find('plover')]).toEqual([0, 0])
  expect(read().every(({ body }) => body.answers.mentee.doneAt !== null && body.answers.mentor.doneAt === null)).toBe(true)
  finishBoundaries(db, id, 'mentor', minutesLater(2))

  expect([find('cormorant'), find('plover')]).toEqual([1, 1])
  expect(read().map(({ body }) => body.answers.mentee.doneAt)).toEqual(read().map(() => minutesLater(1).toISOString()))
})

test('begun anew both are asked again, and what was answered stays in the history alone', () => {
  const { db, id, read, find, first } = begun()
  if (first === null) throw new Error('no question')
  changeBody(db, first, { answers: { mentor: answer('The cormorant way'), mentee: answer('The plover way') } }, startOfTests)
  finishBoundaries(db, id, 'mentee', minutesLater(1))
  finishBoundaries(db, id, 'mentor', minutesLater(2))

  askBoundariesAgain(db, id, minutesLater(3))

  expect(read().flatMap(({ body }) => Object.values(body.answers))).toEqual(read().flatMap(() => [answer(''), answer('')]))
  expect(find('cormorant')).toBe(0)
  expect(listRevisions(db, first.id).some(({ words }) => words.includes('cormorant') && words.includes('plover'))).toBe(true)
})
