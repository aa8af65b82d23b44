/** The places a row can be put in, for {@link Sorting}: without a screen, so that they can be tested. */

/** Rows that are sorted together: a list, or one of several that a row may go between. */
export type SortingGroup<Id extends string, Group extends string> = {
  id: Group
  /** Said with the place where there are several groups. */
  name: string
  ids: readonly Id[]
}

export type SortingPlace<Id extends string, Group extends string> = {
  group: Group
  /** Behind this row; null is first. */
  after: Id | null
  /** Counted from one, as the row then stands in its group. */
  n: number
  of: number
}

/** Every place for a row, from the first of the first group to the last of the last; the row itself stands in none. */
export function placesFor<Id extends string, Group extends string>(groups: ReadonlyArray<SortingGroup<Id, Group>>, id: Id): Array<SortingPlace<Id, Group>> {
  return groups.flatMap(({ id: group, ids }) => {
    const others = ids.filter((other) => other !== id)
    return [null, ...others].map((after, index) => ({ group, after, n: index + 1, of: others.length + 1 }))
  })
}

/** Which of {@link placesFor} the row has now; -1 when it is in no group. */
export function placeNow<Id extends string, Group extends string>(groups: ReadonlyArray<SortingGroup<Id, Group>>, id: Id): number {
  const home = groups.find(({ ids }) => ids.includes(id))
  if (home === undefined) return -1
  const after = home.ids[home.ids.indexOf(id) - 1] ?? null
  return placesFor(groups, id).findIndex((place) => place.group === home.id && place.after === after)
}

/** The index of the height nearest to `y`; of two alike the first. */
export function nearest(heights: readonly number[], y: number): number {
  return heights.reduce((best, height, index) => (Math.abs(height - y) < Math.abs((heights[best] ?? Infinity) - y) ? index : best), 0)
}
