import { randomUUID } from 'node:crypto'
import { ItemId, SpaceId } from '../../../shared/ids.ts'
import type { Body, ItemOf } from '../../../shared/item.ts'

export const itemId = () => ItemId.parse(randomUUID())
const spaceId = SpaceId.parse(randomUUID())

const common = () => ({
  id: itemId(), spaceId, parentId: null, position: 0, title: '', privacy: 'private' as const, onDate: null,
  createdAt: '2026-11-01T08:00:00.000Z', updatedAt: '2026-11-01T08:00:00.000Z', revision: 1, deletedAt: null,
})

export function sessionItem(body: Partial<Body<'session'>> = {}): ItemOf<'session'> {
  return {
    ...common(), kind: 'session',
    body: { number: 1, status: 'planned', startsAt: '2026-11-24T10:00', minutes: 60, place: '', mode: 'face-to-face', moves: [], cancelled: null, startedAt: null, closedAt: null, ...body },
  }
}

export function lineItem(body: Partial<Body<'agenda-item'>>): ItemOf<'agenda-item'> {
  return { ...common(), kind: 'agenda-item', body: { text: 'A line', minutes: null, outcome: 'open', reason: { rule: 'own' }, ...body } }
}

export function commitmentItem(body: Partial<Body<'commitment'>>, item: Partial<Pick<ItemOf<'commitment'>, 'parentId' | 'createdAt'>> = {}): ItemOf<'commitment'> {
  return { ...common(), kind: 'commitment', body: { text: 'Read it', who: 'mentee', sort: null, due: null, status: 'open', settledAt: null, word: '', earlierDates: [], ...body }, ...item }
}
