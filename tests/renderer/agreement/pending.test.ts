import { expect, test } from 'vitest'
import { stillPending, withPending } from '../../../renderer/agreement/pending.ts'
import { numbered } from '../../../renderer/agreement/use-agreement.ts'
import type { AgreementOnScreen, ClauseItem } from '../../../renderer/agreement/use-agreement.ts'
import type { ClauseGroup, ClauseTopic } from '../../../shared/agreement.ts'
import { ItemId, SpaceId } from '../../../shared/ids.ts'

const at = '2026-11-23T10:00:00.000Z'
const names = { mentor: 'Sari', mentee: 'Ana' }
const common = {
  spaceId: SpaceId.parse('00000000-0000-4000-8000-000000000001'), position: 0, title: '', privacy: 'private', onDate: null, createdAt: at, updatedAt: at, revision: 1, deletedAt: null,
} as const
const idOf = (last: string) => ItemId.parse(`00000000-0000-4000-8000-0000000000${last}`)

const clause = (id: string, group: ClauseGroup, text: string, topic?: ClauseTopic): ClauseItem => ({
  ...common, id: idOf(id), parentId: idOf('ff'), kind: 'clause', body: { group, sample: null, texts: { en: text }, clear: false, ...(topic !== undefined && { topic }) },
})
const one = clause('01', 'practical', 'One')
const two = clause('02', 'practical', 'Two')
const end = clause('03', 'ending', 'The end')

const agreement = (practical: ClauseItem[]): AgreementOnScreen => ({
  item: { ...common, id: idOf('ff'), parentId: null, kind: 'agreement', body: { version: 1, language: 'en' } }, unreadable: 0,
  ...numbered('en', names, [{ group: 'practical', items: practical, open: ['place', 'time'] }, { group: 'ending', items: [end], open: [] }]),
})
const read = ({ all }: AgreementOnScreen) => all.map(({ number, text }) => `${number} ${text}`)

test('a clause that is not made yet stands where it will, and those behind it are numbered on', () => {
  const here = agreement([one, two])
  const fresh = clause('04', 'practical', '{mentor} has a room', 'place')

  expect(read(withPending(here, [{ item: fresh, after: one.id }], names))).toEqual(['1 One', '2 Sari has a room', '3 Two', '4 The end'])
  expect(read(withPending(here, [{ item: fresh, after: null }], names))).toEqual(['1 Sari has a room', '2 One', '3 Two', '4 The end'])
  expect(read(withPending(here, [{ item: fresh }], names))).toEqual(['1 One', '2 Two', '3 Sari has a room', '4 The end'])
  expect(withPending(here, [{ item: fresh }], names).groups[0]?.open).toEqual(['time'])
})

test('once the agreement holds it, it is a clause like any other, also when that was moved or changed since', () => {
  const fresh = clause('04', 'practical', 'As it began')
  const made = agreement([clause('04', 'practical', 'As it is now'), one])
  const pending = [{ item: fresh }, { item: two }]

  expect(stillPending(made, pending)).toEqual([{ item: two }])
  expect(read(withPending(made, pending, names))).toEqual(['1 As it is now', '2 One', '3 Two', '4 The end'])
  expect(stillPending(agreement([one]), pending)).toBe(pending)
  expect(withPending(made, [], names)).toBe(made)
})
