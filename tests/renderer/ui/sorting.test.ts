import { expect, test } from 'vitest'
import { nearest, placeNow, placesFor } from '../../../renderer/ui/sorting.ts'

const groups = [
  { id: 'mentor', name: 'Sari', ids: ['a', 'b', 'c'] },
  { id: 'mentee', name: 'Ana', ids: [] },
  { id: 'both', name: 'Both', ids: ['d'] },
]

test('a row can go behind every other one and first in each group, an empty one too', () => {
  const places = placesFor(groups, 'b')

  expect(places.map(({ group, after, n, of }) => `${group} ${after} ${n}/${of}`)).toEqual([
    'mentor null 1/3', 'mentor a 2/3', 'mentor c 3/3', 'mentee null 1/1', 'both null 1/2', 'both d 2/2',
  ])
})

test.each([['a', 0], ['b', 1], ['c', 2], ['d', 5], ['nobody', -1]])('row %s stands in place %i', (id, at) => {
  expect(placeNow(groups, id)).toBe(at)
})

test('the pointer means the nearest place, and never one that is not on the screen', () => {
  expect([nearest([0, 44, 88], 20), nearest([0, 44, 88], 70), nearest([0, 44, 88], 900), nearest([Infinity, 44], -500), nearest([], 3)]).toEqual([0, 2, 2, 1, 0])
})
