import type { ItemOf, Party } from '../item.ts'

/** The mentor's duties stand before the mentee's. */
const partyOrder: Record<Party, number> = { mentor: 0, mentee: 1, both: 2 }

/** By due day, without one last; on the same day the mentor's first, then in the order they were made. */
export function compareCommitments(a: ItemOf<'commitment'>, b: ItemOf<'commitment'>): number {
  const [aDue, bDue] = [a.body.due ?? '9999-99-99', b.body.due ?? '9999-99-99']
  if (aDue !== bDue) return aDue < bDue ? -1 : 1
  return partyOrder[a.body.who] - partyOrder[b.body.who] || (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0)
}
