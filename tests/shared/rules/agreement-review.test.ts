import { expect, test } from 'vitest'
import { Verdict } from '../../../shared/agreement.ts'
import { ItemId } from '../../../shared/ids.ts'
import { dueReview, outcomeOf, verdictOn, withVerdict } from '../../../shared/rules/agreement-review.ts'

const id = (n: number) => ItemId.parse(`00000000-0000-4000-8000-00000000000${n}`)
const all = [null, ...Verdict.options]

test('of every pair of verdicts, a clause goes only where both would drop it, and is reworded where either is not content', () => {
  for (const mentor of all) {
    for (const mentee of all) {
      const { change, drop } = outcomeOf([{ clause: id(1), mentor, mentee, word: '' }], [id(1), id(2)])
      const both = mentor === 'drop' && mentee === 'drop'
      const either = [mentor, mentee].some((verdict) => verdict === 'change' || verdict === 'drop')

      expect([mentor, mentee, drop]).toEqual([mentor, mentee, both ? [id(1)] : []])
      expect([mentor, mentee, change]).toEqual([mentor, mentee, either && !both ? [id(1)] : []])
    }
  }
})

test('clauses come in the order of the agreement, and one that is not of this version is passed over', () => {
  const verdicts = [3, 2, 1].map((n) => ({ clause: id(n), mentor: 'change' as const, mentee: null, word: '' }))

  expect(outcomeOf(verdicts, [id(1), id(2)])).toEqual({ change: [id(1), id(2)], drop: [] })
})

test('a verdict is set, changed and taken back, and leaves no empty row behind', () => {
  const one = withVerdict([], id(1), { mentor: 'works' })
  const two = withVerdict(withVerdict(one, id(2), { word: 'Too long' }), id(1), { mentee: 'drop' })

  expect(verdictOn(two, id(1))).toEqual({ clause: id(1), mentor: 'works', mentee: 'drop', word: '' })
  expect(verdictOn(two, id(2)).word).toBe('Too long')
  expect(verdictOn(two, id(3))).toEqual({ clause: id(3), mentor: null, mentee: null, word: '' })
  expect(withVerdict(withVerdict(two, id(1), { mentor: null, mentee: null }), id(2), { word: '' })).toEqual([])
})

test('a review is due from its day on, the earliest first', () => {
  const planned = [{ on: '2026-12-24' }, { on: '2026-12-22' }, { on: '2027-01-10' }]

  expect(dueReview(planned, '2026-12-21')).toBeUndefined()
  expect(dueReview(planned, '2026-12-22')).toEqual({ on: '2026-12-22' })
  expect(dueReview(planned, '2027-02-01')).toEqual({ on: '2026-12-22' })
})
